package dev.portico.bench;

/// Under which circumstances rows are measured: one server, and the same for all contenders.
enum Stage {
    AES("aes128-gcm@openssh.com", 0, false),
    CHACHA("chacha20-poly1305@openssh.com", 0, false),
    COLD("aes128-gcm@openssh.com", 0, true),
    FAR("aes128-gcm@openssh.com", 50, false);

    private final String cipher;
    private final int roundTripMillis;
    private final boolean cold;

    Stage(String cipher, int roundTripMillis, boolean cold) {
        this.cipher = cipher;
        this.roundTripMillis = roundTripMillis;
        this.cold = cold;
    }

    String cipher() {
        return cipher;
    }

    int roundTripMillis() {
        return roundTripMillis;
    }

    /// A fresh process for each measurement, and nothing carried before it.
    boolean isCold() {
        return cold;
    }
}
