package dev.portico.store.keyring;

import static dev.portico.store.keyring.NativeCall.INT;
import static dev.portico.store.keyring.NativeCall.POINTER;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The login keychain of macOS (Security.framework). Has not been run yet.
@SuppressWarnings("restricted") // both launchers allow it
final class MacKeychain implements NativeStore {
    private static final String LIBRARY = "/System/Library/Frameworks/Security.framework/Security";
    private static final byte[] SERVICE = "Portico".getBytes(StandardCharsets.UTF_8);
    private static final int ITEM_NOT_FOUND = -25300;
    private static final int USER_CANCELED = -128;
    private static final int AUTH_FAILED = -25293;
    private static final int INTERACTION_NOT_ALLOWED = -25308;

    private record Found(MemorySegment item, MemorySegment bytes, int length) {}

    private final NativeCall find;
    private final NativeCall add;
    private final NativeCall delete;
    private final NativeCall free;
    private final NativeCall allowInteraction;

    MacKeychain() {
        SymbolLookup library = SymbolLookup.libraryLookup(LIBRARY, Arena.global());
        find = call(library, "FindGenericPassword", POINTER, POINTER, POINTER);
        add = call(library, "AddGenericPassword", INT, POINTER, POINTER);
        delete = NativeCall.of(library, "SecKeychainItemDelete", List.of(), POINTER);
        free = NativeCall.of(library, "SecKeychainItemFreeContent", List.of(), POINTER, POINTER);
        allowInteraction =
                NativeCall.of(
                        library,
                        "SecKeychainSetUserInteractionAllowed",
                        List.of(),
                        ValueLayout.JAVA_BYTE);
    }

    /// The keychain, service and account come first.
    private static NativeCall call(
            SymbolLookup library, String name, MemoryLayout a, MemoryLayout b, MemoryLayout c) {
        return NativeCall.of(
                library,
                "SecKeychain" + name,
                List.of(),
                POINTER,
                INT,
                POINTER,
                INT,
                POINTER,
                a,
                b,
                c);
    }

    @Override
    public void mayAsk(boolean mayAsk) throws IOException {
        check(allowInteraction.call((byte) (mayAsk ? 1 : 0)));
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Optional<Found> found = find(arena, name);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            MemorySegment secret = found.get().bytes().reinterpret(found.get().length());
            byte[] bytes = secret.toArray(ValueLayout.JAVA_BYTE);
            secret.fill((byte) 0);
            free.call(MemorySegment.NULL, secret);
            return Optional.of(bytes);
        }
    }

    @Override
    public boolean write(String name, byte[] secret) throws IOException {
        delete(name); // there is one item for each name
        try (Arena arena = Arena.ofConfined()) {
            byte[] account = name.getBytes(StandardCharsets.UTF_8);
            MemorySegment bytes = arena.allocateFrom(ValueLayout.JAVA_BYTE, secret);
            int status =
                    add.call(
                            MemorySegment.NULL,
                            SERVICE.length,
                            arena.allocateFrom(ValueLayout.JAVA_BYTE, SERVICE),
                            account.length,
                            arena.allocateFrom(ValueLayout.JAVA_BYTE, account),
                            secret.length,
                            bytes,
                            MemorySegment.NULL);
            bytes.fill((byte) 0);
            return !isDeclined(status) && check(status);
        }
    }

    @Override
    public boolean delete(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            Optional<Found> found = find(arena, name);
            if (found.isPresent()) {
                free.call(MemorySegment.NULL, found.get().bytes());
                check(delete.call(found.get().item()));
            }
            return found.isPresent();
        }
    }

    private Optional<Found> find(Arena arena, String name) throws IOException {
        byte[] account = name.getBytes(StandardCharsets.UTF_8);
        MemorySegment length = arena.allocate(INT);
        MemorySegment bytes = arena.allocate(POINTER);
        MemorySegment item = arena.allocate(POINTER);
        int status =
                find.call(
                        MemorySegment.NULL,
                        SERVICE.length,
                        arena.allocateFrom(ValueLayout.JAVA_BYTE, SERVICE),
                        account.length,
                        arena.allocateFrom(ValueLayout.JAVA_BYTE, account),
                        length,
                        bytes,
                        item);
        if (status == ITEM_NOT_FOUND || isDeclined(status)) {
            return Optional.empty();
        }
        check(status);
        return Optional.of(
                new Found(item.get(POINTER, 0), bytes.get(POINTER, 0), length.get(INT, 0)));
    }

    private static boolean isDeclined(int status) {
        return status == USER_CANCELED
                || status == AUTH_FAILED
                || status == INTERACTION_NOT_ALLOWED;
    }

    private static boolean check(int status) throws IOException {
        if (status != 0) {
            throw new IOException("Keychain, status " + status);
        }
        return true;
    }
}
