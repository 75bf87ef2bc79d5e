/// Settings as a readable JSON file that no crash can damage; JSON for everybody else.
@NullMarked
package dev.portico.store;

import org.jspecify.annotations.NullMarked;
