package org.winnow.dfllm.corpus;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sections that say nothing of a study's subject, told by their headings. */
public enum SectionKind {
    ACKNOWLEDGEMENTS("acknowledge?ments?|danksagung|remerciements|agradecimientos"),
    FUNDING(
            "funding( (sources?|statement|information))?|financial (support|disclosure)|(role of the )?funding sources?"),
    INTERESTS(
            "(declarations? of )?(conflicts? of interests?|(competing|conflicting) interests?|interests?)( statement)?"
                    + "|disclosures?|interessenkonflikte?"),
    CONTRIBUTIONS("(authors?'? ?)?contributions?( of authors)?|authorship( contributions?)?|credit author.*"),
    AVAILABILITY(
            "(data|code|materials?)( and (data|code|materials?))* (availability|accessibility|sharing)( statement)?"
                    + "|availability of (data|code|materials?).*"),
    ETHICS("ethic(s|al) (approval|statement|declarations?|considerations?).*|informed consent.*|consent (for|to) .*"),
    ABBREVIATIONS("(list of )?abbreviations( used)?"),
    KEYWORDS("key ?words|index terms"),
    SUPPLEMENT("(supplementa(ry|l)|supporting) (materials?|information|data|files?)|additional (information|files?)"
            + ".*|publisher'?s note|author (details|information)|about the authors?|how to cite.*|copyright.*"),
    /** What stands before the first heading but for prose: title, names, addresses. */
    FRONT("(?!)");

    private final Pattern heading;

    SectionKind(String heading) {
        this.heading = Pattern.compile(heading);
    }

    /** The kind that a heading names; empty for the sections that make up a paper. */
    static Optional<SectionKind> of(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT)
                .replace('\u2019', '\'')
                .replaceAll("[^\\p{L}']+", " ")
                .strip();
        return Stream.of(values())
                .filter(kind -> kind.heading.matcher(plain).matches())
                .findFirst();
    }

    /** Its name in files and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
