/// The keyrings of the systems: secrets that the user wants kept, and nowhere else.
@NullMarked
package dev.portico.store.keyring;

import org.jspecify.annotations.NullMarked;
