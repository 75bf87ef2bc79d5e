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
import java.util.stream.Stream;

/// Finds a name for each of some pieces of one kind, where others of that name may be saved.
final class Placing<T> {

    /// What is to be known of a kind.
    ///
    /// @param same whether a saved one and a piece are one
    /// @param changes what differs between them
    record Traits<T>(
            Arrival.Kind kind,
            Function<T, String> name,
            BiFunction<T, String, T> renamed,
            BiPredicate<T, T> same,
            BiFunction<T, T, List<Parcel.Change>> changes) {}

    private final Traits<T> traits;
    private final boolean replace;
    private final Map<String, T> there;
    private final Set<String> taken;

    /// @param replace whether what is saved gives way
    Placing(Traits<T> traits, List<T> saved, List<T> pieces, boolean replace) {
        this.traits = traits;
        this.replace = replace;
        this.there = saved.stream().collect(Collectors.toMap(traits.name(), it -> it));
        this.taken =
                Stream.concat(saved.stream(), pieces.stream())
                        .map(traits.name())
                        .collect(Collectors.toCollection(HashSet::new));
    }

    Arrival place(T piece) {
        String own = traits.name().apply(piece);
        T other = there.get(own);
        if (other == null) {
            return arrival(piece, own, Arrival.State.NEW, List.of());
        }
        if (traits.same().test(other, piece)) {
            return arrival(piece, own, Arrival.State.SAME, List.of());
        }
        return replace
                ? arrival(piece, own, Arrival.State.CHANGED, traits.changes().apply(other, piece))
                : beside(piece, own);
    }

    /// What came once under a number is known again by it.
    private Arrival beside(T piece, String own) {
        for (int number = 2; ; number++) {
            String next = own + "-" + number;
            T other = there.get(next);
            if (other != null && traits.same().test(other, traits.renamed().apply(piece, next))) {
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
            T piece = traits.renamed().apply(pieces.get(i), arrivals.get(i).as());
            switch (arrivals.get(i).state()) {
                case NEW, RENAMED -> merged.add(piece);
                case CHANGED ->
                        merged.replaceAll(
                                it ->
                                        traits.name().apply(it).equals(traits.name().apply(piece))
                                                ? instead.apply(it, piece)
                                                : it);
                case SAME -> {}
            }
        }
        return merged;
    }

    private Arrival arrival(
            T piece, String as, Arrival.State state, List<Parcel.Change> differences) {
        return new Arrival(traits.kind(), traits.name().apply(piece), as, state, differences);
    }
}
