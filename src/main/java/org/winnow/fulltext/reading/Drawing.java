package org.winnow.fulltext.reading;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.winnow.fulltext.annotation.MarksOfPdf;
import org.winnow.fulltext.drawing.CarefulRenderer;
import org.winnow.work.Cancelled;

/** Draws parts of pages as they are seen, without the marks that are hidden. */
final class Drawing {
    private final CarefulRenderer renderer;
    private volatile Set<UUID> hidden = Set.of();

    /** Says what to tell of a page that could not be drawn to its end. */
    interface Trouble {
        String of(Throwable damage);
    }

    Drawing(PDDocument document) {
        renderer = new CarefulRenderer(document);
    }

    /** Marks that stand in the file and are not drawn from now on. */
    void hide(Set<UUID> marks) {
        hidden = Set.copyOf(marks);
    }

    /**
     * Draws a part of a page; where it comes to no end, what was drawn until then, with a remark.
     *
     * @param size of the page as seen without turning it
     * @param tick called often; {@link Cancelled} leaves no picture, anything else that it throws leaves what was drawn
     */
    Picture draw(PageSize size, View view, View.Part part, Runnable tick, Trouble trouble) {
        Set<UUID> without = hidden;
        BufferedImage image = new BufferedImage(part.width(), part.height(), BufferedImage.TYPE_INT_RGB);
        AffineTransform onto = AffineTransform.getTranslateInstance(-part.x(), -part.y());
        onto.concatenate(turn(view, size));
        List<String> remarks = new ArrayList<>();
        try {
            renderer.draw(
                    view.page(),
                    view.scale(),
                    onto,
                    image,
                    a -> {
                        UUID id = without.isEmpty() ? null : MarksOfPdf.idOf(a, view.page());
                        return id == null || !without.contains(id);
                    },
                    tick);
        } catch (Cancelled unwanted) {
            throw unwanted;
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError damage) {
            // A bomb's memory is free again once its picture is given up.
            remarks.add(trouble.of(damage));
        }
        remarks.addAll(renderer.remarks().stream().map(Drawing::sentence).toList());
        return new Picture(
                part.width(),
                part.height(),
                ((DataBufferInt) image.getRaster().getDataBuffer()).getData(),
                String.join("\n", remarks));
    }

    private static String sentence(String leftOut) {
        return Character.toUpperCase(leftOut.charAt(0)) + leftOut.substring(1) + " is left out.";
    }

    private static AffineTransform turn(View view, PageSize size) {
        double width = size.width() * view.scale();
        double height = size.height() * view.scale();
        AffineTransform turn =
                switch (view.turns()) {
                    case 1 -> AffineTransform.getTranslateInstance(height, 0);
                    case 2 -> AffineTransform.getTranslateInstance(width, height);
                    case 3 -> AffineTransform.getTranslateInstance(0, width);
                    default -> new AffineTransform();
                };
        turn.quadrantRotate(view.turns());
        return turn;
    }
}
