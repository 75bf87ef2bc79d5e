/// The view of the window's own settings.
@NullMarked
package dev.portico.desktop.settings;

import org.jspecify.annotations.NullMarked;
