package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.winnow.fulltext.layout.PageText;
import org.winnow.model.PlacedText.Place;

/** What holds of the places of every article. */
final class PlacesLaw {
    private PlacesLaw() {}

    /** Each place of a section names the very characters on its page, and no letter of the section is without one. */
    static void check(Article article) {
        Map<Integer, String> pages = article.text().stream().collect(Collectors.toMap(PageText::page, PageText::text));
        for (Section section : article.sections()) {
            String text = section.text();
            StringBuilder uncovered = new StringBuilder(text);
            for (Place place : section.placed().places()) {
                int length = place.end() - place.start();
                assertThat(pages.get(place.page()).substring(place.pageStart(), place.pageStart() + length))
                        .isEqualTo(text.substring(place.start(), place.end()));
                for (int i = place.start(); i < place.end(); i++) {
                    uncovered.setCharAt(i, ' ');
                }
            }
            assertThat(uncovered.toString()).isBlank();
        }
    }
}
