package org.winnow.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The window's words: every key that the code uses is there, and every key that is there is used. */
class TextsTest {
    /** A whole key, or the beginning of one that is put together at run time. */
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-zA-Z]*(?:\\.[a-zA-Z0-9–/-]+)*\\.?)\"");

    private static final Pattern ASKED = Pattern.compile("texts\\s*\\.get(?:Or)?\\(\\s*\"([^\"]+)\"(\\s*\\+)?");

    private static String sources = "";

    @BeforeAll
    static void readTheSources() throws IOException {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/org/winnow"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                if (file.toString().matches(".*[/\\\\](ui|app)[/\\\\].*")) {
                    all.append(Files.readString(file));
                }
            }
        }
        sources = all.toString();
    }

    @Test
    void everyKeyThatIsAskedForIsThere() {
        Set<String> missing = new TreeSet<>();
        Matcher m = ASKED.matcher(sources);
        while (m.find()) {
            String key = m.group(1);
            boolean beginning = m.group(2) != null;
            if (beginning ? keys().stream().noneMatch(k -> k.startsWith(key)) : !keys().contains(key)) {
                missing.add(key);
            }
        }
        assertThat(missing).isEmpty();
    }

    @Test
    void everyKeyThatIsThereIsUsed() {
        Set<String> literals = new TreeSet<>();
        Matcher m = LITERAL.matcher(sources);
        while (m.find()) {
            literals.add(m.group(1));
        }
        Set<String> unused = keys().stream()
                .filter(k ->
                        literals.stream().noneMatch(l -> k.equals(l) || k.startsWith(l.endsWith(".") ? l : l + ".")))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    private static Set<String> keys() {
        return ResourceBundle.getBundle("org.winnow.ui.texts").keySet();
    }
}
