package dev.portico.desktop.shares;

import dev.portico.desktop.look.Texts;
import dev.portico.desktop.ports.PortWatch;
import dev.portico.share.Share;

/// What stands below the target of a share.
record TargetNotes(PortWatch watch, Texts texts) {

    /// The ports that are shared together with it, or else what listens there.
    String of(Share share, Groups groups) {
        String beside = groups.beside(share);
        return beside.isEmpty()
                ? watch.at(share.target()).map(port -> PortWords.of(port, texts)).orElse("")
                : texts.of("target.together", "ports", beside);
    }
}
