/// A server and a site for a first try, inside Portico and for this computer only.
@NullMarked
package dev.portico.practice;

import org.jspecify.annotations.NullMarked;
