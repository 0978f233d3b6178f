package org.winnow.testkit;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Pictures of the real window, for people to look at. */
public final class Snapshots {
    private Snapshots() {}

    /** Writes what the scene shows to {@code target/snapshots/NAME.png}. Call on the FX thread. */
    public static Path save(Scene scene, String name) {
        return save(scene.snapshot(null), Path.of("target", "snapshots", name + ".png"));
    }

    public static Path save(WritableImage image, Path target) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        int[] pixels = new int[width * height];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        try {
            Files.createDirectories(target.toAbsolutePath().getParent());
            ImageIO.write(picture, "png", target.toFile());
            return target;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
