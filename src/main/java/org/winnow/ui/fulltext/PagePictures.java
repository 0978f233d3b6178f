package org.winnow.ui.fulltext;

import java.nio.IntBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.winnow.fulltext.reading.OpenPdf;
import org.winnow.fulltext.reading.PageSize;
import org.winnow.fulltext.reading.Picture;
import org.winnow.fulltext.reading.View;
import org.winnow.ui.fulltext.Errands.Errand;
import org.winnow.work.Progress;

/** The pictures of the pages of the open file, as many as a number of bytes can hold. Large pages come in tiles. */
final class PagePictures {
    /** Of a page that is drawn as one picture. */
    private static final long MOST_PIXELS = 4_000_000;

    private static final int TILE = 1024;

    /** A picture that may be needed. */
    record Key(View view, View.Part part, boolean night) {}

    private final Shelf<Key, Image> shelf;
    private final Set<Key> old = new HashSet<>();
    private final Set<Key> slow = new HashSet<>();
    private final Map<Integer, Key> whole = new HashMap<>();
    private final Map<Integer, String> failed = new HashMap<>();
    private final Map<Integer, String> partly = new HashMap<>();
    private final ReadOnlyIntegerWrapper arrivals = new ReadOnlyIntegerWrapper();
    private @Nullable OpenPdf pdf;
    private List<Key> seen = List.of();
    private List<Key> ahead = List.of();

    /** @param bytes that the pictures may take together */
    PagePictures(long bytes) {
        shelf = new Shelf<>(bytes, image -> 4L * (long) image.getWidth() * (long) image.getHeight());
    }

    /** Rises whenever a picture has come, or it is known that none will. */
    ReadOnlyIntegerProperty arrivals() {
        return arrivals.getReadOnlyProperty();
    }

    void open(@Nullable OpenPdf now) {
        pdf = now;
        shelf.clear();
        old.clear();
        slow.clear();
        whole.clear();
        failed.clear();
        partly.clear();
        want(List.of(), List.of());
    }

    /** Pages look otherwise from now on: each is drawn anew when it is wanted, and shown as it was until then. */
    void drawAnew() {
        old.addAll(shelf.keys());
    }

    /** The bytes that the pictures take. */
    long bytes() {
        return shelf.weight();
    }

    /** The pictures that show a part of a page: one, or the tiles of which something is seen. */
    static List<Key> of(View view, PageSize size, View.Part seen, boolean night) {
        View.Part all = view.whole(size);
        if ((long) all.width() * all.height() <= MOST_PIXELS) {
            return List.of(new Key(view, all, night));
        }
        List<Key> tiles = new ArrayList<>();
        for (int y = floor(seen.y()); y < Math.min(all.height(), seen.y() + seen.height()); y += TILE) {
            for (int x = floor(seen.x()); x < Math.min(all.width(), seen.x() + seen.width()); x += TILE) {
                int width = Math.min(TILE, all.width() - x);
                int height = Math.min(TILE, all.height() - y);
                tiles.add(new Key(view, new View.Part(x, y, width, height), night));
            }
        }
        return tiles;
    }

    private static int floor(int pixel) {
        return Math.max(0, pixel) / TILE * TILE;
    }

    /** From now on these are needed and no others: those in sight, and those that may come into it next. */
    void want(List<Key> inSight, List<Key> next) {
        seen = List.copyOf(inSight);
        ahead = List.copyOf(next);
    }

    /** The picture, or null while it is on its way. */
    @Nullable
    Image get(Key key) {
        return shelf.get(key);
    }

    /** The last picture of a whole page in any size, to stand in until the right one has come; null where none is kept. */
    @Nullable
    Image standIn(int page, int turns, boolean night) {
        Key key = whole.get(page);
        return key == null || key.night() != night || key.view().turns() != turns ? null : shelf.get(key);
    }

    /** Why a page could not be drawn; null where it could, or was not asked for. */
    @Nullable
    String failure(int page) {
        return failed.get(page);
    }

    /** What of a page is left out of its picture, and why; null where it is whole, or has not come. */
    @Nullable
    String remark(int page) {
        return partly.get(page);
    }

    /** The picture in sight that is needed most. */
    @Nullable
    Errand<?> inSight() {
        return errand(seen);
    }

    /** The picture that is needed most of those that may come into sight. */
    @Nullable
    Errand<?> next() {
        return errand(ahead);
    }

    private @Nullable Errand<?> errand(List<Key> wanted) {
        OpenPdf from = pdf;
        // Those that are known to take long come last.
        List<Key> inOrder =
                wanted.stream().sorted(Comparator.comparing(slow::contains)).toList();
        for (Key key : inOrder) {
            if (from != null
                    && (!shelf.has(key) || old.contains(key))
                    && !failed.containsKey(key.view().page())) {
                return new Errand<>(
                        key,
                        progress -> draw(from, key, progress),
                        () -> from == pdf && (seen.contains(key) || ahead.contains(key)),
                        picture -> arrived(key, picture),
                        why -> {
                            failed.put(key.view().page(), why);
                            arrivals.set(arrivals.get() + 1);
                        },
                        () -> slow.add(key));
            }
        }
        return null;
    }

    private static Picture draw(OpenPdf from, Key key, Progress progress) {
        Picture picture = from.draw(key.view(), key.part(), progress);
        return key.night() ? picture.atNight() : picture;
    }

    private void arrived(Key key, Picture picture) {
        PixelBuffer<IntBuffer> pixels = new PixelBuffer<>(
                picture.width(),
                picture.height(),
                IntBuffer.wrap(picture.pixels()),
                PixelFormat.getIntArgbPreInstance());
        shelf.put(key, new WritableImage(pixels));
        old.remove(key);
        slow.remove(key);
        if (picture.remark().isEmpty()) {
            partly.remove(key.view().page());
        } else {
            partly.put(key.view().page(), picture.remark());
        }
        if (key.part().x() == 0
                && key.part().y() == 0
                && (key.part().width() != TILE || key.part().height() != TILE)) {
            whole.put(key.view().page(), key);
        }
        arrivals.set(arrivals.get() + 1);
    }
}
