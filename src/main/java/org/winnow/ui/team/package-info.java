/** The team: its rules, conflicts side by side, agreement, and working apart with packs. */
@org.jspecify.annotations.NullMarked
package org.winnow.ui.team;
