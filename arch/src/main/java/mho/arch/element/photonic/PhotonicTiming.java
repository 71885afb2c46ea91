package mho.arch.element.photonic;

import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.BlockLoading;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * The time light takes through an array, and what stands at its ends.
 *
 * @param rows of light
 * @param columns of diodes
 * @param lights values that become light in a turn, those of weights too where nothing holds them
 * @param weighers what weighs in an array
 * @param latencyCycles from the entry of a turn's values to its sums as bits, beyond the cycle in which they enter
 */
record PhotonicTiming(
        WeightLayout layout,
        int rows,
        int columns,
        long lights,
        long weighers,
        int arrays,
        Double clock,
        int latencyCycles,
        @Nullable BlockLoading loading)
        implements ElementTiming {

    @Override
    public Set<Verb> verbs() {
        return Set.of(Verb.MULTIPLY);
    }

    @Override
    public Service service(Verb verb, Block block) {
        int cycles = turns(block.rows(), Math.min(block.columns(), layout.arrayColumns()));
        return new Service(cycles, Math.addExact(cycles, latencyCycles)).times(block.vectors());
    }

    /** All converters of an array convert in each of its turns, whether their lines are in use or not. */
    @Override
    public void count(Verb verb, Use use, Counts to) {
        if (use.arrays() > 0) {
            double turns =
                    use.arrays() * (double) turns(use.rowLines() / use.arrays(), use.columnLines() / use.arrays());
            to.add(Photonic.SET, turns * lights);
            to.add(Photonic.MODULATE, turns * lights);
            to.add(Photonic.WEIGH, turns * weighers);
            to.add(Photonic.SHINE, turns * rows);
            to.add(Photonic.AMPLIFY, turns * columns);
            to.add(Photonic.CONVERT, turns * columns);
        }
    }

    private int turns(double rowsUsed, double columnsUsed) {
        return Math.multiplyExact(turnsOf(rowsUsed, rows), turnsOf(columnsUsed, columns));
    }

    private static int turnsOf(double lines, int atOnce) {
        return (int) Math.max(1, Math.ceil(lines / atOnce - 1e-9));
    }
}
