package org.winnow.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.winnow.model.BibRecord;

/** Whatever a file is coded in, its letters arrive; also when the first special one comes late. */
class EncodingsTest {
    private static final String GERMAN = "Schlafstörungen bei Müttern – größere Häufigkeit, „Studie“ aus Köln";
    private static final String FRENCH =
            "Étude de l’efficacité du traitement chez les personnes âgées : où en est-on ?";
    private static final String SPANISH = "Prevención de la infección en niños: ¿qué más?";
    private static final String CHINESE = "针灸治疗失眠的随机对照试验：一项系统评价与荟萃分析。方法：检索数据库，纳入随机试验";
    private static final String JAPANESE = "睡眠時無呼吸症候群に対する治療の効果についての無作為化比較試験。これは日本語の抄録です";
    private static final String KOREAN = "불면증 치료에 대한 무작위 대조 시험의 체계적 문헌 고찰 및 메타 분석 연구";
    private static final String RUSSIAN = "Влияние терапии на качество сна у больных: рандомизированное исследование";
    private static final String LATE = "TY  - JOUR\nTI  - Plain words come first\nER  - \n\n".repeat(8000);

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8",
        "UTF-16LE, UTF-16LE",
        "UTF-16BE, UTF-16BE",
        "UTF-32LE, UTF-32LE",
        "UTF-32BE, UTF-32BE",
        "windows-1252, windows-1252",
        "x-MacRoman, MacRoman"
    })
    void europeanTextArrives(String charset, String called) throws IOException {
        for (String title : List.of(GERMAN, FRENCH, SPANISH)) {
            Reading reading = Reading.of(ris(title).getBytes(Charset.forName(charset)));
            assertThat(reading.only().title()).isEqualTo(title);
            assertThat(reading.summary().detection().encodingName()).isEqualTo(called);
            assertThat(reading.problems()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void chineseTextArrivesInEveryFormOfUnicode(String charset) throws IOException {
        Reading reading = Reading.of(ris(CHINESE).getBytes(Charset.forName(charset)));
        assertThat(reading.only().title()).isEqualTo(CHINESE);
        assertThat(reading.summary().detection().encodingName()).isEqualTo(charset);
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, GB18030," + CHINESE,
        "Big5, Big5, 針灸治療失眠的隨機對照試驗：一項系統性評價與統合分析。方法：檢索資料庫",
        "Shift_JIS, Shift_JIS," + JAPANESE,
        "EUC-JP, EUC-JP," + JAPANESE,
        "ISO-2022-JP, ISO-2022-JP," + JAPANESE,
        "EUC-KR, EUC-KR," + KOREAN,
        "windows-1251, windows-1251," + RUSSIAN,
        "KOI8-R, KOI8-R," + RUSSIAN
    })
    void otherScriptsArriveAtOnceAndLate(String charset, String called, String title) throws IOException {
        Reading early = Reading.of(ris(title).getBytes(Charset.forName(charset)));
        assertThat(early.only().title()).isEqualTo(title);
        assertThat(early.summary().detection().encodingName()).isEqualTo(called);
        if (!called.startsWith("ISO-2022")) {
            Reading late = Reading.of((LATE + ris(title)).getBytes(Charset.forName(charset)));
            assertThat(late.records().getLast().title()).isEqualTo(title);
            assertThat(late.summary().detection().encodingName()).isEqualTo(called);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GB18030, 凯撒",
        "GB18030, 测试期刊",
        "GB18030, 王伟",
        "GB18030, 用CT检查肺癌",
        "Big5, 睡眠呼吸中止症",
        "Big5, 王小明",
        "Shift_JIS, 睡眠時無呼吸症候群",
        "Shift_JIS, 山田太郎",
        "Shift_JIS, システマティックレビュー",
        "EUC-JP, 日本における糖尿病の有病率",
        "EUC-KR, 수면 무호흡증",
        "windows-1251, Лечение",
        "windows-1251, Сон и бессонница",
        "KOI8-R, Сон и бессонница",
        "windows-1253, Ύπνος και υγεία",
        "windows-1250, Leczenie chorób płuc",
        "windows-1250, Žluťoučký kůň",
        "x-MacRoman, Étude de l’été",
        "x-MacRoman, Größe und Übergröße",
        "windows-1252, Größe und Übergröße",
        "windows-1252, Étude de l’été",
        "windows-1252, Avaliação à São Paulo",
        "windows-1252, Garçon"
    })
    void aFewLettersAreEnough(String charset, String title) throws IOException {
        String entry = "@article{key2013,\n  author = {" + title + "},\n  title = {" + title + "}\n}\n";
        for (String text : List.of(ris(title), entry)) {
            assertThat(Reading.of(text.getBytes(Charset.forName(charset)))
                            .only()
                            .title())
                    .isEqualTo(title);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "x-MacRoman", "UTF-8"})
    void oneLateLetterIsEnough(String charset) throws IOException {
        Reading reading = Reading.of((LATE + ris("Sleep in the café")).getBytes(Charset.forName(charset)));
        assertThat(reading.records().getLast().title()).isEqualTo("Sleep in the café");
    }

    @Test
    void chineseNamesAmongEnglishTextArriveInGb18030() throws IOException {
        String text = "TY  - JOUR\nTI  - Acupuncture for insomnia\nAU  - 王小明\nAU  - 李红\nJO  - 中国针灸\n"
                + "AB  - English abstract follows.\nER  - \n";
        BibRecord record = Reading.of(text.getBytes(Charset.forName("GB18030"))).only();
        assertThat(record.authors()).extracting(a -> a.family()).containsExactly("王小明", "李红");
        assertThat(record.journal()).isEqualTo("中国针灸");
    }

    @Test
    void signsOfMeasureDoNotMakeAFileMacRoman() throws IOException {
        String title = "Dose of 5 µg ± 2 at 37 °C, 95% CI 1.2–3.4, ≥ none; © 2001";
        String windows = title.replace("≥", ">");
        Reading reading = Reading.of(ris(windows).getBytes(Encodings.WINDOWS));
        assertThat(reading.only().title()).isEqualTo(windows);
        assertThat(reading.summary().detection().encodingName()).isEqualTo("windows-1252");
    }

    @Test
    void lineEndsOfEveryKindMayBeMixed() throws IOException {
        Reading reading = Reading.of("TY  - JOUR\r\nTI  - A\rPY  - 2001\nER  - \r\n\rTY  - JOUR\nTI  - B\r\nER  - ");
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("A", "B");
        assertThat(reading.records().getFirst().year()).isEqualTo(2001);
        assertThat(reading.lines()).containsExactly(1L, 6L);
    }

    @Test
    void filesPastedTogetherInDifferentCodingsKeepTheirLetters() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(ris(FRENCH).getBytes(StandardCharsets.UTF_8));
        file.write(ris("Garçon").getBytes(Encodings.WINDOWS));
        Reading reading = Reading.of(file.toByteArray());
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly(FRENCH, "Garçon");
    }

    @Test
    void aCharacterBeyondTheFirstPlaneArrivesWhereverItStands() throws IOException {
        List<String> formats = List.of(
                "TY  - JOUR\nTI  - %s\nER  - \n",
                "@article{key, title = {%s}}\n",
                "<?xml version=\"1.0\"?><xml><records><record><titles><title>%s</title></titles></record></records></xml>",
                "title,year\n%s,2001\n",
                "[{\"type\": \"article\", \"title\": \"%s\"}]");
        for (String format : formats) {
            for (int at = (1 << 16) - 2; at < (1 << 16) + 2; at++) {
                String title = "x".repeat(at - format.indexOf("%s")) + "\uD83D\uDE34 sleeps" + "z".repeat(70_000);
                Reading reading = Reading.of(format.formatted(title));
                assertThat(reading.only().title()).isEqualTo(title);
                assertThat(reading.problems()).isEmpty();
            }
        }
    }

    @Test
    void jsonIsReadInAnyCodingAndDamagedBytesCostNothingElse() throws IOException {
        String json = "[{\"type\":\"article\",\"title\":\"Größe\"},{\"type\":\"article\",\"title\":\"Übung\"}]";
        for (String charset : List.of("UTF-8", "UTF-16LE", "windows-1252", "x-MacRoman")) {
            assertThat(Reading.of(json.getBytes(Charset.forName(charset))).records())
                    .extracting(BibRecord::title)
                    .containsExactly("Größe", "Übung");
        }
        byte[] damaged = (json.replace("Übung", "\u0001bung") + " ".repeat(9)).getBytes(StandardCharsets.UTF_8);
        damaged[new String(damaged, StandardCharsets.ISO_8859_1).indexOf('\u0001')] = (byte) 0xDC;
        Reading reading = Reading.of(damaged);
        assertThat(reading.records()).extracting(BibRecord::title).containsExactly("Größe", "Übung");
        assertThat(reading.problems()).extracting(p -> p.record()).containsExactly(2L);
    }

    private static String ris(String title) {
        return "TY  - JOUR\nTI  - " + title + "\nPY  - 2001\nER  - \n\n";
    }

    private static final class Encodings {
        private static final Charset WINDOWS = Charset.forName("windows-1252");
    }
}
