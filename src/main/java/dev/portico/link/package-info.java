/// SSH sessions and forwards.
@NullMarked
package dev.portico.link;

import org.jspecify.annotations.NullMarked;
