package mho.core.yaml;

import mho.core.quantity.MessageText;

/** Where a node stands. Lines and columns count from 1; line 0 means that {@code file} alone says it ("--set a.b=1"). */
public record Mark(String file, int line, int column) {
    /** A place that has no lines, such as a command-line option. */
    public static Mark of(String place) {
        return new Mark(place, 0, 0);
    }

    /** As in "chip.yaml:12:9". */
    @Override
    public String toString() {
        String shown = MessageText.plain(file, 300);
        return line == 0 ? shown : shown + ":" + line + ":" + column;
    }
}
