package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.winnow.formats.ciw.CiwDialect;
import org.winnow.formats.enw.EnwDialect;
import org.winnow.formats.enw.EnwWriter;
import org.winnow.formats.ovid.OvidFile;
import org.winnow.formats.refworks.RefWorksDialect;
import org.winnow.formats.tagged.Dialect;
import org.winnow.formats.tagged.TaggedReader;
import org.winnow.model.ScreenedRecord;

/** The tagged formats other than RIS and MEDLINE text, which differ only in their dialects. */
final class TaggedFamily implements Family {
    static final Family OVID = new TaggedFamily(Format.OVID, OvidFile::recognises, OvidFile::dialect);
    static final Family ENW = new TaggedFamily(Format.ENW, EnwDialect::recognises, text -> new EnwDialect());
    static final Family CIW = new TaggedFamily(Format.CIW, CiwDialect::recognises, text -> new CiwDialect());
    static final Family REFWORKS =
            new TaggedFamily(Format.REFWORKS, RefWorksDialect::recognises, text -> new RefWorksDialect());

    private final Format format;
    private final Predicate<String> recogniser;
    private final Function<String, Dialect> dialect;

    private TaggedFamily(Format format, Predicate<String> recogniser, Function<String, Dialect> dialect) {
        this.format = format;
        this.recogniser = recogniser;
        this.dialect = dialect;
    }

    @Override
    public Set<Format> reads() {
        return Set.of(format);
    }

    @Override
    public Set<Format> writes() {
        return format == Format.ENW ? Set.of(Format.ENW) : Set.of();
    }

    @Override
    public long write(Format asked, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new EnwWriter(out).write(records);
    }

    /** RIS from Ovid has numbers between its records too. */
    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        boolean ours = recogniser.test(head.text()) && head.tagged().isEmpty();
        return ours ? Optional.of(format) : Optional.empty();
    }

    @Override
    public Finding open(Format asked, Head head) throws IOException {
        Dialect reading = dialect.apply(head.text());
        return new Finding(format, TaggedDatabase.of(format, head.text()), (contents, intake) -> new TaggedReader(
                        contents.lines(), intake, reading)
                .read());
    }
}
