package org.winnow.ui.fulltext;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import org.winnow.ui.fulltext.SelectionModel.Step;

/** What keys do while the pages have the focus: scroll, turn over, select, copy. */
final class PagesKeys {
    private static final double LINE = 48;

    private final PdfModel model;
    private final SheetModel sheet;

    PagesKeys(PdfModel model) {
        this.model = model;
        this.sheet = model.sheet();
    }

    void pressed(KeyEvent e) {
        Runnable command = e.isAltDown() ? null : command(e);
        if (command != null) {
            e.consume();
            command.run();
        }
    }

    private @Nullable Runnable command(KeyEvent e) {
        if (e.isShiftDown() && step(e) != null) {
            return () -> select(e);
        }
        if (e.isShortcutDown()) {
            return switch (e.getCode()) {
                case C -> this::copy;
                case A -> () -> model.selection().page(sheet.pageProperty().get());
                case HOME -> () -> sheet.goTo(1);
                case END -> () -> sheet.goTo(Integer.MAX_VALUE);
                default -> null;
            };
        }
        return switch (e.getCode()) {
            case UP -> () -> sheet.scrollBy(0, -LINE);
            case DOWN -> () -> sheet.scrollBy(0, LINE);
            case LEFT -> () -> turn(-1);
            case RIGHT -> () -> turn(1);
            case PAGE_UP -> () -> sheet.turnOver(-1);
            case PAGE_DOWN -> () -> sheet.turnOver(1);
            case SPACE -> () -> sheet.turnOver(e.isShiftDown() ? -1 : 1);
            case HOME -> () -> sheet.goTo(1);
            case END -> () -> sheet.goTo(Integer.MAX_VALUE);
            case ESCAPE -> model.selection()::clear;
            default -> null;
        };
    }

    /** Pages that are wider than the window are first seen in whole. */
    private void turn(int direction) {
        PageLayout layout = sheet.layoutProperty().get();
        if (layout.width() > sheet.width() + 1) {
            sheet.scrollBy(direction * LINE, 0);
        } else {
            sheet.goTo(layout.further(sheet.pageProperty().get(), direction));
        }
    }

    private static @Nullable Step step(KeyEvent e) {
        return switch (e.getCode()) {
            case LEFT, RIGHT -> e.isShortcutDown() ? Step.WORD : Step.LETTER;
            case UP, DOWN -> Step.LINE;
            case HOME, END -> Step.LINE_END;
            case PAGE_UP, PAGE_DOWN -> Step.PAGE;
            default -> null;
        };
    }

    private void select(KeyEvent e) {
        Step step = step(e);
        if (step != null) {
            boolean forward =
                    switch (e.getCode()) {
                        case RIGHT, DOWN, END, PAGE_DOWN -> true;
                        default -> false;
                    };
            model.selection().move(step, forward, sheet.pageProperty().get());
            Spot end = model.selection().end();
            if (end != null) {
                model.revealGap(end);
            }
        }
    }

    private void copy() {
        model.quote(text -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }
}
