package mho.periphery.memory;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** A memory in banks, each with one port of {@code width} bits that serves an access a clock. Its action is one access of one width. */
public record Buffer(
        @Scales(energy = ScalingLaw.RESTATE, area = ScalingLaw.RESTATE, why = "other cells, by no common law")
                @Doc("What the memory is made of")
                MemoryKind kind,
        @Scales(
                        energy = ScalingLaw.ROOT,
                        area = ScalingLaw.LINEAR,
                        why = "assumed: word and bit lines grow with the square root, cells with the size")
                @Doc("Capacity, all banks together")
                @Unit("B")
                long size,
        @Scales(why = "assumed: size is that of all banks, whose cells stay")
                @Doc("Banks, each with a port of its own")
                @Default("1")
                @Range(min = 1, max = 65536)
                int banks,
        @Scales(energy = ScalingLaw.LINEAR, why = "energy goes with the bits of an access; the cells stay")
                @Doc("Bits one access moves")
                @Unit("bit")
                long width,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Accesses a second of one bank") @Unit("Hz")
                double clock,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles from an access to its data")
                @Default("1")
                @Range(min = 1, max = 65536)
                int latencyCycles,
        @Nullable Refresh refresh,
        @Doc("Rows that its banks open before each access; none when absent") @Nullable RowTiming rows,
        @Inline Cost cost)
        implements PricedPart {

    /** Accesses that so many bits take. */
    public long accesses(long bits) {
        return (bits + width - 1) / width;
    }

    /** Accesses a second of one bank that refresh leaves. */
    public double accessesPerBank() {
        return Refresh.left(clock, refresh);
    }

    /** Cycles of a bank's port that opening the rows of so many bits takes, beside an access each cycle. */
    public double openingCycles(double bits, boolean writing) {
        return rows == null ? 0 : Math.ceil(rows.rows(bits) * rows.accessSeconds(writing) * accessesPerBank());
    }

    /** Cycles for which a bank closes the rows of so many bits. */
    public double closingCycles(double bits) {
        return rows == null ? 0 : Math.ceil(rows.rows(bits) * rows.precharge() * accessesPerBank());
    }

    /** Accesses a second with all banks busy. */
    public double accessesPerSecond() {
        return banks * accessesPerBank();
    }

    /** Cost of the buffer, per read access. */
    public ResolvedFigures read(Site site) {
        return figures(site, false);
    }

    /** Cost of the buffer, per write access; leakage and area as for reads. */
    public ResolvedFigures write(Site site) {
        return figures(site, true);
    }

    private ResolvedFigures figures(Site site, boolean write) {
        MemoryQuery query = new MemoryQuery(size, banks, width, write);
        return MemoryModels.CATALOG
                .resolve(cost, accessesPerSecond(), query, site, null)
                .with(Refresh.of(refresh, cost));
    }

    @Override
    public Circuit circuit() {
        return kind.circuit();
    }
}
