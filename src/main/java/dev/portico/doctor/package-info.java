/// Examines a server or a share along the chain from a name to a visitor, and says which link of it
/// is broken, why, and what mends it. One check, one class, one finding.
@NullMarked
package dev.portico.doctor;

import org.jspecify.annotations.NullMarked;
