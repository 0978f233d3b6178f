/** What every screen is built from: jobs, texts, theme, dialogs, forms, buttons, columns, empty states. */
@NullMarked
package org.winnow.ui.kit;

import org.jspecify.annotations.NullMarked;
