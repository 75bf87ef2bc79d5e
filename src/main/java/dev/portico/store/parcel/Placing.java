package dev.portico.store.parcel;

import dev.portico.store.Parcel;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds a name for each of some pieces of one kind, where others of that name may be saved.
///
/// @param changes what differs between a saved one and a piece
/// @param replace whether what is saved gives way
record Placing<T>(
        Arrival.Kind kind,
        Function<T, String> name,
        BiFunction<T, String, T> renamed,
        BiPredicate<T, T> same,
        BiFunction<T, T, List<Parcel.Change>> changes,
        boolean replace) {

    List<Arrival> place(List<T> saved, List<T> pieces) {
        Map<String, T> there = saved.stream().collect(Collectors.toMap(name, it -> it));
        Set<String> taken =
                pieces.stream().map(name).collect(Collectors.toCollection(HashSet::new));
        taken.addAll(there.keySet());
        List<Arrival> arrivals = new ArrayList<>();
        for (T piece : pieces) {
            arrivals.add(place(piece, there, taken));
        }
        return List.copyOf(arrivals);
    }

    private Arrival place(T piece, Map<String, T> there, Set<String> taken) {
        String own = name.apply(piece);
        T other = there.get(own);
        if (other == null) {
            return arrival(piece, own, Arrival.State.NEW, List.of());
        }
        if (same.test(other, piece)) {
            return arrival(piece, own, Arrival.State.SAME, List.of());
        }
        return replace
                ? arrival(piece, own, Arrival.State.CHANGED, changes.apply(other, piece))
                : beside(piece, own, there, taken);
    }

    /// What came once under a number is known again by it.
    private Arrival beside(T piece, String own, Map<String, T> there, Set<String> taken) {
        for (int number = 2; ; number++) {
            String next = own + "-" + number;
            T other = there.get(next);
            if (other != null && same.test(other, renamed.apply(piece, next))) {
                return arrival(piece, next, Arrival.State.SAME, List.of());
            }
            if (taken.add(next)) {
                return arrival(piece, next, Arrival.State.RENAMED, List.of());
            }
        }
    }

    /// @param arrivals of the pieces, in the same order
    /// @param instead what takes the place of a saved one, made of that one and the piece
    List<T> merged(
            List<T> saved, List<T> pieces, List<Arrival> arrivals, BiFunction<T, T, T> instead) {
        List<T> merged = new ArrayList<>(saved);
        for (int i = 0; i < pieces.size(); i++) {
            T piece = renamed.apply(pieces.get(i), arrivals.get(i).as());
            switch (arrivals.get(i).state()) {
                case NEW, RENAMED -> merged.add(piece);
                case CHANGED ->
                        merged.replaceAll(
                                it ->
                                        name.apply(it).equals(name.apply(piece))
                                                ? instead.apply(it, piece)
                                                : it);
                case SAME -> {}
            }
        }
        return merged;
    }

    private Arrival arrival(
            T piece, String as, Arrival.State state, List<Parcel.Change> differences) {
        return new Arrival(kind, name.apply(piece), as, state, differences);
    }
}
