package org.winnow.app;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import org.winnow.store.NewReview;
import org.winnow.ui.kit.Form;
import org.winnow.ui.kit.Texts;

/** What is asked before a review is made: its title, who decides, and how many decide on each record. */
final class NewReviewForm {
    private final TextField title = new TextField();
    private final TextField reviewer = new TextField();
    private final TextField others = new TextField();
    private final RadioButton one = new RadioButton();
    private final RadioButton two = new RadioButton();
    private final Form form = new Form();

    NewReviewForm(Texts texts, String knownReviewer) {
        title.setId("new-title");
        reviewer.setId("new-reviewer");
        reviewer.setText(knownReviewer);
        others.setId("new-others");
        one.setText(texts.get("new.one"));
        two.setText(texts.get("new.two"));
        ToggleGroup group = new ToggleGroup();
        one.setToggleGroup(group);
        two.setToggleGroup(group);
        two.setSelected(true);
        form.field(texts.get("new.title"), title)
                .checked(title, t -> t.isEmpty() ? texts.get("new.title.missing") : "")
                .field(texts.get("new.reviewer"), reviewer)
                .checked(reviewer, t -> t.isEmpty() ? texts.get("new.reviewer.missing") : "")
                .field(texts.get("new.others"), others, texts.get("new.others.hint"))
                .field(texts.get("new.screeners"), new HBox(16, one, two), texts.get("new.screeners.hint"));
        form.setPrefWidth(520);
    }

    Form content() {
        return form;
    }

    NewReview spec() {
        List<String> names = new ArrayList<>();
        names.add(reviewer.getText().strip());
        Arrays.stream(others.getText().split("[,;]"))
                .map(String::strip)
                .filter(n -> !n.isEmpty())
                .forEach(names::add);
        return new NewReview(title.getText().strip(), names, one.isSelected() ? 1 : 2);
    }

    /** A file name made of the title. */
    String fileName() {
        String plain = title.getText()
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]+", "-")
                .replaceAll("^-|-$", "");
        return (plain.isEmpty() ? "review" : plain.substring(0, Math.min(plain.length(), 60))) + ".winnow";
    }
}
