package dev.portico.doctor;

import java.util.Locale;

/// What came of a check. A value alone never fails: failed means that it contradicts the wish.
public enum Outcome {
    PASSED,
    FAILED,
    SKIPPED;

    /// A contract with scripts.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
