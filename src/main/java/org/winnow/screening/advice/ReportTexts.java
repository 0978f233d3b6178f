package org.winnow.screening.advice;

import java.util.List;
import org.winnow.model.RecordId;
import org.winnow.work.Progress;

/** The full texts of reports, as far as a model is given them. */
public interface ReportTexts {
    /**
     * A passage of a report.
     *
     * @param sha256 of the file that it stands in
     * @param sentences in it, one after another
     */
    record Passage(String sha256, List<Sentence> sentences) {
        public Passage {
            sentences = List.copyOf(sentences);
        }
    }

    /** @param page that it begins on, from 1 */
    record Sentence(int page, String text) {}

    /** For title and abstract, where no full text is given. */
    ReportTexts NONE = (report, about, progress) -> List.of();

    /**
     * The passages of a report that bear on any of these, in reading order, its beginning among them; none where it has no
     * full text that can be read.
     */
    List<Passage> of(RecordId report, List<String> about, Progress progress);
}
