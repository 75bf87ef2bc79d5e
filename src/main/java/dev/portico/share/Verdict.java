package dev.portico.share;

/// What the gate says of a visitor.
public sealed interface Verdict {
    record Admit() implements Verdict {}

    record Refuse(String reason) implements Verdict {}
}
