package org.winnow.testkit;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.testfx.api.FxToolkit;

/**
 * TestFX keeps every event that its stage ever saw, and with the events the nodes that they were for: all windows of all
 * tests. It stops when it is told of another stage, or of none; nothing here asks which one it knows.
 */
final class NoEventsKept implements BeforeEachCallback {
    @Override
    public void beforeEach(ExtensionContext context) {
        FxToolkit.toolkitContext().setRegisteredStage(null);
    }
}
