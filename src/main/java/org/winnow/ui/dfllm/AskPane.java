package org.winnow.ui.dfllm;

import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.winnow.dfllm.ask.Answer.Said;
import org.winnow.dfllm.ask.Written;
import org.winnow.dfllm.ask.Written.Sentence;
import org.winnow.dfllm.corpus.Corpus;
import org.winnow.ui.dfllm.LanguageModel.Answered;
import org.winnow.ui.kit.Buttons;
import org.winnow.ui.kit.EmptyState;
import org.winnow.ui.kit.Labels;
import org.winnow.ui.kit.Navigator;
import org.winnow.ui.kit.Texts;

/** A question, and the sentences of the papers that answer it, each of which leads to its page. */
final class AskPane extends BorderPane {
    private final LanguageModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final TextField question = new TextField();
    private final VBox sentences = new VBox(12);
    private final ScrollPane scroll = new ScrollPane(sentences);

    AskPane(LanguageModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        sentences.getStyleClass().add("record-card");
        sentences.setId("language-answer");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("record-page");
        setTop(bar());
        model.answerProperty().subscribe(this::show);
        model.corpusProperty().subscribe(now -> show(model.answerProperty().get()));
    }

    private HBox bar() {
        question.setId("language-question");
        question.setPromptText(texts.get("language.question"));
        question.setAccessibleText(texts.get("language.question"));
        question.textProperty().bindBidirectional(model.questionProperty());
        question.setOnAction(e -> model.ask());
        HBox.setHgrow(question, Priority.ALWAYS);
        Button ask = Buttons.primary("language-put", texts.get("language.put"), model::ask);
        ask.disableProperty()
                .bind(model.busyProperty().or(question.textProperty().isEmpty()));
        ask.setMinWidth(USE_PREF_SIZE);
        HBox bar = new HBox(8, question, ask);
        bar.getStyleClass().add("screen-filter");
        return bar;
    }

    private void show(@Nullable Answered answered) {
        if (answered == null) {
            Corpus corpus = model.corpusProperty().get();
            setCenter(corpus != null && corpus.reports() == 0 ? new NoPapers(texts, navigator) : unasked(corpus));
            return;
        }
        sentences.getChildren().setAll(Labels.wrapped(answered.answer().question(), "heading"));
        Written written = answered.written();
        if (written == null ? !answered.answer().found() : !written.answered()) {
            sentences.getChildren().add(Labels.wrapped(texts.get("language.notFound")));
        }
        if (written == null) {
            answered.answer().sentences().forEach(s -> sentences.getChildren().add(card(s, answered)));
        } else {
            written.sentences().forEach(s -> sentences.getChildren().add(card(s, answered)));
            sentences
                    .getChildren()
                    .addAll(Labels.wrapped(texts.get("language.written"), "muted", "hint"), checks(written));
        }
        if (answered.tuned()) {
            sentences.getChildren().add(Labels.wrapped(texts.get("language.tuned"), "muted", "hint"));
        }
        scroll.setVvalue(0);
        setCenter(scroll);
    }

    private EmptyState unasked(@Nullable Corpus corpus) {
        Button read = Buttons.primary("language-first", texts.get("language.read"), model::read);
        read.disableProperty().bind(model.busyProperty());
        read.setVisible(corpus == null);
        return new EmptyState(
                "language-none",
                Feather.MESSAGE_CIRCLE,
                texts.get("language.none.headline"),
                texts.get("language.none.sentence"),
                read);
    }

    /** What the person finds of an answer, for the record of questions. */
    private HBox checks(Written written) {
        HBox checks = new HBox(8);
        checks.getChildren()
                .addAll(
                        check("right", checks, written),
                        check("wrong", checks, written),
                        check("unclear", checks, written));
        checks.setVisible(!written.call().isEmpty());
        return checks;
    }

    private Button check(String found, HBox checks, Written written) {
        return Buttons.plain("language-check-" + found, texts.get("language.check." + found), () -> {
            model.choice().check(written.call(), found);
            checks.getChildren().setAll(Labels.muted(texts.get("language.checked." + found)));
        });
    }

    /** A sentence that a language model wrote, with the words that it rests on, or that it rests on none. */
    private VBox card(Sentence sentence, Answered answered) {
        Said source = sentence.source();
        VBox card = new VBox(6, Labels.wrapped(sentence.text()));
        if (!sentence.supported()) {
            card.getChildren().add(Labels.pill(texts.get("language.pill.unsupported"), "maybe"));
        }
        if (source == null) {
            card.getChildren().add(Labels.wrapped(texts.get("language.noQuote", sentence.quote()), "muted"));
        } else {
            card.getChildren()
                    .addAll(
                            Labels.wrapped(texts.get("language.quoted", source.text()), "muted"),
                            place(source, answered));
        }
        return asCard(card);
    }

    private VBox card(Said said, Answered answered) {
        return asCard(new VBox(6, Labels.wrapped(said.text()), place(said, answered)));
    }

    private static VBox asCard(VBox card) {
        card.getStyleClass().add("card");
        card.setMinHeight(USE_PREF_SIZE);
        return card;
    }

    private Hyperlink place(Said said, Answered answered) {
        String title = answered.titles().getOrDefault(said.report(), "");
        int page = said.quotes().isEmpty() ? 0 : said.quotes().getFirst().span().page();
        Hyperlink place = new Hyperlink(texts.get("language.place", title, page));
        place.setId("language-place");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        place.setOnAction(e -> model.show(said));
        return place;
    }
}
