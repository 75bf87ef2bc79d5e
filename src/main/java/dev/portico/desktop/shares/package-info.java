/// The view of the shares: composer, live table, first run.
@NullMarked
package dev.portico.desktop.shares;

import org.jspecify.annotations.NullMarked;
