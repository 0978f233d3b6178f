package org.winnow.ui.ranking;

import org.winnow.model.TagId;

/** The room in which the records of a sample are read. */
public interface SampleRoom {
    /** Lists the undecided records with that tag. */
    void read(TagId tag);
}
