package org.winnow.ui.importing;

import org.winnow.formats.table.TableMapping;

/** What this user said of tables' columns before, layout by layout. */
public interface TableMemory {
    /** What was once said of tables like this, laid over the layout of this one; else the layout as it is. */
    TableMapping remembered(TableMapping layout);

    void remember(TableMapping mapping);
}
