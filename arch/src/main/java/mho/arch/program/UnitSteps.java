package mho.arch.program;

import java.util.List;
import mho.arch.chip.TimingView;
import mho.arch.fabric.Draft;
import mho.arch.fabric.TileParts;
import mho.workloads.network.DigitalWork;
import mho.workloads.network.ScalarOperation;

/**
 * What is left of a window where its outputs are made: arithmetic, then comparisons, then functions, each in the unit that lists the
 * operation, or in shift-add, pool and activation.
 */
public final class UnitSteps {
    private static final List<ScalarOperation> ARITHMETIC =
            List.of(ScalarOperation.ADD, ScalarOperation.MULTIPLY, ScalarOperation.MULTIPLY_ACCUMULATE);

    private final TimingView chip;
    private final TileParts tiles;

    public UnitSteps(TimingView chip, TileParts tiles) {
        this.chip = chip;
        this.tiles = tiles;
    }

    /**
     * Where outputs of a window are made.
     *
     * @param share of a window's outputs; of several windows, the sum
     * @param partialSums of other tiles, to be added
     * @param arrivals the steps those come in by
     * @param coreSums of the tile's own cores, to be added
     */
    public record Outputs(int tile, double share, double partialSums, List<Integer> arrivals, double coreSums) {}

    /** Returns the last step. */
    public int write(Draft draft, int computed, Outputs outputs, DigitalWork work) {
        int added = inUnit(draft, computed, outputs, ScalarOperation.ADD, additions(outputs, work));
        int step = inShiftAdd(draft, added, outputs, work);
        for (ScalarOperation operation : ARITHMETIC.subList(1, ARITHMETIC.size())) {
            step = inUnit(draft, step, outputs, operation, outputs.share() * work.count(operation));
        }
        long compares = work.count(ScalarOperation.COMPARE);
        step = inUnit(draft, step, outputs, ScalarOperation.COMPARE, outputs.share() * compares);
        if (compares > 0 && !does(outputs, ScalarOperation.COMPARE)) {
            step = tiles.compare(draft, step, outputs.tile(), outputs.share() * compares);
        }
        return functions(draft, step, outputs, work);
    }

    private int functions(Draft draft, int before, Outputs outputs, DigitalWork work) {
        int step = before;
        long left = 0;
        for (ScalarOperation operation : ScalarOperation.values()) {
            if (operation.isFunction()) {
                step = inUnit(draft, step, outputs, operation, outputs.share() * work.count(operation));
                left += does(outputs, operation) ? 0 : work.count(operation);
            }
        }
        return left > 0 ? tiles.activate(draft, step, outputs.tile(), outputs.share() * left) : step;
    }

    private double additions(Outputs outputs, DigitalWork work) {
        return outputs.share() * work.count(ScalarOperation.ADD) + outputs.partialSums() + outputs.coreSums();
    }

    /** What shift-add is left with. */
    private int inShiftAdd(Draft draft, int before, Outputs outputs, DigitalWork work) {
        long macs = 0;
        for (ScalarOperation operation : ARITHMETIC.subList(1, ARITHMETIC.size())) {
            macs += does(outputs, operation) ? 0 : work.count(operation);
        }
        double passes = (double) macs * digital(outputs).macSteps();
        double adds = does(outputs, ScalarOperation.ADD)
                ? outputs.share() * passes
                : outputs.share() * (work.count(ScalarOperation.ADD) + passes)
                        + outputs.partialSums()
                        + outputs.coreSums();
        if (adds == 0) {
            return before;
        }
        int step = tiles.add(draft, before, outputs.tile(), adds);
        return does(outputs, ScalarOperation.ADD) ? step : afterArrivals(draft, step, outputs);
    }

    private int inUnit(Draft draft, int before, Outputs outputs, ScalarOperation operation, double count) {
        String unit = digital(outputs).units().doing(operation);
        if (unit == null || count == 0) {
            return before;
        }
        int step = tiles.operate(draft, before, outputs.tile(), unit, operation, count);
        return operation == ScalarOperation.ADD ? afterArrivals(draft, step, outputs) : step;
    }

    private static int afterArrivals(Draft draft, int step, Outputs outputs) {
        outputs.arrivals().forEach(arrived -> draft.after(step, arrived));
        return step;
    }

    /** What stands in the tile where they are made. */
    private TimingView.Digital digital(Outputs outputs) {
        return chip.kindAt(outputs.tile()).digital();
    }

    private boolean does(Outputs outputs, ScalarOperation operation) {
        return digital(outputs).units().does(operation);
    }
}
