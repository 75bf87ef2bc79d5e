/// What listens on this computer.
@NullMarked
package dev.portico.desktop.ports;

import org.jspecify.annotations.NullMarked;
