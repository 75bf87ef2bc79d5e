package dev.portico.desktop.importing;

import dev.portico.interop.config.servers.Imported;
import dev.portico.interop.config.servers.State;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// One alias, and whether it is wanted.
record ImportRow(Imported imported, State state, BooleanProperty chosen) {

    /// What is the same already has no need of it.
    static ImportRow of(Imported imported, State state) {
        return new ImportRow(
                imported, state, new SimpleBooleanProperty(!(state instanceof State.Same)));
    }
}
