package org.winnow.formats;

import java.util.Optional;
import java.util.Set;
import org.winnow.formats.nbib.NbibFile;
import org.winnow.formats.ris.RisFile;

/** Tells RIS from MEDLINE text; both have tags at the start of their lines. */
final class Tagged {
    /** Tags that stand alone in many RIS files whose TY lines were lost. */
    private static final Set<String> RIS_ALONE = Set.of("ER", "T1", "A1", "Y1", "N2", "PY", "JF", "UR");

    private Tagged() {}

    /** The format of a tagged text, by the tags that only one of the two has. */
    static Optional<Format> of(String head) {
        int types = 0;
        int ris = 0;
        int medline = 0;
        for (String line : (Iterable<String>) head.lines()::iterator) {
            if (line.length() > 3 && line.length() < 4000 || line.startsWith("TY")) {
                String tag = RisFile.tag(line);
                types += tag.equals("TY") ? 1 : 0;
                ris += RIS_ALONE.contains(tag) ? 1 : 0;
                medline += NbibFile.telling(line) ? 1 : 0;
            }
        }
        if (types > 0) {
            return Optional.of(Format.RIS);
        }
        if (medline > 0 && medline * 4 >= ris) {
            return Optional.of(Format.NBIB);
        }
        return ris > 1 && !head.stripLeading().startsWith("<") ? Optional.of(Format.RIS) : Optional.empty();
    }
}
