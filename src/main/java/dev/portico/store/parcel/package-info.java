/// Servers and shares that come from others.
@NullMarked
package dev.portico.store.parcel;

import org.jspecify.annotations.NullMarked;
