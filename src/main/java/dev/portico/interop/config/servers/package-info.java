@NullMarked
package dev.portico.interop.config.servers;

import org.jspecify.annotations.NullMarked;
