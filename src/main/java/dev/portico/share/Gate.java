package dev.portico.share;

/// The rules of a share. Asked once per visitor, before the local service hears of it, on the
/// session's reader thread: an answer may not block.
@FunctionalInterface
public interface Gate {
    Gate OPEN = _ -> new Verdict.Admit();

    Verdict admit(Visitor visitor);
}
