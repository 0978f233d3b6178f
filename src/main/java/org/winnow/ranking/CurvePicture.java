package org.winnow.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.winnow.ranking.RunFile.Run;

/** Recall curves as a picture: share read across, share found up, one colour a model. */
final class CurvePicture {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 480;
    private static final int LEFT = 64;
    private static final int RIGHT = 20;
    private static final int TOP = 44;
    private static final int BOTTOM = 56;
    private static final int POINTS = 400;

    /** Okabe and Ito (2008): told apart with every common kind of colour vision. */
    private static final String[] COLOURS = {"#0072b2", "#d55e00", "#009e73", "#cc79a7"};

    private final String set;
    private final List<Run> runs;
    private final List<String> models = new ArrayList<>();

    CurvePicture(String set, List<Run> runs) {
        this.set = set;
        this.runs = runs;
        for (Run run : runs) {
            if (!models.contains(name(run))) {
                models.add(name(run));
            }
        }
    }

    private static String name(Run run) {
        return run.model().name() + " " + run.model().version();
    }

    String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
                        + " font-size=\"13\">%n<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        text(svg, LEFT, 24, "start", "Recall of " + set);
        grid(svg);
        runs.forEach(run -> curve(svg, run));
        legend(svg);
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (int percent = 0; percent <= 100; percent += 20) {
            double share = percent / 100.0;
            line(svg, x(share), y(0), x(share), y(1));
            line(svg, x(0), y(share), x(1), y(share));
            text(svg, x(share), HEIGHT - BOTTOM + 18, "middle", percent + " %");
            text(svg, LEFT - 8, y(share) + 4, "end", percent + " %");
        }
        text(svg, x(0.5), HEIGHT - 14, "middle", "records read");
    }

    private static void line(StringBuilder svg, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, double x, double y, String anchor, String words) {
        String plain = words.replace("&", "&amp;").replace("<", "&lt;");
        svg.append(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, plain));
    }

    private void curve(StringBuilder svg, Run run) {
        Screening s = run.replay().screening();
        svg.append("<polyline fill=\"none\" stroke=\"")
                .append(colour(name(run)))
                .append("\" points=\"");
        int step = Math.max(1, s.read() / POINTS);
        for (int k = 0; k < s.read(); k += step) {
            point(svg, s, k);
        }
        point(svg, s, s.read());
        svg.append("\"/>\n");
    }

    private static void point(StringBuilder svg, Screening s, int k) {
        svg.append(String.format(
                Locale.ROOT,
                "%.1f,%.1f ",
                x((double) k / s.records()),
                y(s.relevant() == 0 ? 0 : (double) s.found(k) / s.relevant())));
    }

    private void legend(StringBuilder svg) {
        for (int i = 0; i < models.size(); i++) {
            double y = y(0) - 14 - 20.0 * (models.size() - 1 - i);
            svg.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%.1f\" width=\"14\" height=\"4\" fill=\"%s\"/>%n",
                    x(1) - 130,
                    y - 6,
                    colour(models.get(i))));
            text(svg, x(1) - 110, y, "start", models.get(i));
        }
    }

    private String colour(String model) {
        return COLOURS[models.indexOf(model) % COLOURS.length];
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(double share) {
        return HEIGHT - BOTTOM - share * (HEIGHT - TOP - BOTTOM);
    }
}
