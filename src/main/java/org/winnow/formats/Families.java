package org.winnow.formats;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** All families of formats, in the order in which a file is shown to them. */
final class Families {
    /** Those whose files are bytes rather than characters. */
    static final List<Family> BINARY = List.of(new XlsxFamily());

    /** Those whose files are text; the stricter a family recognises its own, the earlier it is asked. */
    static final List<Family> TEXT = List.of(
            new XmlFamily(),
            new BibtexFamily(),
            TaggedFamily.ENW,
            TaggedFamily.CIW,
            TaggedFamily.REFWORKS,
            TaggedFamily.OVID,
            new RisFamily(),
            new NbibFamily(),
            new JsonFamily(),
            new IdsFamily());

    /** Those that take what no other recognises and what is not plainly something else. */
    static final List<Family> LAST = List.of(new TableFamily());

    private Families() {}

    static Optional<Family> reading(Format format) {
        return all().filter(f -> f.reads().contains(format)).findFirst();
    }

    static Optional<Family> writing(Format format) {
        return all().filter(f -> f.writes().contains(format)).findFirst();
    }

    /** The formats that any family reads, or any writes. */
    static Set<Format> formats(Function<Family, Set<Format>> of) {
        EnumSet<Format> formats = EnumSet.noneOf(Format.class);
        all().map(of).forEach(formats::addAll);
        return formats;
    }

    private static Stream<Family> all() {
        return Stream.of(BINARY, TEXT, LAST).flatMap(List::stream);
    }
}
