/// Shares as other programs want them written.
@NullMarked
package dev.portico.interop.export;

import org.jspecify.annotations.NullMarked;
