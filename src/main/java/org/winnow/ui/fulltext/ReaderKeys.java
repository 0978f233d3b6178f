package org.winnow.ui.fulltext;

import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.winnow.model.AnnotationKind;
import org.winnow.ui.fulltext.SheetModel.Fit;
import org.winnow.ui.kit.VerdictBar;
import org.winnow.ui.kit.WindowKeys;

/** What keys do wherever in the reader the focus is. */
final class ReaderKeys {
    private final ReaderModel model;
    private final PdfModel pdf;
    private final VerdictBar verdicts;
    private final ReaderBar bar;
    private final ReaderView view;

    ReaderKeys(ReaderModel model, VerdictBar verdicts, ReaderBar bar, ReaderView view) {
        this.model = model;
        this.pdf = model.file().pdf();
        this.verdicts = verdicts;
        this.bar = bar;
        this.view = view;
    }

    /** Hears the keys of the window for as long as the reader is in it. */
    void listenFor(Node reader) {
        verdicts.listenWith(new WindowKeys(reader, this::letter));
        reader.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    private @Nullable Runnable letter(KeyCode code) {
        return switch (code) {
            case J -> model.walk()::next;
            case K -> model.walk()::previous;
            case W -> () -> pdf.sheet().fit(Fit.WIDTH);
            case P -> () -> pdf.sheet().fit(Fit.PAGE);
            case B -> bar::toggleTwo;
            case D -> bar::toggleNight;
            case SLASH -> view::find;
            case H -> () -> model.marks().mark(AnnotationKind.HIGHLIGHT);
            case L -> () -> model.marks().mark(AnnotationKind.UNDERLINE);
            case N -> () -> model.marks().mark(AnnotationKind.NOTE);
            case A -> () -> model.marks().mark(AnnotationKind.AREA);
            case Q -> model.questions()::begin;
            case DELETE -> model.marks()::remove;
            default -> verdicts.command(code);
        };
    }

    private void pressed(KeyEvent e) {
        Runnable command = e.isAltDown() ? null : e.isShortcutDown() ? withShortcut(e) : alone(e);
        if (command != null) {
            e.consume();
            command.run();
        }
    }

    private @Nullable Runnable withShortcut(KeyEvent e) {
        return switch (e.getCode()) {
            case F -> e.isShiftDown() ? view::search : view::find;
            case G -> bar::goToPage;
            case R -> pdf.sheet()::turn;
            case PLUS, EQUALS, ADD -> pdf.sheet()::zoomIn;
            case MINUS, SUBTRACT -> pdf.sheet()::zoomOut;
            case DIGIT0, NUMPAD0 -> () -> pdf.sheet().fit(Fit.WIDTH);
            default -> null;
        };
    }

    /** What was begun is left: marking, else writing a question; other fields have an Escape of their own. */
    private @Nullable Runnable leave(KeyEvent e) {
        if (model.marks().toolProperty().get() != null) {
            return () -> model.marks().toolProperty().set(null);
        }
        boolean elsewhere = e.getTarget() instanceof TextInputControl field
                && !String.valueOf(field.getId()).startsWith("question-");
        boolean writing = model.questions().writingProperty().get() != null;
        return writing && !elsewhere ? model.questions()::cancel : null;
    }

    private @Nullable Runnable alone(KeyEvent e) {
        return switch (e.getCode()) {
            case F3 -> e.isShiftDown() ? pdf.find()::previous : pdf.find()::next;
            case F4 -> view::toggleSide;
            case ESCAPE -> leave(e);
            default -> null;
        };
    }
}
