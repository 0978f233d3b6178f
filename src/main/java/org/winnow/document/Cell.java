package org.winnow.document;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What stands in a field of a table: text, pieces of which may be set in another type. */
public record Cell(List<Piece> pieces) {
    /** How a piece stands out from the text around it, as reference styles ask for. */
    public enum Type {
        ITALIC,
        BOLD,
        UNDERLINED,
        SMALL_CAPITALS,
        RAISED,
        LOWERED
    }

    /** Text of one kind of type; a line break in it is one in the cell. */
    public record Piece(String text, Set<Type> types) {
        public Piece {
            types = types.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(types));
        }

        boolean is(Type type) {
            return types.contains(type);
        }
    }

    public Cell {
        pieces = List.copyOf(pieces);
    }

    /** Text without any other type. */
    public static Cell of(String text) {
        return new Cell(List.of(new Piece(text, Set.of())));
    }

    /** The text alone. */
    public String text() {
        return pieces.stream().map(Piece::text).collect(Collectors.joining());
    }
}
