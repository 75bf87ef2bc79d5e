package dev.portico.fuzz;

import java.util.List;
import java.util.Objects;

/// A reader of what others wrote, and what must hold of it whatever it is given.
public interface Fuzzed {

    /// What it is known to read, to begin with.
    List<String> seeds();

    /// Gives it one input; whatever comes out of here is a finding.
    void take(byte[] input) throws Exception;

    /// What else is to be instrumented, beside Portico itself.
    default List<String> libraries() {
        return List.of();
    }

    default String name() {
        return getClass().getSimpleName().replaceFirst("Fuzz$", "");
    }

    static void same(Object expected, Object read, String written) {
        if (!Objects.equals(expected, read)) {
            throw new AssertionError(
                    "written as <" + written + ">: expected " + expected + ", read " + read);
        }
    }
}
