/// Shares and servers as other programs want them written, to copy or to save.
@NullMarked
package dev.portico.desktop.exporting;

import org.jspecify.annotations.NullMarked;
