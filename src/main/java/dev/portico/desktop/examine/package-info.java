/// The examination of a share or a server, as it happens.
@NullMarked
package dev.portico.desktop.examine;

import org.jspecify.annotations.NullMarked;
