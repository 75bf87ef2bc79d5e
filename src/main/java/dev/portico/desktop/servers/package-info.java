/// The view of the saved servers.
@NullMarked
package dev.portico.desktop.servers;

import org.jspecify.annotations.NullMarked;
