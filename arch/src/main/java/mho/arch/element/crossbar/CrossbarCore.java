package mho.arch.element.crossbar;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import mho.arch.cut.WeightLayout;
import mho.arch.element.AnalogTiming;
import mho.arch.element.ChipContext;
import mho.arch.element.Component;
import mho.arch.element.Description;
import mho.arch.element.Element;
import mho.arch.element.ElementSite;
import mho.arch.element.ElementTiming;
import mho.arch.element.ElementValues;
import mho.arch.element.ElementWriter;
import mho.arch.element.FigureTie;
import mho.arch.element.Learner;
import mho.arch.element.LearntArrays;
import mho.arch.element.Observed;
import mho.arch.element.PartList;
import mho.arch.element.Problems;
import mho.arch.element.Remarks;
import mho.arch.element.crossbar.values.CrossbarValues;
import mho.arch.element.crossbar.values.Speculation;
import mho.arch.element.crossbar.values.Weights;
import mho.core.cost.Action;
import mho.core.cost.Scales;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Key;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.array.Array;
import mho.periphery.array.ComposedBits;
import mho.periphery.array.LocalBuffers;
import mho.periphery.array.VmmTiming;
import mho.periphery.driver.Driver;
import mho.periphery.interconnect.AnalogLink;
import mho.periphery.memory.Register;
import mho.periphery.neuron.ColumnFunction;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.NeuronFunction;
import mho.periphery.readout.AdcBits;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/** Arrays with the drivers, converters and registers that serve them: ISAAC's in-situ multiply-accumulate unit. */
@Kind("crossbar")
public record CrossbarCore(
        @Scales(why = "figures are those of one instance; what all share says so")
                @Doc("Arrays of a core")
                @Default("1")
                int arrays,
        Array array,
        Weights weights,
        Driver driver,
        @Nullable Integration integration,
        @Nullable ColumnFunction columnFunction,
        Readout adc,
        @Key("shift-add") @Nullable DigitalUnit shiftAdd,
        @Nullable Register inputRegister,
        @Nullable Register outputRegister,
        @Nullable Control control,
        @Nullable LocalBuffers localBuffers,
        @Nullable Speculation speculation,
        @Nullable Learning learning,
        @Nullable MemoryMode memoryMode,
        @Nullable AnalogLink analogLink,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time from the last conversion to the result in the output register")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0)
                double merge,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Whether a vector begins while the one before it is still converted and merged")
                @Default("true")
                boolean overlap,
        @Scales(why = "a step of a conversion costs what it cost; how many there are follows")
                @Doc(
                        "Whether adc.bits are those of a result put together from all phases and cells of a weight: each partial sum is converted to the bits that reach the result, and left out where none do")
                @Default("false")
                boolean composed)
        implements Element {

    public CrossbarCore {
        if (speculation != null && (composed || adc.once() || learning != null)) {
            throw new IllegalArgumentException(
                    "speculation: digits are converted one by one, whole, in arrays that do not learn (composed: false, adc: {once: false}, learning: null)");
        }
        if (columnFunction != null && (analogLink != null || learning != null)) {
            throw new IllegalArgumentException(
                    learning != null
                            ? "column-function: how arrays learn from activations that are bent before they are converted is not modelled (column-function: null)"
                            : "column-function: where values stay voltages, the tile's activation circuits bend them (column-function: null)");
        }
        if (localBuffers != null) {
            LocalBufferLimits.check(array, weights, learning, memoryMode);
        }
        if (composed && (adc.stepSeconds() == null || adc.once() || learning != null)) {
            throw new IllegalArgumentException(
                    learning != null
                            ? "composed: how arrays learn from composed results is not modelled (composed: false)"
                            : adc.once()
                                    ? "composed: partial sums are converted phase by phase, and this adc waits for all of them (adc: {once: false})"
                                    : "composed: each partial sum is converted to as many bits as reach a result, and this adc cannot stop after any; give a sense-amplifier, or a sar with a bit-time (bit-time: 0.1 ns)");
        }
    }

    public static final Action CELL_READ = new Action("tile.core.array", "cell read");
    public static final Action PULSE = new Action("tile.core.array", "writing pulse");
    public static final Action ROW_DRIVE = new Action("tile.core.driver", "row phase");
    public static final Action INTEGRATE = new Action("tile.core.integration", "column phase");
    public static final Action BEND = new Action("tile.core.column-function", "sum");
    public static final Action CONVERT = new Action("tile.core.adc", "conversion");
    public static final Action RAMP = new Action("tile.core.adc.generator", "ramp");
    public static final Action PULSE_HOP = new Action("tile.core.local-buffers.pulses", "pulse");
    public static final Action CURRENT_HOP = new Action("tile.core.local-buffers.currents", "current");
    public static final Action CURRENT_SUM = new Action("tile.core.local-buffers.adder", "sum");
    public static final Action ADD = new Action("tile.core.shift-add", "add");
    public static final Action INPUT_REGISTER = new Action("tile.core.input-register", "byte");
    public static final Action OUTPUT_REGISTER = new Action("tile.core.output-register", "byte");
    public static final Action LINE_PULSE = new Action("tile.core.learning", "line pulse");
    public static final Action CELL_PULSE = new Action("tile.core.learning", "cell pulse");
    public static final Action GRADIENT_SUM = new Action("tile.core.learning.gradients", "sum");
    public static final Action AMPLIFY = new Action("tile.core.analog-link", "value");
    public static final Action CONTROL = new Action("tile.core.control", "vector");

    /**
     * Where values were computed, reads of cells are so many reads at the stated mean conductance and input activity as conduct as much,
     * drivers that cost by the pulse count the pulses there were, and columns that speculate their conversions; where not, the share of zeros that drivers state is not driven.
     */
    @Override
    public double count(Action action, double planned, @Nullable Observed observed) {
        if (action.equals(CELL_READ) && observed != null) {
            return observed.conducted() / array.nominalConduction();
        }
        if (action.equals(CONVERT) && observed != null && speculation != null) {
            return observed.conversions();
        }
        if (action.equals(ROW_DRIVE)) {
            return observed == null
                    ? planned * driver.drivenShare()
                    : driver.costsByPulse() ? observed.pulses() * weights.arraysDeep() : planned;
        }
        return planned;
    }

    @Override
    public double count(Action action, double planned, LearntArrays learnt, double inputs) {
        if (action.equals(LINE_PULSE)) {
            return learnt.linePulses() / inputs;
        }
        return action.equals(CELL_PULSE) ? (learnt.cellPulses() + learnt.transferPulses()) / inputs : planned;
    }

    public int cellsPerWeight() {
        return weights.cells(array.cell().bits());
    }

    @Override
    public WeightLayout layout() {
        return weights.layout(rowsRead(), columnsRead(), array.cell().bits());
    }

    /** Rows whose currents end in one converted sum: those of an array, or of all arrays that stand above one adder. */
    public int rowsRead() {
        return localBuffers == null ? array.rows() : localBuffers.rows(array.rows());
    }

    /** Columns that a row reaches: those of an array, or of all arrays that its pulse passes. */
    public int columnsRead() {
        return localBuffers == null ? array.columns() : localBuffers.columns(array.columns());
    }

    /** Grids of cells of a core. */
    public int grids() {
        return arrays * weights.arraysDeep() * (localBuffers == null ? 1 : localBuffers.arrays());
    }

    public int columns() {
        return arrays * columnsRead();
    }

    @Override
    public ElementTiming timing(int valueBits, double cycle) {
        return CrossbarTiming.of(this, valueBits, cycle);
    }

    @Override
    public ElementValues values(int valueBits, double kelvin) {
        int shared = adc.columnsPerConverter(columns());
        return CrossbarValues.of(
                valueBits,
                weights,
                array,
                localBuffers,
                speculation,
                driver,
                integration,
                columnFunction,
                adc.conversion(),
                composed,
                analogLink == null ? null : Double.valueOf(analogLink.errorOnTheWay()),
                shared,
                adc.convertSeconds(shared),
                kelvin);
    }

    /** Timing of one vector-matrix multiply when so many columns of every array are read. */
    public VmmTiming timing(int inputBits, int columnsRead) {
        AnalogTiming analog = analogTiming(1);
        if (analog != null) {
            double before = analog.inSeconds() + analog.waySeconds() + analog.readSeconds();
            double out = analog.outSeconds().get(outputs(columnsRead) - 1);
            return VmmTiming.of(driver.phases(inputBits), before, out, false, true, 0);
        }
        int shared = adc.columnsPerConverter(arrays * columnsRead);
        VmmTiming timing = composed
                ? composedTiming(composing(inputBits), shared)
                : speculation != null
                        ? VmmTiming.of(
                                speculation.phases(),
                                phaseSeconds(),
                                adc.convertSeconds(shared),
                                integration != null && integration.holds(),
                                false,
                                merge)
                        : VmmTiming.of(
                                driver,
                                array,
                                integration,
                                adc,
                                inputBits,
                                bendSeconds(inputBits),
                                shared,
                                merge,
                                "tile.core");
        return overlap ? timing : timing.oneAtATime();
    }

    /** The function that sums are bent by before they are converted; null where none is the whole sum of an output, or there is no such circuit. */
    @Nullable
    NeuronFunction bends(int inputBits) {
        boolean whole = !composed
                && weights.sign() == Weights.Sign.ARRAY_PAIR
                && cellsPerWeight() == 1
                && conversionsPerVector(inputBits) == 1;
        return columnFunction == null || !whole ? null : columnFunction.function();
    }

    private double bendSeconds(int inputBits) {
        return columnFunction == null || bends(inputBits) == null ? 0 : columnFunction.delay();
    }

    /** Null where no value stays a voltage. */
    @Nullable
    AnalogTiming analogTiming(double cycle) {
        if (analogLink == null) {
            return null;
        }
        List<Double> out = IntStream.rangeClosed(1, outputs(array.columns()))
                .mapToObj(made -> adc.convertSeconds(adc.columnsPerConverter(arrays * made)) + merge)
                .toList();
        return new AnalogTiming(analogLink.input(), analogLink.waySeconds(), phaseSeconds(), out, cycle);
    }

    /** Outputs whose cells stand in so many columns. */
    private int outputs(int columnsRead) {
        return Math.max(1, (columnsRead + cellsPerWeight() - 1) / cellsPerWeight());
    }

    /** A converter's columns are of all slices in turn, each with the steps that its partial sum is worth. */
    private VmmTiming composedTiming(ComposedBits bits, int shared) {
        double step = Objects.requireNonNull(adc.stepSeconds());
        int weightsShared = (shared + bits.slices() - 1) / bits.slices();
        double[] convert = IntStream.range(0, bits.allPhases())
                .filter(bits::driven)
                .mapToDouble(phase -> weightsShared * bits.steps(phase) * step)
                .toArray();
        boolean holds = integration != null && integration.holds();
        return VmmTiming.of(phaseSeconds(), convert, holds, merge);
    }

    /** Bits of partial sums where results are composed. */
    ComposedBits composing(int inputBits) {
        int cellBits = array.cell().bits();
        int slices = (weights.bits() + cellBits - 1) / cellBits;
        return ComposedBits.of(driver.encoding(inputBits, false), slices, cellBits, adc.bits());
    }

    /** Phases in which rows are driven for one vector. */
    int phases(int inputBits) {
        if (speculation != null) {
            return speculation.phases();
        }
        return composed ? composing(inputBits).phases() : driver.phases(inputBits);
    }

    /** Part of a whole conversion that one takes on average. */
    double partOfConversion(int inputBits) {
        if (!composed) {
            return 1;
        }
        ComposedBits bits = composing(inputBits);
        return (double) bits.steps() / bits.conversions() / adc.bits();
    }

    /** Timing with every column in use. */
    public VmmTiming timing(int inputBits) {
        return timing(inputBits, columnsRead());
    }

    public double phaseSeconds() {
        return VmmTiming.phaseSeconds(driver, array, adc, "tile.core");
    }

    @Override
    public void addParts(ElementSite where, PartList list) {
        new CrossbarParts(this, where, list).add();
    }

    /** How long a column integrates before its conversion. */
    public double integrationSeconds(int inputBits) {
        VmmTiming timing = timing(inputBits);
        return adc.once() ? timing.phases() * timing.phaseSeconds() : timing.phaseSeconds();
    }

    @Override
    public double occupancySeconds(int valueBits) {
        return timing(valueBits).occupancySeconds();
    }

    /** How often a column is converted for one vector; on average over the cells of a weight. */
    public double conversionsPerVector(int inputBits) {
        if (composed) {
            ComposedBits bits = composing(inputBits);
            return (double) bits.conversions() / bits.slices();
        }
        if (analogLink != null) {
            return 1.0 / cellsPerWeight(); // columns of a weight meet before the converter
        }
        if (speculation != null) {
            return speculation.conversions();
        }
        return adc.once() ? 1 : driver.phases(inputBits);
    }

    @Override
    public void checkSizes(Problems problems) {
        CrossbarChecks.sizes(this, problems);
    }

    @Override
    public boolean check(ChipContext chip, Problems problems) {
        return new CrossbarChecks(this, chip, problems).run();
    }

    @Override
    public void tellUnusual(String path, double value, Remarks remarks) {
        new CrossbarBounds(this, remarks).figure(path, value);
    }

    @Override
    public void tellUnusual(Remarks remarks) {
        new CrossbarBounds(this, remarks).alone();
    }

    @Override
    public void tellProportions(ChipContext chip, Function<String, Component> parts, Remarks remarks) {
        new CrossbarBounds(this, remarks).proportions(chip, parts);
    }

    @Override
    public void tellUnscaled(double kelvin, Remarks remarks) {
        new CrossbarBounds(this, remarks).unscaled(kelvin);
    }

    @Override
    public List<FigureTie> elsewhere(ChipContext chip) {
        return new CrossbarTies(this, chip).all();
    }

    @Override
    public double storedBits() {
        return (double) array.cells() * array.cell().bits() * (grids() / arrays);
    }

    @Override
    public int converterBitsShort() {
        return Math.max(0, converterBitsRequired() - adc.bits());
    }

    /** Bits that digitise a column without loss (Shafiee et al. 2016, section V). */
    int converterBitsRequired() {
        return AdcBits.required(rowsRead(), driver.bits(), array.cell().bits(), weights.flipped());
    }

    @Override
    public @Nullable Double zerosSkipped() {
        return driver.skipZeros();
    }

    @Override
    public @Nullable Learner learner() {
        return learning == null ? null : learning.learner(layout(), array.cell());
    }

    @Override
    public Description describe(int valueBits) {
        return new CrossbarDescription(this, valueBits).whole();
    }

    @Override
    public ElementWriter writer(ToDoubleFunction<Action> joules, int tiles) {
        return new CrossbarWriter(this, joules, tiles);
    }
}
