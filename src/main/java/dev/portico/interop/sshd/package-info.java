/// What stands in the files of an OpenSSH server, and what opens its ports.
@NullMarked
package dev.portico.interop.sshd;

import org.jspecify.annotations.NullMarked;
