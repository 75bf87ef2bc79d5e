package dev.portico.share;

import java.util.List;
import java.util.stream.Stream;

/// The addresses that a share turns away; they may change while it is open.
final class Blocklist implements Gate {
    static final String REASON = "blocked by you";

    private volatile List<String> addresses;

    Blocklist(List<String> addresses) {
        this.addresses = addresses;
    }

    @Override
    public Verdict admit(Visitor visitor) {
        return addresses.contains(visitor.address())
                ? new Verdict.Refuse(REASON)
                : new Verdict.Admit();
    }

    synchronized void block(String address) {
        addresses = Stream.concat(addresses.stream(), Stream.of(address)).distinct().toList();
    }

    synchronized void unblock(String address) {
        addresses = addresses.stream().filter(other -> !other.equals(address)).toList();
    }

    List<String> addresses() {
        return addresses;
    }
}
