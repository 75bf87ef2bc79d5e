/// What every view is made of: words, marks, icons, amounts, toasts, dialogs, work in the
/// background.
@NullMarked
package dev.portico.desktop.look;

import org.jspecify.annotations.NullMarked;
