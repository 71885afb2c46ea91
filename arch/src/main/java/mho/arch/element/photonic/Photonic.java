package mho.arch.element.photonic;

import java.util.List;
import java.util.function.ToDoubleFunction;
import mho.arch.cut.WeightLayout;
import mho.arch.element.BlockLoading;
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
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * Arrays that multiply in light, with weights that are converted anew for every vector or held by rings or interferometers. In a cycle, a turn, as many values as there are rows
 * are modulated onto light, each is weighed once for every column, and the diode of a column adds up what reaches it; so a matrix of R x C
 * weights takes ceil(R / rows) ceil(C / columns) turns. Digital adders put the turns' sums together. Values have errors of
 * phases, where something holds weights, and noise of diodes; converters of sums are as fine as it takes.
 *
 * @param foldRows blocks of rows whose weights wait behind the converters
 * @param foldColumns blocks of columns of the same
 * @param weightBits an integer with a sign
 * @param weighing what holds weights; null where they become light anew, as values do
 * @param detectorNoise standard deviation of a turn's sum
 * @param latency cycles behind the last turn until its sums are bits
 */
@Kind("photonic")
public record Photonic(
        @Scales(why = "figures are those of one part") @Doc("Rows: values of a vector that become light at once")
                int rows,
        @Scales(why = "figures are those of one part") @Doc("Columns of diodes: sums that are made at once")
                int columns,
        @Scales(why = "figures are those of one part")
                @Doc("Blocks of rows that take turns in the light for a vector")
                @Default("1")
                @Range(min = 1, max = 1024)
                int foldRows,
        @Scales(why = "figures are those of one part")
                @Doc("Blocks of columns that take turns in the light for a vector")
                @Default("1")
                @Range(min = 1, max = 1024)
                int foldColumns,
        @Scales(why = "figures are those of one part") @Doc("Arrays of a core") @Default("1") int arrays,
        @Scales(why = "it sets times; an action costs what it cost") @Doc("Clock of turns") @Unit("Hz") double clock,
        @Scales(why = "the unit says so") @Doc("Bits of a weight") @Unit("bit") @Range(min = 1, max = 24)
                int weightBits,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Cycles behind the last turn until its sums are bits")
                @Default("0")
                @Range(min = 0, max = 1 << 20)
                int latency,
        @Nullable Weighing weighing,
        @Scales(why = "it is light, whatever the circuits are made in")
                @Doc("Standard deviation of a turn's sum, over the light of one row that loses nothing")
                @Unit("1")
                @Default("0")
                @Range(min = 0, max = 1)
                double detectorNoise,
        OpticalPart dac,
        OpticalPart modulator,
        OpticalPart weigher,
        Laser laser,
        OpticalPart amplifier,
        OpticalPart adc)
        implements Element {

    public static final Action SET = new Action("tile.core.dac", "conversion");
    public static final Action MODULATE = new Action("tile.core.modulator", "value");
    public static final Action WEIGH = new Action("tile.core.weigher", "product");
    public static final Action SHINE = new Action("tile.core.laser", "cycle");
    public static final Action AMPLIFY = new Action("tile.core.amplifier", "sum");
    public static final Action CONVERT = new Action("tile.core.adc", "conversion");

    /** Turns of a vector with all of an array's weights. */
    int folds() {
        return foldRows * foldColumns;
    }

    private long products() {
        return (long) rows * columns;
    }

    /** Rings, interferometers or modulators that weigh in an array. */
    private long weighers() {
        return weighing == null ? products() : weighing.parts(rows, columns);
    }

    /** Values that become light in a turn: those of rows, and of weights that nothing holds. */
    private long lights() {
        return weighing == null ? rows + products() : rows;
    }

    private int split() {
        return weighing == null ? columns : weighing.split(columns);
    }

    private int passed() {
        return weighing == null ? 1 : weighing.passed(rows, columns);
    }

    @Override
    public WeightLayout layout() {
        return new WeightLayout(rows * foldRows, columns * foldColumns, 1, 0, false, weighing == null);
    }

    @Override
    public ElementTiming timing(int valueBits, double cycle) {
        return new PhotonicTiming(layout(), rows, columns, lights(), weighers(), arrays, clock, latency, loading());
    }

    /** What holds weights takes none in while inputs are worked on. */
    private @Nullable BlockLoading loading() {
        return weighing == null ? new PhotonicLoading(weightBits, 1 / clock, 1) : null;
    }

    @Override
    public ElementValues values(int valueBits, double kelvin) {
        return weighing == null && detectorNoise == 0
                ? new ExactValues(valueBits, weightBits)
                : new PhotonicValues(valueBits, weightBits, rows, columns, weighing, detectorNoise);
    }

    @Override
    public double occupancySeconds(int valueBits) {
        return folds() / clock;
    }

    @Override
    public void addParts(ElementSite where, PartList list) {
        double all = where.elements() * arrays;
        double lights = all * lights();
        list.each(
                () -> add(list, SET, lights, dac),
                () -> add(list, MODULATE, lights, modulator),
                () -> add(list, WEIGH, all * weighers(), weigher),
                () -> add(list, SHINE, all * rows, laser.cost(), laser.figures(SHINE.part(), clock, split(), passed())),
                () -> add(list, AMPLIFY, all * columns, amplifier),
                () -> add(list, CONVERT, all * columns, adc));
    }

    private void add(PartList list, Action action, double instances, OpticalPart part) {
        add(list, action, instances, part.cost(), part.figures(action.part(), clock));
    }

    private void add(PartList list, Action action, double instances, Cost cost, ResolvedFigures figures) {
        list.add(action, instances, figures, clock, PartList.needed(cost, clock, clock));
    }

    @Override
    public void checkSizes(Problems problems) {
        problems.atMost("tile.core.rows", rows, 1 << 12, "no light has as many wavelengths and paths");
        problems.atMost("tile.core.columns", columns, 1 << 12, "no array has as many diodes");
        problems.atMost("tile.core.arrays", arrays, 1 << 16, "no core has that many");
        if (problems.isEmpty()) {
            problems.atMost("tile.core.fold-rows", (long) rows * foldRows, 1 << 20, "no array has as many rows");
            problems.atMost(
                    "tile.core.fold-columns", (long) columns * foldColumns, 1 << 20, "no array has as many columns");
        }
    }

    @Override
    public boolean check(ChipContext chip, Problems problems) {
        if (chip.valueBits() > ExactValues.MOST_BITS) {
            problems.refuse(
                    "precision.values",
                    "sums of integers are kept for at most %d bits, found %d"
                            .formatted(ExactValues.MOST_BITS, chip.valueBits()));
            return false;
        }
        if (weighing != null && folds() > 1) {
            problems.refuse(
                    "tile.core.weighing",
                    "what holds weights holds one each: give tile.core.fold-rows and tile.core.fold-columns 1, and more arrays");
            return false;
        }
        return true;
    }

    @Override
    public void tellUnusual(String path, double value, Remarks remarks) {
        switch (path) {
            case "tile.core.rows", "tile.core.columns" -> remarks.above(
                    path, value, UsualBounds.LINES, "", "more than any array of light built");
            case "tile.core.clock" -> remarks.above(
                    path, value, UsualBounds.CONVERSIONS, "Hz", "faster than any converter");
            default -> {}
        }
    }

    /** A converter's figures hold for its bits. */
    @Override
    public List<FigureTie> elsewhere(ChipContext chip) {
        return List.of(new FigureTie(
                "tile.core.dac",
                "weight-bits",
                "bit",
                () -> weightBits,
                ScalingLaw.RESTATE,
                ScalingLaw.RESTATE,
                "another converter"));
    }

    @Override
    public double storedBits() {
        return (double) products() * folds() * weightBits;
    }

    @Override
    public ElementWriter writer(ToDoubleFunction<Action> joules, int tiles) {
        return new PhotonicWriter();
    }

    @Override
    public Description describe(int valueBits) {
        return new PhotonicDescription(this, latency).get();
    }
}
