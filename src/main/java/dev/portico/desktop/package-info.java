/// The window: its frame, and how it is opened and closed.
@NullMarked
package dev.portico.desktop;

import org.jspecify.annotations.NullMarked;
