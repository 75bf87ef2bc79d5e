/// The domain: the words of Portico, the state of a share, and the keeper that holds it open.
/// Imports the JDK only.
@NullMarked
package dev.portico.share;

import org.jspecify.annotations.NullMarked;
