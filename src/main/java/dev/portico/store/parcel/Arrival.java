package dev.portico.store.parcel;

import dev.portico.store.Parcel;

import java.util.List;

/// One server or share of a file, and what becomes of it.
///
/// @param name in the file
/// @param as what it is called here
/// @param changes of the saved one, where that is replaced
public record Arrival(Kind kind, String name, String as, State state, List<Parcel.Change> changes) {

    public enum Kind {
        SERVER,
        SHARE
    }

    public enum State {
        NEW,
        /// It is saved here already.
        SAME,
        /// Another of that name is saved here and stays.
        RENAMED,
        /// It takes the place of the saved one of that name.
        CHANGED
    }

    public boolean isSaved() {
        return state != State.SAME;
    }
}
