/// Settings on disk.
@NullMarked
package dev.portico.store;

import org.jspecify.annotations.NullMarked;
