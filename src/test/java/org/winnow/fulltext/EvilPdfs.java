package org.winnow.fulltext;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/** Small files that ask for more time or memory than there is; each says a word before, so that it is a page of text. */
public final class EvilPdfs {
    private static final String TEXT = "BT /H 12 Tf 50 700 Td (Hello) Tj ET ";
    private static final String HELVETICA = "/H << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> ";
    private static final String FORM = "/Type /XObject /Subtype /Form /BBox [0 0 600 800] ";
    private static final String IMAGE = "/Type /XObject /Subtype /Image /ColorSpace /DeviceRGB /BitsPerComponent 8 ";

    private EvilPdfs() {}

    /** By what they do. */
    public static Map<String, Supplier<RawPdf>> all() {
        Map<String, Supplier<RawPdf>> all = new LinkedHashMap<>();
        all.put("runs-in-flate", () -> page("").stream("/Filter [/FlateDecode /RunLengthDecode]", flate(runs(), 64)));
        all.put(
                "runs-in-flate-form",
                () -> page("/XObject << /F 6 0 R >>").stream("", TEXT + "/F Do").object("null").stream(
                        FORM + "/Filter [/FlateDecode /RunLengthDecode]", flate(runs(), 64)));
        all.put(
                "parts-of-a-page",
                () -> contents("[" + "5 0 R ".repeat(3_000) + "]").stream("", TEXT).stream(
                        "/Filter /FlateDecode", flate(blanks(), 16)));
        all.put("forms-in-forms", () -> nested(60, 100));
        all.put(
                "picture-of-a-picture",
                () -> page("/XObject << /F 5 0 R >>").stream("", TEXT + "600 0 0 800 0 0 cm /F Do").stream(
                        IMAGE + "/Width 20 /Height 20 /Filter [/FlateDecode /RunLengthDecode]", flate(runs(), 64)));
        all.put(
                "picture-of-jpeg",
                () -> page("/XObject << /F 5 0 R >>").stream("", TEXT + "600 0 0 800 0 0 cm /F Do").stream(
                        IMAGE + "/Width 20 /Height 20 /Filter /DCTDecode", jpeg(60_000)));
        all.put(
                "predicted",
                () -> page("").stream(
                        "/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns 250000000 /Colors 4"
                                + " /BitsPerComponent 8 >>",
                        flate(blanks(), 1)));
        all.put("widths", () -> font("/W [0 2000000000 500]", ""));
        all.put("characters", () -> font("", "1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange "));
        all.put("page-tree", () -> tree(20_000));
        all.put("count", () -> RawPdf.pages("<< /Type /Pages /Kids [2 0 R] /Count 2000000000 >>"));
        all.put("arrays", () -> RawPdf.page("/Contents 4 0 R /X " + "[".repeat(200_000)).stream("", TEXT));
        all.put("inline", () -> page("").stream("", TEXT + "BI /W 100000 /H 100000 /BPC 8 /CS /RGB ID x EI"));
        all.put(
                "tiles",
                () -> page("/Pattern << /P 5 0 R >>").stream("", TEXT + "/Pattern cs /P scn 0 0 600 800 re f").stream(
                        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 1 1] /XStep 0.0001 /YStep 0.0001"
                                + " /Resources << >>",
                        "0 0 1 1 re f"));
        all.put(
                "function",
                () -> page(
                        "/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 600 0 800] /Function 5 0 R >> >>")
                        .stream("", TEXT + "/S sh")
                        .stream("/FunctionType 4 /Domain [0 600 0 800] /Range [0 1]", program()));
        all.put(
                "samples",
                () -> page(
                        "/Shading << /S << /ShadingType 1 /ColorSpace /DeviceGray /Domain [0 600 0 800] /Function 5 0 R >> >>")
                        .stream("", TEXT + "/S sh")
                        .stream(
                                "/FunctionType 0 /Domain [0 600 0 800] /Range [0 1] /Size [40000 40000] /BitsPerSample 8",
                                "x"));
        all.put("objects", () -> packedObjects());
        return all;
    }

    /** A page whose first stream is object 4. */
    private static RawPdf page(String resources) {
        return RawPdf.page("/Contents 4 0 R /Resources << /Font << " + HELVETICA + ">> " + resources + " >>");
    }

    private static RawPdf contents(String contents) {
        return RawPdf.page("/Contents " + contents + " /Resources << /Font << " + HELVETICA + ">> >>");
    }

    /** Each form unpacks to so many megabytes and calls the next before them. */
    private static RawPdf nested(int forms, int megabytes) {
        RawPdf pdf = page("/XObject << /F 5 0 R >>").stream("", TEXT + "/F Do");
        byte[] call = bytes("/F Do ");
        byte[] all = new byte[megabytes << 20];
        Arrays.fill(all, (byte) ' ');
        System.arraycopy(call, 0, all, 0, call.length);
        byte[] packed = flate(all, 1);
        for (int i = 0; i < forms; i++) {
            pdf = pdf.stream(
                    FORM + "/Filter /FlateDecode /Resources << /XObject << /F " + (6 + i) + " 0 R >> >>", packed);
        }
        return pdf.stream(FORM, "");
    }

    private static RawPdf font(String widths, String characters) {
        return RawPdf.page("/Contents 4 0 R /Resources << /Font << " + HELVETICA + "/F 5 0 R >> >>").stream(
                "", TEXT + "BT /F 12 Tf 50 600 Td <00410042> Tj ET")
                .object("<< /Type /Font /Subtype /Type0 /BaseFont /Arial /Encoding /Identity-H /DescendantFonts [6 0 R]"
                        + " /ToUnicode 7 0 R >>")
                .object("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Arial /CIDSystemInfo << /Registry (Adobe)"
                        + " /Ordering (Identity) /Supplement 0 >> /FontDescriptor << /Type /FontDescriptor /FontName /Arial"
                        + " /Flags 4 >> " + widths + " >>")
                .stream(
                        "",
                        "/CMapName /X def 1 begincodespacerange <0000> <FFFF> endcodespacerange " + characters
                                + "1 beginbfchar <0042> <0042> endbfchar endcmap");
    }

    /** Nodes each of which has one child. */
    private static RawPdf tree(int deep) {
        RawPdf pdf = RawPdf.pages("<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
        for (int i = 3; i < deep; i++) {
            pdf = pdf.object("<< /Type /Pages /Kids [" + (i + 1) + " 0 R] /Count 1 /Parent " + (i - 1) + " 0 R >>");
        }
        return pdf.object("<< /Type /Page /Parent " + (deep - 1) + " 0 R /MediaBox [0 0 600 800] >>");
    }

    /** A function that works long for every dot. */
    private static String program() {
        return "{ add " + "sin cos 360 mul ".repeat(5_000) + "}";
    }

    /** Objects in a stream that unpacks to gigabytes, in which the page is looked for. */
    private static RawPdf packedObjects() {
        return RawPdf.page("/Contents 4 0 R /Resources 6 0 R").stream("", "x").stream(
                "/Type /ObjStm /N 1 /First 6 /Filter /FlateDecode",
                flate(bytes("6 0   << >>" + " ".repeat(1 << 20)), 600));
    }

    private static byte[] blanks() {
        byte[] blanks = new byte[1 << 20];
        Arrays.fill(blanks, (byte) ' ');
        return blanks;
    }

    /** A megabyte of "128 times a blank" in the run-length encoding (ISO 32000-1, 7.4.5). */
    private static byte[] runs() {
        byte[] runs = blanks();
        for (int i = 0; i < runs.length; i += 2) {
            runs[i] = (byte) 129;
        }
        return runs;
    }

    private static byte[] flate(byte[] part, int times) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(6))) {
            for (int i = 0; i < times; i++) {
                out.write(part);
            }
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return packed.toByteArray();
    }

    /** The head of a JPEG that says how large it is (ITU-T T.81, B.2.2), without the picture. */
    private static byte[] jpeg(int side) {
        byte high = (byte) (side >> 8);
        byte low = (byte) side;
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        jpeg.writeBytes(
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xC0, 0, 17, 8, high, low, high, low, 3});
        jpeg.writeBytes(new byte[] {1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0});
        jpeg.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDA, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0, 0, 0});
        return jpeg.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
