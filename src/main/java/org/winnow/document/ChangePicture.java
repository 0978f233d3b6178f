package org.winnow.document;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What became of many things as a picture (SVG): a row for each kind of change, as thick as it is frequent. */
public final class ChangePicture {
    private static final double WIDTH = 640;
    private static final double ROW = 46;
    private static final double TOP = 56;
    private static final double PILL = 170;
    private static final double THICKEST = 30;
    private static final String FONT = "Liberation Sans, Arial, Helvetica, sans-serif";

    private ChangePicture() {}

    /** One thing: what it was, and what it is, in words. */
    public record Change(String before, String now) {}

    /** @param before heading over what things were */
    public static byte[] of(String title, String before, List<Change> changes) {
        Map<String, Map<String, Long>> kinds = new TreeMap<>();
        changes.forEach(
                c -> kinds.computeIfAbsent(c.before(), k -> new TreeMap<>()).merge(c.now(), 1L, Long::sum));
        long most = kinds.values().stream()
                .flatMap(m -> m.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        int rows = kinds.values().stream().mapToInt(Map::size).sum();
        StringBuilder svg = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        svg.append(text(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%.0f\" height=\"%.0f\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" font-family=\"%s\" font-size=\"13\">\n",
                WIDTH, TOP + ROW * Math.max(1, rows) + 16, WIDTH, TOP + ROW * Math.max(1, rows) + 16, FONT));
        svg.append(text(
                "<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#FFFFFF\"/>\n", Xml.text(title)));
        svg.append(text("<text x=\"20\" y=\"34\" font-weight=\"bold\">%s</text>\n", Xml.text(before)));
        svg.append(text("<text x=\"%.0f\" y=\"34\" font-weight=\"bold\">Now</text>\n", WIDTH - 20 - PILL));
        double y = TOP;
        for (Map.Entry<String, Map<String, Long>> was : kinds.entrySet()) {
            for (Map.Entry<String, Long> now : was.getValue().entrySet()) {
                row(svg, y, was.getKey(), now.getKey(), now.getValue(), most);
                y += ROW;
            }
        }
        if (rows == 0) {
            svg.append(text("<text x=\"20\" y=\"%.0f\">Nothing has changed.</text>\n", TOP + 22));
        }
        return svg.append("</svg>\n").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void row(StringBuilder svg, double y, String before, String now, long n, long most) {
        double middle = y + ROW / 2;
        double thick = Math.max(2, THICKEST * n / most);
        double from = 20 + PILL + 8;
        double to = WIDTH - 20 - PILL - 8;
        pill(svg, 20, y, before);
        pill(svg, WIDTH - 20 - PILL, y, now);
        svg.append(text(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#BCD2EE\"/>\n",
                from, middle - thick / 2, to - from - 12, thick));
        svg.append(text(
                "<polygon points=\"%.1f,%.1f %.1f,%.1f %.1f,%.1f\" fill=\"#5B84BD\"/>\n",
                to - 12, middle - 8, to, middle, to - 12, middle + 8));
        svg.append(text(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>\n",
                (from + to) / 2, middle + 4.5, String.format(Locale.ROOT, "%,d", n)));
    }

    private static void pill(StringBuilder svg, double x, double y, String words) {
        svg.append(text(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"30\" rx=\"6\" fill=\"#FFFFFF\" stroke=\"#000000\"/>\n",
                x, y + 8, PILL));
        svg.append(text(
                "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"middle\">%s</text>\n",
                x + PILL / 2, y + 27.5, Xml.text(words)));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
