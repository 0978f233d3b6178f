package org.winnow.ui.ranking;

import java.util.Optional;

/** Where it is written down that screening was stopped with records unread. Asked beside the FX thread. */
public interface StopDesk {
    /** The rule by which it was stopped, where it was. */
    Optional<String> stopped();

    /** @param rule the rule with its numbers and parameters, as the report will say it */
    void stop(String rule);

    void goOn();
}
