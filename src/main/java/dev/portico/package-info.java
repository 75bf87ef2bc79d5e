/// Starts Portico and puts its parts together.
@NullMarked
package dev.portico;

import org.jspecify.annotations.NullMarked;
