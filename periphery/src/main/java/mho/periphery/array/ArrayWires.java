package mho.periphery.array;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/** Resistance of the wires inside an array, from each cell to the next, from the driver to the first cell and from the last cell to the column's end. */
public record ArrayWires(
        @Scales(why = "values alone follow it")
                @Doc("Resistance of a row from one cell to the next")
                @Unit("Ohm")
                @Default("0 Ohm")
                @Range(min = 0)
                double row,
        @Scales(why = "values alone follow it")
                @Doc("Resistance of a column from one cell to the next")
                @Unit("Ohm")
                @Default("0 Ohm")
                @Range(min = 0)
                double column,
        @Scales(why = "the drivers' figures follow it, not the array's")
                @Doc("Ends at which a row is driven")
                @Default("one-side")
                Drive drive) {

    /** Ends at which a row is driven. */
    public enum Drive {
        /** The end at the first column. */
        ONE_SIDE,
        /** Both: the double biasing of Hu et al., DAC 2016. */
        BOTH_SIDES
    }

    /** Whether they lose nothing. */
    public boolean ideal() {
        return row == 0 && column == 0;
    }
}
