package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.formats.text.Mojibake;
import org.winnow.model.BibRecord;
import org.winnow.model.Problem;
import org.winnow.model.Problem.Severity;

/** Text garbled on its way to the file is noticed, and put right only when asked. */
class MojibakeTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Müller’s café – “größer” naïve façade",
                "Über Ärzte, Öl und Straßen",
                "β-blockers ≥ 5 µg ± 2 °C × 3 €",
                "Влияние терапии на сон",
                "針灸治療失眠",
                "Ångström, Łódź, Škoda, ñandú",
                "emoji 😴 sleeps"
            })
    void whatWasGarbledOnceTwiceOrThreeTimesIsPutRight(String meant) {
        String once = garbled(meant, WINDOWS);
        assertThat(Mojibake.in(once)).as(once).isTrue();
        assertThat(Mojibake.repaired(once)).isEqualTo(meant);
        assertThat(Mojibake.repaired(garbled(once, WINDOWS))).isEqualTo(meant);
        assertThat(Mojibake.repaired(garbled(garbled(once, WINDOWS), WINDOWS))).isEqualTo(meant);
        assertThat(Mojibake.repaired(garbled(meant, StandardCharsets.ISO_8859_1)))
                .isEqualTo(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Plain words",
                "Müller’s café – “größer” naïve façade",
                "CAFÉ® and «À» and “CAFÉ”, NÃO, SÃO PAULO, Â, Ã",
                "l’été – à Paris… “é”, “MÄ” or such",
                "Île-de-France, Ångström",
                "β ≥ 5 µg ± 2 °C × 3 € ½ © ™",
                "Влияние терапии",
                "針灸治療",
                "5 ×\u00A03 and 2 ×\u00A010⁹, 7 ×\u00A0",
                "√π, √2 ≤ ≈∞, ¬p, ‚quoted‘, ‚Ärzte‘"
            })
    void whatIsSoundIsLeftAlone(String text) {
        assertThat(Mojibake.in(text)).isFalse();
        assertThat(Mojibake.repaired(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"‘Nhambita’s’ café – “größer” naïve façade", "Öl und Straßen", "α-synuclein’s ﬁbres"})
    void whatAMacReadIsPutRightToo(String meant) {
        Charset mac = Charset.forName("x-MacRoman");
        assertThat(Mojibake.in(garbled(meant, mac))).isTrue();
        assertThat(Mojibake.repaired(garbled(meant, mac))).isEqualTo(meant);
        assertThat(Mojibake.repaired(garbled(garbled(meant, WINDOWS), mac))).isEqualTo(meant);
    }

    @Test
    void itIsReportedAndNotRepairedByItself() throws IOException {
        Reading reading = Reading.of(ris("MÃ¼ller, JÃ¶rg", "Itâ€™s a cafÃ©"));
        assertThat(reading.only().title()).isEqualTo("Itâ€™s a cafÃ©");
        assertThat(reading.summary().garbled()).isEqualTo(1);
        assertThat(reading.problems()).singleElement().satisfies(p -> {
            assertThat(p)
                    .extracting(Problem::severity, Problem::line, Problem::record)
                    .containsExactly(Severity.GARBLED, 1L, 1L);
            assertThat(p.reason()).startsWith("“Ã¼” stands for “ü”.").contains("as it stands");
        });
    }

    @Test
    void itIsRepairedWhenAskedAndTheRawTextStays() throws IOException {
        String text = ris("MÃ¼ller, JÃ¶rg", "Itâ€™s a cafÃ©");
        Reading reading = Reading.of(text.getBytes(StandardCharsets.UTF_8), ReadOptions.AUTO.withRepair(true));
        BibRecord record = reading.only();
        assertThat(record.title()).isEqualTo("It’s a café");
        assertThat(record.authors()).extracting(a -> a.display()).containsExactly("Müller, Jörg");
        assertThat(record.raw()).contains("cafÃ©");
        assertThat(reading.problems()).extracting(Problem::severity).containsExactly(Severity.MENDED);
    }

    @Test
    void ofVeryManyGarbledRecordsTheFirstAreToldAndTheOthersCounted() throws IOException {
        Reading reading = Reading.of(ris("MÃ¼ller", "cafÃ©").repeat(250));
        assertThat(reading.summary().garbled()).isEqualTo(250);
        assertThat(reading.problems()).hasSize(101);
        assertThat(reading.problems().getLast().reason()).startsWith("150 further records");
    }

    @ParameterizedTest
    @CsvSource({"true, café", "false, cafÃ©"})
    void aTableIsTreatedTheSame(boolean repair, String title) throws IOException {
        byte[] table = "title,year\ncafÃ©,2001\n".getBytes(StandardCharsets.UTF_8);
        assertThat(List.of(Reading.of(table, ReadOptions.AUTO.withRepair(repair))
                        .only()
                        .title()))
                .containsExactly(title);
    }

    /** UTF-8 read as another coding; a byte that the coding lacks keeps its number, as programs do. */
    private static String garbled(String text, Charset readAs) {
        StringBuilder out = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = new String(new byte[] {b}, readAs).charAt(0);
            out.append(c == '\uFFFD' ? (char) (b & 0xFF) : c);
        }
        return out.toString();
    }

    private static String ris(String author, String title) {
        return "TY  - JOUR\nAU  - " + author + "\nTI  - " + title + "\nER  - \n\n";
    }
}
