package dev.portico.doctor;

/// A server that is set up wrong in one way, and what a good doctor says of it.
///
/// @param way which of several ways of mending fits it
record Ailment(String name, Check check, String why, String way, Ward ward) {

    /// Where it is made to ail.
    @FunctionalInterface
    interface Ward {
        Clinic open() throws Exception;
    }

    static Ailment of(String name, Check check, String why, Ward ward) {
        return new Ailment(name, check, why, "", ward);
    }

    @Override
    public String toString() {
        return name;
    }
}
