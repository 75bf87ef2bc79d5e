/// The SSH server and the site for a first try on this computer.
@NullMarked
package dev.portico.practice;

import org.jspecify.annotations.NullMarked;
