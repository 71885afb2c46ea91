package mho.periphery.memory;

import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * Times of a memory whose banks open a row before they read or write in it, as main memories do. Every access opens and closes its rows, or
 * accesses go on in a row that is open, and the time it takes is shared by all of its bits; n bits in r rows, then no whole number, sent in bursts of b seconds each, take
 *
 * <pre>
 * read    r (tRCD + tCL) + bursts b         and the bank r tRP longer
 * write   r (tRCD + tWR) + bursts b         and the bank r tRP longer
 * move    tRCD + tCL + tWR + tRP            a row into another subarray, through the row buffer that all share
 * </pre>
 */
public record RowTiming(
        @Scales(why = "it sets times; an access costs what it cost") @Doc("Bits of a row") @Unit("bit") long bits,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Time to open a row (tRCD)")
                @Unit("s")
                @Range(min = 0, max = 1e-3)
                double activate,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Time from a column's address to its data (tCL)")
                @Unit("s")
                @Range(min = 0, max = 1e-3)
                double column,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Time to close a row (tRP)")
                @Unit("s")
                @Range(min = 0, max = 1e-3)
                double precharge,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Time to write what has come into an open row (tWR)")
                @Unit("s")
                @Range(min = 0, max = 1e-3)
                double write,
        @Scales(why = "it sets times; an access costs what it cost")
                @Doc("Whether accesses go on in an open row, so that one of a few bits takes its part of a row's times")
                @Default("false")
                boolean keepsOpen) {

    /** Rows that so many bits stand in. */
    public double rows(double bitsMoved) {
        return keepsOpen ? bitsMoved / bits : Math.ceil(bitsMoved / bits);
    }

    /** Until the first bits of an access come, or until the last have been written; that of one row. */
    public double accessSeconds(boolean writing) {
        return activate + (writing ? write : column);
    }

    /** One row, read and written elsewhere. */
    public double moveSeconds() {
        return activate + column + write + precharge;
    }
}
