package mho.reports.validate;

import java.util.List;

/** Rows to draw. */
public final class ExampleRows {
    private ExampleRows() {}

    /** One of each verdict, and one that is not a number, which stands last. */
    public static List<ValidationRow> ofEachVerdict(String ending) {
        return List.of(
                ValidationRow.within(0.01, "peak", "OP/s", 41.2e12, 41.3e12, "a table")
                        .of("isaac-ce"),
                ValidationRow.within(0.01, "power" + ending, "W", 10, 20, "a table")
                        .of("isaac-ce"),
                ValidationRow.never("rate", "inputs/s", 100, 20, "a bound").of("tpu-v1"),
                ValidationRow.told("efficiency", "OP/s/W", 1e12, 3e12, "an abstract")
                        .of("tpu-v1"),
                ValidationRow.within(0.1, "a machine", "inputs/s", 10, 10, "a table")
                        .asFitted(),
                ValidationRow.same("copies", "4, 1", "4, 1", "text"));
    }
}
