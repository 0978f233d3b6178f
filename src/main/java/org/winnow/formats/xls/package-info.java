/** Excel workbooks of before 2007 (MS-XLS, BIFF8), turned into such as are written today. */
@NullMarked
package org.winnow.formats.xls;

import org.jspecify.annotations.NullMarked;
