/// The set-up of a server, step by step.
@NullMarked
package dev.portico.desktop.setup;

import org.jspecify.annotations.NullMarked;
