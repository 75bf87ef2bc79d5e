package dev.portico.desktop.tray;

import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/// Something on the bus whose properties can only be read.
abstract class ReadOnlyObject implements Properties {

    @Override
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"}) // the library's signature
    public <A> A Get(String interfaceName, String name) {
        Variant<?> value = GetAll(interfaceName).get(name);
        if (value == null) {
            throw new IllegalArgumentException("no property " + name);
        }
        return (A) value;
    }

    @Override
    public <A> void Set(String interfaceName, String name, A value) {
        throw new UnsupportedOperationException(name + " can only be read");
    }
}
