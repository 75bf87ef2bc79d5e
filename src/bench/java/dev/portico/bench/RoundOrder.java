package dev.portico.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Who is measured after whom. Six rounds have all orders, so that nobody always comes after
/// the same one and finds the machine as that one left it.
final class RoundOrder {
    private RoundOrder() {}

    static List<Contender> of(int round) {
        List<Contender> all = List.of(Contender.values());
        List<Contender> order = new ArrayList<>(round % 2 == 0 ? all : all.reversed());
        Collections.rotate(order, -round);
        return order;
    }
}
