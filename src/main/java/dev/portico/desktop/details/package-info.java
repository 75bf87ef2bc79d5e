/// All about the share that is selected.
@NullMarked
package dev.portico.desktop.details;

import org.jspecify.annotations.NullMarked;
