/// Other programs' notations, read and written.
@NullMarked
package dev.portico.interop;

import org.jspecify.annotations.NullMarked;
