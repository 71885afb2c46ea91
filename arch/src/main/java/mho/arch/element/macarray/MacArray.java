package mho.arch.element.macarray;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mho.arch.cut.WeightLayout;
import mho.arch.element.ChipContext;
import mho.arch.element.Description;
import mho.arch.element.Element;
import mho.arch.element.ElementSite;
import mho.arch.element.ElementTiming;
import mho.arch.element.ElementValues;
import mho.arch.element.ElementWriter;
import mho.arch.element.FigureTie;
import mho.arch.element.PartList;
import mho.arch.element.Problems;
import mho.arch.element.Remarks;
import mho.arch.element.UsualBounds;
import mho.arch.element.digital.ExactValues;
import mho.core.cost.Action;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.quantity.Quantity;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.memory.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Rows x columns multiply-accumulate units at a clock. Every cycle a vector enters, of as many values as there are rows, and is multiplied
 * by a block of as many weights as there are units; sums leave at the columns. So a block and n vectors take n cycles, and the last sum is
 * there so many cycles later as the array is deep.
 *
 * @param weightBits of a weight: an integer with a sign
 * @param latency null for that of a systolic array: its rows and columns less one
 * @param fill null for as many as it has rows
 * @param sums null where it adds up no more than its own rows
 * @param memory beside the units, for weights; null where an array holds the block it works on and no more
 */
@Kind("mac-array")
public record MacArray(
        @Scales(why = "figures are those of one unit") @Doc("Rows of units: values of a vector that enter at once")
                int rows,
        @Scales(why = "figures are those of one unit") @Doc("Columns of units: sums that are made at once") int columns,
        @Scales(why = "figures are those of one unit")
                @Doc("Blocks of rows that the units work through one after the other for a vector")
                @Default("1")
                @Range(min = 1, max = 1024)
                int foldRows,
        @Scales(why = "figures are those of one unit")
                @Doc("Blocks of columns that the units work through one after the other for a vector")
                @Default("1")
                @Range(min = 1, max = 1024)
                int foldColumns,
        @Scales(why = "figures are those of one unit") @Doc("Arrays of a core") @Default("1") int arrays,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Clock of the units") @Unit("Hz")
                double clock,
        @Scales(why = "the unit says so") @Doc("Bits of a weight") @Unit("bit") @Range(min = 1, max = 24)
                int weightBits,
        @Scales(why = "it says what moves, not what one costs")
                @Doc(
                        "weights: a block of weights stands while vectors pass; sums: sums stand, and weights come from the memory beside the units for every vector")
                @Default("weights")
                Holding holds,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc(
                        "Cycles from a vector's entry to its last sum; where not stated, of held weights rows + columns - 1")
                @Range(min = 0, max = 1 << 20)
                @Nullable
                Integer latency,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles in which a block of weights moves into the units; where not stated, as many as rows")
                @Range(min = 0, max = 1 << 20)
                @Nullable
                Integer fill,
        @Scales(why = "the unit says so")
                @Doc("Blocks of weights that wait in the units behind the one in use")
                @Default("1")
                @Range(min = 0, max = 1024)
                int doubleBuffer,
        @Scales(why = "the unit says so")
                @Doc(
                        "Sums a column keeps while blocks of further rows come; without, the blocks of a column take turns in the tile's adders")
                @Range(min = 1)
                @Nullable
                Integer accumulators,
        MacUnit mac,
        @Nullable Buffer memory)
        implements Element {

    public static final Action MULTIPLY = new Action("tile.core.mac", "product");
    public static final Action READ = new Action("tile.core.memory", "read access");
    public static final Action WRITE = new Action("tile.core.memory", "write access");

    /** Units of one array. */
    long units() {
        return (long) rows * columns;
    }

    /** Turns that the units take for a vector with all of the array's weights. */
    int folds() {
        return foldRows * foldColumns;
    }

    /** Bits of a block of weights, of all the units' turns. */
    double blockBits() {
        return (double) units() * folds() * weightBits;
    }

    /** Cycles of the clock in which the memory gives the weights of a turn, where each vector needs them anew; else 1. */
    int cyclesATurn() {
        if (memory == null || holds != Holding.SUMS) {
            return 1;
        }
        double accesses = Math.ceil((double) units() * weightBits / memory.width());
        return (int) Math.max(1, Math.ceil(accesses / memory.accessesPerSecond() * clock * (1 - 1e-12)));
    }

    int cyclesAVector() {
        return Math.multiplyExact(folds(), cyclesATurn());
    }

    @Override
    public WeightLayout layout() {
        return new WeightLayout(rows * foldRows, columns * foldColumns, 1, 0, false, weightBits > 1);
    }

    @Override
    public ElementTiming timing(int valueBits, double cycle) {
        return new MacArrayTiming(
                layout(),
                rows,
                columns,
                arrays,
                clock,
                cyclesATurn(),
                (latency == null ? holds.usualLatency(rows, columns) : latency)
                        + (holds == Holding.SUMS ? memoryLatency() : 0),
                blocksKept(),
                accumulators == null ? 0 : accumulators,
                holds,
                new MacArrayLoading(
                        blockBits(),
                        ((fill == null ? rows : fill) + memoryLatency()) / clock,
                        doubleBuffer,
                        memoryWidth()),
                weightBits,
                memoryWidth());
    }

    private int blocksKept() {
        return memory == null ? 1 : (int) Math.max(1, Math.floor(8.0 * memory.size() / arrays / blockBits()));
    }

    /** Cycles of the units' clock from an access to the memory to its data. */
    private int memoryLatency() {
        return memory == null ? 0 : (int) Math.ceil(memory.latencyCycles() * clock / memory.clock() * (1 - 1e-12));
    }

    private long memoryWidth() {
        return memory == null ? 0 : memory.width();
    }

    @Override
    public ElementValues values(int valueBits, double kelvin) {
        return new ExactValues(valueBits, weightBits);
    }

    @Override
    public double occupancySeconds(int valueBits) {
        return cyclesAVector() / clock;
    }

    @Override
    public void addParts(ElementSite where, PartList list) {
        double vectors = 1 / occupancySeconds(where.valueBits());
        list.each(() -> addUnits(where, list, vectors), () -> addMemory(where, list, vectors));
    }

    private void addUnits(ElementSite where, PartList list, double vectors) {
        ResolvedFigures figures = mac.figures("tile.core.mac", clock);
        double needed = PartList.needed(mac.cost(), clock, vectors * folds());
        list.add(MULTIPLY, where.elements() * arrays * units(), figures, clock, needed);
    }

    private void addMemory(ElementSite where, PartList list, double vectors) {
        if (memory != null) {
            double reads = arrays * Math.ceil(holds.readForAVector(blockBits()) / memory.width()) * vectors;
            double full = memory.accessesPerSecond();
            list.add(
                    READ,
                    WRITE,
                    where.elements(),
                    memory.read(where.site().at("memory")),
                    memory.write(where.site().at("memory")),
                    full,
                    PartList.needed(memory.cost(), full, reads));
        }
    }

    @Override
    public void checkSizes(Problems problems) {
        problems.atMost("tile.core.rows", rows, 1 << 16, "no array of units is that large");
        problems.atMost("tile.core.columns", columns, 1 << 16, "no array of units is that large");
        problems.atMost("tile.core.arrays", arrays, 1 << 16, "no core has that many");
        if (problems.isEmpty()) {
            problems.atMost("tile.core.fold-rows", (long) rows * foldRows, 1 << 20, "no array has as many rows");
            problems.atMost(
                    "tile.core.fold-columns", (long) columns * foldColumns, 1 << 20, "no array has as many columns");
        }
    }

    @Override
    public boolean check(ChipContext chip, Problems problems) {
        if (folds() > 1 && holds == Holding.WEIGHTS) {
            problems.refuse(
                    foldRows > 1 ? "tile.core.fold-rows" : "tile.core.fold-columns",
                    "units that hold weights have those of one turn: let them hold sums, and weights come from a memory (tile.core.holds=sums), or take the fold away");
            return false;
        }
        if (holds == Holding.SUMS && memory == null) {
            problems.refuse(
                    "tile.core.memory",
                    "missing; units that hold sums read their weights from a memory beside them, for example (tile.core.memory={kind: edram, size: 2 MiB, width: "
                            + Math.round((double) units() * weightBits) + " bit, clock: " + Quantity.format(clock, "Hz")
                            + ", energy: 1 nJ, area: 1 mm2}), or units that hold weights (tile.core.holds=weights)");
            return false;
        }
        if (memory != null && 8.0 * memory.size() / arrays < blockBits()) {
            problems.refuse(
                    "tile.core.memory.size",
                    "holds less than the %.0f bits of a block of %d x %d weights for each of %d arrays: give at least %.0f B"
                            .formatted(
                                    blockBits(),
                                    layout().arrayRows(),
                                    layout().arrayColumns(),
                                    arrays,
                                    Math.ceil(arrays * blockBits() / 8)));
            return false;
        }
        if (chip.valueBits() > ExactValues.MOST_BITS) {
            problems.refuse(
                    "precision.values",
                    "units of integers take at most %d bits, found %d"
                            .formatted(ExactValues.MOST_BITS, chip.valueBits()));
            return false;
        }
        return true;
    }

    @Override
    public void tellUnusual(String path, double value, Remarks remarks) {
        switch (path) {
            case "tile.core.rows", "tile.core.columns" -> remarks.above(
                    path, value, UsualBounds.LINES, "", "more than any array of units built");
            case "tile.core.clock" -> remarks.above(path, value, UsualBounds.CLOCK, "Hz", "faster than any logic");
            default -> {}
        }
    }

    /** A unit's figures hold for its bits; nobody gives a law from one number of bits to another. */
    @Override
    public List<FigureTie> elsewhere(ChipContext chip) {
        return List.of(new FigureTie(
                "tile.core.mac",
                "weight-bits",
                "bit",
                () -> weightBits,
                ScalingLaw.RESTATE,
                ScalingLaw.RESTATE,
                "another multiplier"));
    }

    @Override
    public double storedBits() {
        return memory == null ? blockBits() : 8.0 * memory.size() / arrays;
    }

    @Override
    public ElementWriter writer(ToDoubleFunction<Action> joules, int tiles) {
        return new MacArrayWriter();
    }

    @Override
    public Description describe(int valueBits) {
        return new MacArrayDescription(this, (MacArrayTiming) timing(valueBits, 1), valueBits).get();
    }
}
