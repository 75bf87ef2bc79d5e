/// The practice server.
@NullMarked
package dev.portico.practice;

import org.jspecify.annotations.NullMarked;
