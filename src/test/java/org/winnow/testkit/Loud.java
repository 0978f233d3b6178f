package org.winnow.testkit;

import org.winnow.model.UserException;
import org.winnow.ui.kit.Jobs;

/** Failures that fail the test. */
public final class Loud implements Jobs.Failures {
    @Override
    public void userCanMend(UserException e) {
        throw e;
    }

    @Override
    public void bug(Throwable e) {
        throw new AssertionError(e);
    }
}
