package org.winnow.ui.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.winnow.store.AuditTrail.Event;
import org.winnow.ui.kit.Texts;

class EventWordsTest {
    private final EventWords words = new EventWords(new Texts(Locale.ENGLISH));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            override   | statement | do   | flow records_screened: 120                    | Number of the flow diagram: records screened: 120
            override   | statement | do   | `flow dbr_excluded/Reason: of mine: 3`        | Number of the flow diagram: dbr excluded/Reason: of mine: 3
            override   | statement | do   | `flow records_screened: `                     | Number of the flow diagram: records screened: taken back
            kind       | statement | do   | review-kind review-kind: scoping              | Kind of review: scoping
            kind       | statement | undo | `review-kind review-kind: `                   | Undone – now: Kind of review: taken back
            look-again | statement | do   | `look-again {"stage":"full-text","reason":"a: b"}: New rule`  | Decisions to look at again: New rule
            pin        | statement | do   | pin ada                                       | PIN
            decide     | decision  | do   | full-text: exclude (Wrong design)             | Excluded at full text: Wrong design
            tag        | tag       | do   | tag: rct                                      | Tag: rct
            """)
    void anEventIsToldInThePersonsWords(String operation, String kind, String direction, String what, String told) {
        Event event = new Event(1, Instant.EPOCH, operation, kind, direction, "Ada", null, what, "");
        assertThat(words.headline(event)).isEqualTo(told);
    }
}
