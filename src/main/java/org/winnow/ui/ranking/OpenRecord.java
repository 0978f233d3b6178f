package org.winnow.ui.ranking;

import org.winnow.model.RecordId;

/** Leads to a record in the room where titles and abstracts are decided. */
public interface OpenRecord {
    void open(RecordId record);
}
