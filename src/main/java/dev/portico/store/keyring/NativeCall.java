package dev.portico.store.keyring;

import java.io.IOException;
import java.lang.foreign.AddressLayout;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/// A function of a library of the system.
@SuppressWarnings("restricted") // both launchers allow it
record NativeCall(String name, MethodHandle handle) {
    static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT;
    static final AddressLayout POINTER = ValueLayout.ADDRESS;

    /// One that gives back an int.
    static NativeCall of(
            SymbolLookup library, String name, List<Linker.Option> options, MemoryLayout... takes) {
        MemorySegment function = library.find(name).orElseThrow();
        return new NativeCall(
                name,
                Linker.nativeLinker()
                        .downcallHandle(
                                function,
                                FunctionDescriptor.of(INT, takes),
                                options.toArray(Linker.Option[]::new)));
    }

    int call(Object... arguments) throws IOException {
        return (int) invoke(arguments);
    }

    /// One that gives nothing back.
    void run(Object... arguments) throws IOException {
        invoke(arguments);
    }

    private Object invoke(Object... arguments) throws IOException {
        try {
            return handle.invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IOException(name, e);
        }
    }
}
