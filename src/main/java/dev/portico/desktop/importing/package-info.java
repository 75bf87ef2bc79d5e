@NullMarked
package dev.portico.desktop.importing;

import org.jspecify.annotations.NullMarked;
