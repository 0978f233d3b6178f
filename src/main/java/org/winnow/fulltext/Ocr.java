package org.winnow.fulltext;

import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.winnow.fulltext.drawing.CarefulRenderer;
import org.winnow.work.Cancelled;
import org.winnow.work.Progress;

/**
 * Makes text of scanned pages with Tesseract, where it is installed on this computer: it gets a picture of every page and
 * makes a PDF of them with the words behind, which is read like any other.
 *
 * @param program the recogniser, or empty where there is none
 * @param languages as Tesseract names them, joined by plus signs ({@code eng+deu}); empty for its own choice
 * @param mostPages pages to recognise at most
 * @param mostTime after which a file is given up
 */
public record Ocr(Optional<Path> program, String languages, int mostPages, Duration mostTime) {
    /** What Tesseract was trained on; more makes it slower, not better. */
    private static final int DPI = 300;
    /** A3 at 300 dots an inch; larger pages become smaller pictures. */
    private static final float MOST_PIXELS = 3508f * 4961f;

    private static final int LONGEST_WAIT_MILLIS = 200;

    /** For files that need no recogniser, or where none is wanted. */
    public static final Ocr NONE = new Ocr(Optional.empty(), "", 0, Duration.ZERO);

    /**
     * What a recogniser made of a scan.
     *
     * @param words a PDF with the words where they stand on the pages, and nothing else; empty for none
     */
    public record Recognised(Article article, byte[] words) {
        static Recognised nothing(Article article) {
            return new Recognised(article, new byte[0]);
        }
    }

    /** The Tesseract of this computer, found as the shell finds it or where its installers put it. */
    public static Ocr installed(String languages) {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        String name = windows ? "tesseract.exe" : "tesseract";
        List<Path> folders = new ArrayList<>();
        String path = System.getenv("PATH");
        for (String folder : (path == null ? "" : path).split(java.io.File.pathSeparator)) {
            if (!folder.isBlank()) {
                folders.add(Path.of(folder));
            }
        }
        folders.addAll(
                windows
                        ? List.of(Path.of("C:\\Program Files\\Tesseract-OCR"))
                        : List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin"), Path.of("/opt/homebrew/bin")));
        Optional<Path> found = folders.stream()
                .map(folder -> folder.resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
        return new Ocr(found, languages, 300, Duration.ofMinutes(20));
    }

    /** Whether there is a recogniser. */
    public boolean available() {
        return program.isPresent();
    }

    /**
     * What the pages say.
     *
     * @param password empty for none
     * @param scanned the article as it was read without it, which is given back where nothing can be recognised
     */
    public Recognised read(Path file, String password, Article scanned, Progress progress) {
        if (program.isEmpty() || scanned.pages() > mostPages) {
            return Recognised.nothing(scanned);
        }
        try {
            Path folder = Files.createTempDirectory("winnow-ocr");
            try {
                long end = System.nanoTime() + mostTime.toNanos();
                Path list = pictures(file, password, folder, end, progress);
                if (!run(list, folder, end, progress)) {
                    return Recognised.nothing(scanned);
                }
                Path text = folder.resolve("text.pdf");
                Article article = ArticleReader.USUAL.read(text, "", progress).asScanned();
                return new Recognised(article, WordsFile.laidOver(file, password, text));
            } finally {
                discard(folder);
            }
        } catch (IOException | UnreadablePdf unrecognised) {
            return Recognised.nothing(scanned);
        }
    }

    private Path pictures(Path file, String password, Path folder, long end, Progress progress) throws IOException {
        List<String> names = new ArrayList<>();
        try (PDDocument document = Pdf.open(file, password)) {
            CarefulRenderer renderer = new CarefulRenderer(document);
            for (int i = 0; i < document.getNumberOfPages() && System.nanoTime() < end; i++) {
                progress.check();
                BufferedImage image = picture(document.getPage(i));
                float scale = scale(document.getPage(i));
                renderer.draw(i + 1, scale, new AffineTransform(), image, a -> true, ticking(end, progress));
                Path picture = folder.resolve("page" + i + ".png");
                ImageIO.write(image, "png", picture.toFile());
                names.add(picture.toString());
            }
        } catch (Cancelled unwanted) {
            throw unwanted;
        } catch (RuntimeException | StackOverflowError damaged) {
            throw new IOException(damaged);
        }
        return Files.write(folder.resolve("pages.txt"), names, StandardCharsets.UTF_8);
    }

    private static float scale(PDPage page) {
        PDRectangle box = page.getCropBox();
        return (float) Math.min(DPI / 72f, Math.sqrt(MOST_PIXELS / Math.max(1, box.getWidth() * box.getHeight())));
    }

    private static BufferedImage picture(PDPage page) {
        int width = Math.max(1, Math.round(page.getCropBox().getWidth() * scale(page)));
        int height = Math.max(1, Math.round(page.getCropBox().getHeight() * scale(page)));
        boolean turned = page.getRotation() % 180 != 0;
        return new BufferedImage(turned ? height : width, turned ? width : height, BufferedImage.TYPE_BYTE_GRAY);
    }

    private static Runnable ticking(long end, Progress progress) {
        return () -> {
            progress.check();
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the pages take too long to draw");
            }
        };
    }

    /** Whether it came to an end in time with something to show. */
    private boolean run(Path list, Path folder, long end, Progress progress) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                program.orElseThrow().toString(),
                list.toString(),
                folder.resolve("text").toString(),
                "--dpi",
                Integer.toString(DPI),
                "-c",
                "textonly_pdf=1"));
        if (!languages.isEmpty()) {
            command.addAll(List.of("-l", languages));
        }
        command.add("pdf");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!process.waitFor(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
                progress.check();
                if (System.nanoTime() > end) {
                    return false;
                }
            }
            return process.exitValue() == 0 && Files.isRegularFile(folder.resolve("text.pdf"));
        } catch (InterruptedException e) {
            throw new Cancelled();
        } finally {
            process.destroyForcibly();
        }
    }

    private static void discard(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path path : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
