/// Sets a server up: makes an account there that may share ports, and nothing else.
@NullMarked
package dev.portico.setup;

import org.jspecify.annotations.NullMarked;
