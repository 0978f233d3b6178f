/** Tables with one record a row: comma, semicolon, tab or bar between cells, columns known by their names. */
@NullMarked
package org.winnow.formats.csv;

import org.jspecify.annotations.NullMarked;
