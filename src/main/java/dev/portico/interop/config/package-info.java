@NullMarked
package dev.portico.interop.config;

import org.jspecify.annotations.NullMarked;
