package dev.portico.link;

import java.io.IOException;

/// The local service broke its connection; concerns one visitor only.
final class LocalFailure extends IOException {
    private static final long serialVersionUID = 1L;

    LocalFailure(IOException cause) {
        super(cause);
    }
}
