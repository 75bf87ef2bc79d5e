package dev.portico.desktop.servers;

import dev.portico.desktop.look.Mark;
import dev.portico.share.Problem;
import dev.portico.share.ServerTrial.Check;

import java.util.Optional;

/// One step of the test as the pane shows it.
///
/// @param state what the mark says
record TestLine(
        Check check,
        Mark mark,
        String state,
        String title,
        String words,
        String time,
        Optional<Problem> problem) {}
