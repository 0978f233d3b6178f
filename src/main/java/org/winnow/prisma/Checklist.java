package org.winnow.prisma;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reporting checklist. Statements are in our own words beside the official numbers and topics; where the official text
 * is to be had stands with it.
 *
 * @param kind its short name, as on the command line
 * @param citation of the paper that made it
 * @param url where the official text is
 * @param licence of the official text
 * @param note what to know about its numbers
 */
public record Checklist(
        String kind,
        String title,
        int year,
        String citation,
        String url,
        String licence,
        String note,
        List<Item> items) {
    /**
     * A line of a checklist.
     *
     * @param id the official number, with its letter where it has parts
     * @param otherNumber its number in the list's other numbering, or empty
     * @param level how much it is asked for, where the list says so, or empty
     * @param basis where the line comes from, where that is in doubt, or empty
     * @param draft the name of what a review can say to it by itself, or empty
     */
    public record Item(
            String id,
            String otherNumber,
            String section,
            String topic,
            String statement,
            String level,
            String basis,
            String draft) {}

    /** Every checklist, the main one first. */
    public static final List<String> KINDS = List.of(
            "prisma-2020",
            "prisma-2020-abstract",
            "prisma-s",
            "prisma-p",
            "prisma-scr",
            "prisma-nma",
            "prisma-ipd",
            "prisma-dta",
            "prisma-harms",
            "prisma-equity",
            "prisma-lsr",
            "prisma-traice",
            "prisma-dfllm");

    public Checklist {
        items = List.copyOf(items);
    }

    /** The checklist of that name, or empty where there is none. */
    public static Optional<Checklist> of(String kind) {
        return KINDS.contains(kind) ? Optional.of(read(kind)) : Optional.empty();
    }

    private static Checklist read(String kind) {
        try (InputStream in = Checklist.class.getResourceAsStream("checklists/" + kind + ".json")) {
            if (in == null) {
                throw new IOException("checklists/" + kind + ".json is missing from the program.");
            }
            JsonNode root = new ObjectMapper().readTree(in);
            List<Item> items = new ArrayList<>();
            root.get("items")
                    .forEach(i -> items.add(new Item(
                            text(i, "id"),
                            text(i, "alt"),
                            text(i, "section"),
                            text(i, "topic"),
                            text(i, "statement"),
                            text(i, "level"),
                            text(i, "basis"),
                            text(i, "draft"))));
            return new Checklist(
                    kind,
                    text(root, "title"),
                    root.path("year").asInt(),
                    text(root, "citation"),
                    text(root, "url"),
                    text(root, "licence"),
                    text(root, "note"),
                    items);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
