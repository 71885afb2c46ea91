package mho.arch.element.crossbar.values;

import java.util.List;
import mho.arch.element.ElementState;
import mho.periphery.readout.Converter;

/** A look into the arrays of a layer. */
public final class WrittenArrays {
    private WrittenArrays() {}

    /** Those of one copy. */
    public static List<Seen> of(ElementState state, int node) {
        return ((CrossbarState) state)
                .layer(node).groups().stream()
                        .flatMap(group -> group.crossbars().stream())
                        .map(array -> new Seen(
                                array.rows,
                                array.columns.count(),
                                array.converter().all()))
                        .toList();
    }

    /** Rows and columns in use. */
    public record Seen(int rows, int columns, Converter converter) {}
}
