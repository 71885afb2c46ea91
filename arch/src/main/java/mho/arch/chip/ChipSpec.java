package mho.arch.chip;

import java.util.function.Function;
import mho.arch.cut.Compact;
import mho.arch.cut.WeightLayout;
import mho.arch.element.ChipContext;
import mho.arch.element.Element;
import mho.arch.element.Observed;
import mho.arch.element.Precision;
import mho.core.cost.Action;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.memory.OffChipMemory;
import mho.periphery.model.Technology;
import org.jspecify.annotations.Nullable;

/**
 * A chip file. Structure goes system, chip, tile, core, array; all cost figures are those of one instance.
 *
 * @param technology feature size, metres
 * @param temperature of its circuits, kelvin
 * @param cycle the tiles' stages start and end on its edges, seconds
 */
public record ChipSpec(
        @Doc("Name") String chip,
        @Doc("What it is") @Nullable String about,
        @Nullable String source,
        @Scales(why = "every part goes to another node by the laws of what it is made of")
                @Doc("Feature size of the process it is made in")
                @Unit("m")
                double technology,
        @Scales(why = "what leaks goes with it, by the law of transistors")
                @Doc("Temperature of its circuits")
                @Unit("K")
                @Default("300 K")
                double temperature,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("The tiles' stages hand on at the edges of this cycle")
                @Unit("s")
                @Range(max = 1)
                double cycle,
        @Scales(why = "figures are those of one instance") @Doc("Chips there are") @Default("1") int chips,
        @Scales(why = "figures are those of one instance; a bus that all share says so") @Doc("Tiles of a chip")
                int tiles,
        Precision precision,
        @Default("{}") Mapping mapping,
        Mesh mesh,
        @Nullable ChipLink link,
        @Nullable OffChipMemory memory,
        @Nullable WeightSource weights,
        @Nullable Upkeep upkeep,
        Tile tile)
        implements ChipFile {

    public static final Action LINK = new Action("link", "byte");
    public static final Action MEMORY = new Action("memory", "byte");
    public static final Action UPKEEP = new Action("upkeep", "action");

    /** What computes in a tile. */
    public Element element() {
        return tile.core();
    }

    /** What elements know of it. */
    ChipContext surroundings() {
        boolean compact = mapping.compact() == Compact.ZEROS;
        return new ChipContext(precision.values(), precision.partialSums(), compact, technology);
    }

    public int inputBits() {
        return precision.values();
    }

    public int arrayRows() {
        return layout().arrayRows();
    }

    public int arrayColumns() {
        return layout().arrayColumns();
    }

    public int cellsPerWeight() {
        return layout().cellsPerWeight();
    }

    /** How weights lie in its arrays. */
    public WeightLayout layout() {
        return element().layout();
    }

    public int arraysPerTile() {
        return Math.multiplyExact(tile.cores(), element().arrays());
    }

    public long arraysPerChip() {
        return (long) tiles * arraysPerTile();
    }

    /** What decides when things happen on it. */
    public TimingView timingView() {
        return TimingView.of(this);
    }

    /** Weights that fit across one array. */
    public int weightsPerRow() {
        return layout().weightsAcross();
    }

    @Override
    public int batch() {
        return mapping.inputsTogether();
    }

    @Override
    public Object timingKey() {
        return timingView();
    }

    @Override
    public double count(Action action, double planned, @Nullable Observed observed) {
        return element().count(action, planned, observed);
    }

    @Override
    public <T> T as(Function<ChipSpec, T> tiles, Function<Roofline, T> roofline) {
        return tiles.apply(this);
    }

    /** Operations a second of one chip with every array busy; a multiply-accumulate is two. */
    @Override
    public double peakOpsPerSecond() {
        return arraysPerChip() * 2.0 * arrayRows() * weightsPerRow() / element().occupancySeconds(inputBits());
    }

    /** Weight storage of one chip, bytes of cells. */
    public double storageBytes() {
        return arraysPerChip() * element().storedBits() / 8;
    }

    /** Bits that its converters have fewer than would digitise a sum without loss. */
    public int adcBitsShort() {
        return element().converterBitsShort();
    }

    public Technology process() {
        return Technology.ofNode(technology).at(temperature);
    }
}
