package org.winnow.formats;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.winnow.formats.json.CslWriter;
import org.winnow.formats.json.JsonRecords;
import org.winnow.model.ScreenedRecord;

/** Records as JSON: items of CSL, and the array that the commands print. */
final class JsonFamily implements Family {
    @Override
    public Set<Format> reads() {
        return Set.of(Format.CSL_JSON);
    }

    @Override
    public Set<Format> writes() {
        return Set.of(Format.CSL_JSON);
    }

    @Override
    public Optional<Format> recognise(Head head) throws IOException {
        String text = head.text().replaceFirst("^[\\s\\uFEFF]+", "");
        if (!text.startsWith("[") && !text.startsWith("{")) {
            return Optional.empty();
        }
        return JsonRecords.own(text) || JsonRecords.csl(text) ? Optional.of(Format.CSL_JSON) : Optional.empty();
    }

    @Override
    public Finding open(Format format, Head head) {
        return new Finding(format, "", (contents, intake) -> new JsonRecords(contents.text(), intake).read());
    }

    @Override
    public long write(Format format, Stream<ScreenedRecord> records, OutputStream out) throws IOException {
        return new CslWriter(out).write(records);
    }
}
