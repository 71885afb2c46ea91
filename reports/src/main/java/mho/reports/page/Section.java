package mho.reports.page;

import java.util.List;

/**
 * A part of a page with a heading of its own.
 *
 * @param id a plain word; links lead to it
 */
public record Section(String id, String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    public static Section of(String id, String title, Block... blocks) {
        return new Section(id, title, List.of(blocks));
    }
}
