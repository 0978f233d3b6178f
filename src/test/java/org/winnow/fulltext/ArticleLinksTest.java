package org.winnow.fulltext;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.winnow.model.Author;
import org.winnow.model.BibRecord;
import org.winnow.model.Doi;
import org.winnow.model.ReferenceType;

/** Links to a library's resolver, each key as Z39.88-2004 has it for the kind of work. */
class ArticleLinksTest {
    private static String library(String base, BibRecord.Builder record) {
        return ArticleLinks.library(base, record.build()).orElseThrow();
    }

    @Test
    void anArticleIsAskedForByItsFirstPageAndABookByItsOwnFormat() {
        String article = library(
                "https://resolver.example.edu/x?sid=1&",
                BibRecord.builder()
                        .title("Sleep & coffee")
                        .journal("J Sleep")
                        .pages("e12-e19")
                        .authors(List.of(new Author("Byron", "Ada")))
                        .doi(new Doi("10.1234/a.b")));
        assertThat(article)
                .startsWith("https://resolver.example.edu/x?sid=1&url_ver=Z39.88-2004&")
                .contains(
                        "&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Ajournal&",
                        "&rft.atitle=Sleep%20%26%20coffee&rft.jtitle=J%20Sleep&",
                        "&rft.spage=e12&",
                        "&rft.aulast=Byron&rft.aufirst=Ada")
                .endsWith("&rft_id=info%3Adoi%2F10.1234%2Fa.b");

        String book = library(
                "https://resolver.example.edu/",
                BibRecord.builder().type(ReferenceType.BOOK).title("Nights").isbn("9780306406157"));
        assertThat(book)
                .startsWith("https://resolver.example.edu/?url_ver=")
                .contains("mtx%3Abook&rft.genre=book&rft.btitle=Nights&rft.isbn=9780306406157")
                .doesNotContain("atitle");
        assertThat(library(
                        "https://r.example",
                        BibRecord.builder().type(ReferenceType.DISSERTATION).title("Waking")))
                .contains("mtx%3Adissertation&rft.title=Waking");
    }
}
