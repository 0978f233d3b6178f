package org.winnow.screening;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PinTest {
    @Test
    void onlyThePinItselfMatchesWhatIsKept() {
        String kept = Pin.kept("4711");

        assertThat(Pin.matches(kept, " 4711 ")).isTrue();
        assertThat(Pin.matches(kept, "4712")).isFalse();
        assertThat(Pin.matches(kept, "")).isFalse();
        assertThat(kept).doesNotContain("4711").isNotEqualTo(Pin.kept("4711"));
    }

    @Test
    void whereNoneIsKeptNothingIsAskedAndWhatIsNoPinMatchesNothing() {
        assertThat(Pin.matches(null, "")).isTrue();
        assertThat(Pin.matches("4711", "4711")).isFalse();
    }
}
