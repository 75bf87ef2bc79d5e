package dev.portico.store.keyring;

import static dev.portico.store.keyring.NativeCall.INT;
import static dev.portico.store.keyring.NativeCall.POINTER;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// The Credential Manager of Windows (advapi32, 64 bits); it is never locked. Has not been run yet.
@SuppressWarnings("restricted") // both launchers allow it
final class CredentialManager implements NativeStore {
    private static final int GENERIC = 1;
    private static final int PERSIST_LOCAL_MACHINE = 2;
    private static final int NOT_FOUND = 1168;

    /// Where the parts of a CREDENTIALW stand.
    private static final int SIZE = 80;

    private static final int TYPE = 4;
    private static final int TARGET = 8;
    private static final int BLOB_SIZE = 32;
    private static final int BLOB = 40;
    private static final int PERSIST = 48;

    private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
    private static final List<Linker.Option> OPTIONS =
            List.of(Linker.Option.captureCallState("GetLastError"));

    private final NativeCall read;
    private final NativeCall write;
    private final NativeCall delete;
    private final NativeCall free;

    CredentialManager() {
        SymbolLookup library = SymbolLookup.libraryLookup("Advapi32", Arena.global());
        read = NativeCall.of(library, "CredReadW", OPTIONS, POINTER, INT, INT, POINTER);
        write = NativeCall.of(library, "CredWriteW", OPTIONS, POINTER, INT);
        delete = NativeCall.of(library, "CredDeleteW", OPTIONS, POINTER, INT, INT);
        free =
                new NativeCall(
                        "CredFree",
                        Linker.nativeLinker()
                                .downcallHandle(
                                        library.find("CredFree").orElseThrow(),
                                        FunctionDescriptor.ofVoid(POINTER)));
    }

    @Override
    public void mayAsk(boolean mayAsk) {
        // Windows never asks
    }

    @Override
    public Optional<byte[]> read(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment found = arena.allocate(POINTER);
            if (read.call(state, text(arena, name), GENERIC, 0, found) == 0) {
                return missing(state);
            }
            MemorySegment credential = found.get(POINTER, 0).reinterpret(SIZE);
            int size = credential.get(INT, BLOB_SIZE);
            MemorySegment blob = credential.get(POINTER, BLOB).reinterpret(size);
            byte[] bytes = blob.toArray(ValueLayout.JAVA_BYTE);
            blob.fill((byte) 0);
            free.run(credential);
            return Optional.of(bytes);
        }
    }

    @Override
    public boolean write(String name, byte[] secret) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            MemorySegment blob = arena.allocateFrom(ValueLayout.JAVA_BYTE, secret);
            MemorySegment credential = arena.allocate(SIZE, Long.BYTES);
            credential.set(INT, TYPE, GENERIC);
            credential.set(POINTER, TARGET, text(arena, name));
            credential.set(INT, BLOB_SIZE, secret.length);
            credential.set(POINTER, BLOB, blob);
            credential.set(INT, PERSIST, PERSIST_LOCAL_MACHINE);
            int written = write.call(state, credential, 0);
            blob.fill((byte) 0);
            if (written == 0) {
                throw failed(state);
            }
            return true;
        }
    }

    @Override
    public boolean delete(String name) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(STATE);
            return delete.call(state, text(arena, name), GENERIC, 0) != 0
                    || missing(state).isPresent();
        }
    }

    private static Optional<byte[]> missing(MemorySegment state) throws IOException {
        if (lastError(state) == NOT_FOUND) {
            return Optional.empty();
        }
        throw failed(state);
    }

    private static IOException failed(MemorySegment state) {
        return new IOException("Credential Manager, error " + lastError(state));
    }

    private static int lastError(MemorySegment state) {
        return state.get(INT, 0);
    }

    private static MemorySegment text(Arena arena, String name) {
        return arena.allocateFrom(name, StandardCharsets.UTF_16LE);
    }
}
