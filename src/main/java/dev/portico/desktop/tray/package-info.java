/// The icon in the panel, its menu, and what the system tells the user for Portico.
@NullMarked
package dev.portico.desktop.tray;

import org.jspecify.annotations.NullMarked;
