package org.winnow.dfllm.card;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.winnow.store.Review;

/**
 * The licences of what is shared: which report and which base names which, where its words stand, and the words themselves
 * of the one that has to be given along.
 */
final class Licences {
    private static final String APACHE = "Apache-2.0";
    private static final Pattern COMMONS = Pattern.compile("CC-([A-Z-]+?)-(\\d\\.\\d)");

    private final Wording wording = new Wording();
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Licences() {}

    /** The files, by their names. */
    static Map<String, byte[]> files(Review review) {
        Licences licences = new Licences();
        licences.write(review);
        return licences.files;
    }

    private void write(Review review) {
        Map<String, List<String>> holders = new TreeMap<>();
        Runs.newest(review, Runs.CORPUS).ifPresent(corpus -> corpus.path("papers")
                .forEach(paper -> add(holders, paper.path("licence"), paper.path("title"))));
        Runs.newest(review, Runs.TUNING)
                .map(tuning -> tuning.path("base"))
                .ifPresent(base -> add(holders, base.path("licence"), base.path("name")));
        if (holders.isEmpty()) {
            return;
        }
        StringBuilder text = new StringBuilder(wording.of("licences.head")).append('\n');
        holders.forEach((licence, all) -> {
            text.append('\n').append(licence).append(place(licence)).append('\n');
            all.forEach(one -> text.append("- ").append(one).append('\n'));
        });
        files.put("LICENCES.txt", text.toString().getBytes(StandardCharsets.UTF_8));
        if (holders.containsKey(APACHE)) {
            files.put("licences/" + APACHE + ".txt", words(APACHE + ".txt"));
        }
    }

    private static void add(Map<String, List<String>> holders, JsonNode licence, JsonNode of) {
        if (!licence.asText().isBlank() && !of.asText().isBlank()) {
            holders.computeIfAbsent(licence.asText(), l -> new ArrayList<>()).add(of.asText());
        }
    }

    /** Where its words stand; how it is to be dealt with where they are not known to. */
    private String place(String licence) {
        Matcher commons = COMMONS.matcher(licence);
        if (commons.matches()) {
            return ": https://creativecommons.org/licenses/" + commons.group(1).toLowerCase(Locale.ROOT) + "/"
                    + commons.group(2) + "/legalcode";
        }
        return switch (licence) {
            case "CC0-1.0" -> ": https://creativecommons.org/publicdomain/zero/1.0/legalcode";
            case APACHE -> ": https://www.apache.org/licenses/LICENSE-2.0, licences/Apache-2.0.txt";
            case "MIT" -> ": https://opensource.org/license/mit";
            default -> licence.startsWith("CC-") ? wording.of("licences.version") : wording.of("licences.unknown");
        };
    }

    private static byte[] words(String name) {
        try (InputStream in = Licences.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
