package org.winnow.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.winnow.model.RecordId;
import org.winnow.model.ReviewerId;
import org.winnow.model.SourceKind;
import org.winnow.model.Tag;
import org.winnow.model.TagColour;
import org.winnow.testkit.TestReview;

class TagsTest {
    @TempDir
    Path folder;

    @Test
    void newTagsGetColoursAndLettersOfTheirOwnAndUndoTakesALookBack() {
        try (Review review = TestReview.create(folder, "Ada")) {
            TestReview.importTitles(review, "PubMed", SourceKind.DATABASE, "One");
            review.write(Tags.put(new RecordId(1), new ReviewerId(1), "RCT"));
            review.write(Tags.ensure("Review"));
            review.write(Tags.ensure("rct"));
            assertThat(review.tags().all())
                    .extracting(Tag::name, Tag::letter, Tag::colour)
                    .containsExactly(tuple("RCT", "R", TagColour.BLUE), tuple("Review", "E", TagColour.ORANGE));

            Tag second = review.tags().all().get(1);
            review.write(Tags.look(new Tag(second.id(), second.name(), TagColour.PINK, "R")));
            assertThat(review.tags().all()).extracting(Tag::letter).containsExactly("", "R");
            review.undo();
            assertThat(review.tags().all()).extracting(Tag::letter).containsExactly("R", "E");

            review.write(Tags.retire(second.id()));
            assertThat(review.tags().all()).extracting(Tag::name).containsExactly("RCT");
            review.write(Tags.ensure("Review"));
            assertThat(review.tags().all()).extracting(Tag::letter).containsExactly("R", "E");
            assertThat(review.check()).isEmpty();
        }
    }
}
