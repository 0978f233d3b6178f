/** The window around the screens: stage rail, menus, shortcuts, navigation. */
@NullMarked
package org.winnow.ui.shell;

import org.jspecify.annotations.NullMarked;
