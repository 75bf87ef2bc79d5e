/// The command line: what scripts and people type, and what they read back.
@NullMarked
package dev.portico.console;

import org.jspecify.annotations.NullMarked;
