package mho.periphery.scheme;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.Movement;
import org.jspecify.annotations.Nullable;

/**
 * Every weight its own number of pulses, the nearest whole number to the change over the device's step, row by row: up, then down, each as
 * long as the slowest weight that is written at once. Changes of less than half a step are lost. MLP_NeuroSim_V3.0 cc13863 writes so, 16
 * columns at once.
 */
@Kind("counted")
public record CountedPulses(
        @Doc("Columns that are written at once; all when absent") @Unit("1") @Range(min = 1) @Nullable
                Integer columnsAtOnce,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements PulseRule {

    /** Cells whose pulses can be counted: a chance of switching is none. */
    static Set<Movement> bySteps(ComposedWeight weight) {
        Set<Movement> accepted = EnumSet.copyOf(weight.accepts());
        accepted.remove(Movement.TWO_STATES);
        return accepted;
    }

    @Override
    public List<DeviceRole> roles() {
        return List.of(new DeviceRole("cell", bySteps(weight)));
    }

    @Override
    public PulseWriter writer(PulsedCells cells, MatrixSite site, int number) {
        return new Writer(this, cells);
    }

    private static final class Writer extends PulseWriter {
        private final RowPulses pulses;

        Writer(CountedPulses rule, PulsedCells cells) {
            super(cells);
            pulses = new RowPulses(cells, rule.columnsAtOnce);
        }

        @Override
        double room() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        void write(float[] x, int xAt, float[] delta, int deltaAt, float rate, PulseCounts counts) {
            long slots = 0;
            for (int row = 0; row < cells.rows; row++) {
                double ofRow = -(double) rate * x[xAt + row];
                if (ofRow != 0) {
                    for (int column = 0; column < cells.columns; column++) {
                        pulses.ask(column, cells.requestsFor(ofRow * delta[deltaAt + column]));
                    }
                    slots += pulses.give(row, counts);
                }
            }
            counts.took(slots);
            cells.requestEnds();
        }
    }
}
