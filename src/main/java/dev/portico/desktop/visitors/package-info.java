/// The page of the visitors: who is here now, and who was.
@NullMarked
package dev.portico.desktop.visitors;

import org.jspecify.annotations.NullMarked;
