package mho.workloads.data;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/** A table of numbers, a line for each input; its labels are in a column of their own, or it has none. */
record CsvTable(
        String where, NumberStore.Floats cells, int rows, int columns, List<String> header /* empty if there is none */)
        implements FileContents {
    private static final Set<String> OF_LABELS = Set.of("label", "labels", "class", "target", "y");

    CsvTable {
        header = List.copyOf(header);
    }

    @Override
    public FileArray inputs(Shape wanted) {
        int column = column(wanted);
        int left = column < 0 ? columns : columns - 1;
        if (left == 0) {
            throw new BadInput(where + ": holds nothing but labels, give the table of the inputs");
        }
        NumberStore.Floats kept = column < 0
                ? cells
                : cells.picked(rows * left, i -> i / left * columns + i % left + (i % left >= column ? 1 : 0));
        return new FileArray(where, List.of(rows, left), kept.compact());
    }

    @Override
    public @Nullable FileArray labelsBeside(Shape wanted) {
        int column = column(wanted);
        return column < 0 ? null : column(column);
    }

    @Override
    public FileArray labels() {
        int named = named();
        return named < 0 ? new FileArray(where, List.of(rows, columns), cells) : column(named);
    }

    private FileArray column(int column) {
        return new FileArray(where, List.of(rows), cells.picked(rows, i -> i * columns + column));
    }

    /** The column of labels for inputs of this shape: the one that is called so, or the first if there is one too many. */
    private int column(Shape wanted) {
        int named = named();
        if (named < 0 && columns == wanted.size() + 1) {
            if (!header.isEmpty()) {
                throw new BadInput(
                        "%s: has %,d columns for inputs of %,d numbers and none is called \"label\"; call it so"
                                .formatted(where, columns, wanted.size()));
            }
            return 0;
        }
        return named;
    }

    private int named() {
        for (int i = 0; i < header.size(); i++) {
            if (OF_LABELS.contains(header.get(i).toLowerCase(Locale.ROOT))) {
                return i;
            }
        }
        return -1;
    }
}
