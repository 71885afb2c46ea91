package mho.arch.element.crossbar;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.arch.element.AnalogTiming;
import mho.arch.element.AnalogUse;
import mho.arch.element.Block;
import mho.arch.element.BlockLoading;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.arch.element.crossbar.values.Weights;
import mho.core.cost.Counts;
import mho.core.engine.Cycles;
import mho.periphery.array.VmmTiming;
import mho.periphery.neuron.NeuronFunction;
import mho.periphery.scheme.TransferPlan;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The time a core takes, and what its parts do.
 *
 * @param arrays of a core
 * @param deep arrays that stand behind one another and are read as one
 * @param valueBits of an input and an output
 * @param phases of one vector-matrix multiply
 * @param conversions of a column for one vector
 * @param centred whether a centre times the sum of the inputs is added to every sum
 * @param grids of cells, where arrays are parts of one; null where each stands alone
 * @param loading null where arrays are written once and for all
 * @param learning null where arrays do not learn
 * @param analog null where no value stays a voltage
 * @param bends the function of circuits that bend columns' sums before they are converted; null where none does
 * @param amplifiers that such a value passes
 * @param multiplies how long a multiply takes when 1, 2, … columns of every array are read, up to all
 */
record CrossbarTiming(
        WeightLayout layout,
        int arrays,
        int deep,
        int valueBits,
        int phases,
        double conversions,
        boolean centred,
        @Nullable GridHops grids,
        List<Service> multiplies,
        @Nullable BlockLoading loading,
        @Nullable LearningTiming learning,
        @Nullable AnalogTiming analog,
        @Nullable NeuronFunction bends,
        int amplifiers)
        implements ElementTiming {

    private static final Cycles CYCLES =
            new Cycles("tile.core", "a longer cycle (cycle), or a faster core (tile.core.driver, tile.core.adc)");

    static CrossbarTiming of(CrossbarCore core, int valueBits, double cycle) {
        List<Service> multiplies = new ArrayList<>();
        for (int columns = 1; columns <= core.columnsRead(); columns++) {
            multiplies.add(service(core.timing(valueBits, columns), cycle));
        }
        return new CrossbarTiming(
                core.layout(),
                core.arrays(),
                core.weights().arraysDeep(),
                valueBits,
                core.phases(valueBits),
                core.conversionsPerVector(valueBits),
                core.weights().sign() == Weights.Sign.CENTERED,
                GridHops.of(core),
                List.copyOf(multiplies),
                core.analogLink() == null ? CrossbarLoading.of(core) : null,
                LearningTiming.of(core, valueBits, cycle),
                core.analogTiming(cycle),
                core.bends(valueBits),
                core.analogLink() == null ? 0 : core.analogLink().hops());
    }

    private static Service service(VmmTiming timing, double cycle) {
        return new Service(CYCLES.of(timing.occupancySeconds() / cycle), CYCLES.of(timing.latencySeconds() / cycle));
    }

    @Override
    public int updateSlots() {
        return learning == null ? 0 : learning.slots();
    }

    @Override
    public TransferPlan transfers(int rows) {
        return learning == null ? TransferPlan.NONE : learning.scheme().transfers(Math.min(rows, layout.arrayRows()));
    }

    @Override
    public int gradientBits() {
        return learning == null || learning.gathered() == null
                ? 0
                : learning.gathered().bits();
    }

    @Override
    public Set<Verb> verbs() {
        if (learning == null) {
            return Set.of(Verb.MULTIPLY);
        }
        return learning.gathered() == null
                ? Set.of(Verb.MULTIPLY, Verb.MULTIPLY_TRANSPOSED, Verb.UPDATE)
                : Set.of(Verb.MULTIPLY, Verb.MULTIPLY_TRANSPOSED, Verb.UPDATE, Verb.GATHER, Verb.EXCHANGE, Verb.APPLY);
    }

    /** Rows are driven together, however many. */
    @Override
    public Service service(Verb verb, Block block) {
        return one(verb, block).times(block.vectors());
    }

    private Service one(Verb verb, Block block) {
        return switch (verb) {
            case MULTIPLY_TRANSPOSED -> learns().reads().get(Math.min(block.rows(), layout.arrayRows()) - 1);
            case UPDATE -> learns().update();
            case GATHER, EXCHANGE -> learns().gathers().gather(block, layout, arrays);
            case APPLY -> learns().gathers().apply(block, layout);
            default -> multiplies.get(Math.min(block.columns(), layout.arrayColumns()) - 1);
        };
    }

    private LearningTiming learns() {
        return Objects.requireNonNull(learning, "the arrays do not learn");
    }

    @Override
    public void count(Verb verb, Use use, Counts to) {
        double bytes = valueBits / 8.0;
        switch (verb) {
            case UPDATE -> learns().countUpdate(use, arrays, bytes, to);
            case GATHER -> {
                learns().gathers().countGathering(use, layout, to);
                countRegisters(use, bytes, to);
            }
            case EXCHANGE -> learns().gathers().countGathering(use, layout, to);
            case APPLY -> learns().gathers().countApplying(use, layout, to);
            case MULTIPLY_TRANSPOSED -> countRead(turned(use), bytes, to);
            default -> countRead(use, bytes, to);
        }
    }

    /** From the other side, columns are driven and rows are read. */
    private static Use turned(Use use) {
        return new Use(use.weightCells(), use.columnLines(), use.rowLines(), use.rowLines(), 0, use.arrays());
    }

    private void countRead(Use use, double bytes, Counts to) {
        to.add(CrossbarCore.CELL_READ, use.weightCells() * phases * deep);
        to.add(CrossbarCore.ROW_DRIVE, use.rowLines() * phases * deep);
        to.add(CrossbarCore.AMPLIFY, use.rowLines() * amplifiers * deep);
        to.add(CrossbarCore.INTEGRATE, use.columnLines() * phases);
        to.add(CrossbarCore.BEND, use.bent());
        to.add(CrossbarCore.CONVERT, use.columnLines() * conversions);
        to.add(CrossbarCore.RAMP, Math.ceil((double) use.arrays() / arrays) * conversions);
        to.add(CrossbarCore.ADD, use.columnLines() * conversions + use.biases() + (centred ? use.sums() : 0));
        if (grids != null) {
            grids.count(use, phases, to);
        }
        countRegisters(use, bytes, to);
    }

    /** Of the amplifiers on a value's way the last is that of a row, of which every array has its own; others serve all arrays behind them. */
    @Override
    public void count(AnalogUse use, Counts to) {
        double bytes = valueBits / 8.0;
        Use lines = use.lines();
        to.add(CrossbarCore.CELL_READ, lines.weightCells() * deep);
        to.add(CrossbarCore.AMPLIFY, use.inputs() * (amplifiers - 1) + lines.rowLines() * deep);
        to.add(CrossbarCore.INTEGRATE, lines.columnLines());
        to.add(CrossbarCore.CONTROL, (double) lines.arrays() / arrays);
        if (use.rim().in()) {
            to.add(CrossbarCore.ROW_DRIVE, use.inputs());
            to.add(CrossbarCore.INPUT_REGISTER, 2 * use.inputs() * bytes);
        }
        if (use.rim().out()) {
            to.add(CrossbarCore.CONVERT, use.outputs());
            to.add(CrossbarCore.RAMP, Math.ceil((double) lines.arrays() / arrays));
            to.add(CrossbarCore.OUTPUT_REGISTER, 2 * use.outputs() * bytes);
        }
    }

    private void countRegisters(Use use, double bytes, Counts to) {
        to.add(CrossbarCore.INPUT_REGISTER, 2 * use.rowLines() * bytes);
        to.add(CrossbarCore.OUTPUT_REGISTER, 2 * use.sums() * bytes);
        to.add(CrossbarCore.CONTROL, (double) use.arrays() / arrays);
    }
}
