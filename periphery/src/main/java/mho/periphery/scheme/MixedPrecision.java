package mho.periphery.scheme;

import java.util.Arrays;
import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import org.jspecify.annotations.Nullable;

/**
 * Gradients are added up in digital, χ −= rate · x · δ; every few updates each weight takes as many whole steps ε as χ has, blindly, and χ
 * keeps the rest: n = trunc(χ/ε), χ −= n · ε. What pulses were to do and χ are together what updates asked for, whatever devices made of it.
 * Nandakumar et al., Frontiers in Neuroscience 14:406, 2020; IBM aihwkit 4545f11 (MixedPrecision).
 */
@Kind("mixed-precision")
public record MixedPrecision(
        @Doc("Updates between two transfers to the cells") @Unit("1") @Default("1") @Range(min = 1) int every,
        @Doc("Levels to which x is rounded before it is multiplied, from zero to its largest; not rounded when absent")
                @Unit("1")
                @Range(min = 1)
                @Nullable
                Integer xLevels,
        @Doc("Levels to which delta is rounded, likewise") @Unit("1") @Range(min = 1) @Nullable Integer deltaLevels,
        @Doc("Columns that are written at once; all when absent") @Unit("1") @Range(min = 1) @Nullable
                Integer columnsAtOnce,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements UpdateScheme {

    @Override
    public List<DeviceRole> roles() {
        return List.of(new DeviceRole("cell", CountedPulses.bySteps(weight)));
    }

    @Override
    public double[] significances() {
        return weight.significances();
    }

    @Override
    public LearningCells made(MatrixSite site) {
        return new Learning(this, site);
    }

    private static final class Learning extends LearningCells {
        private final int every;
        private final PulsedCells cells;
        private final RowPulses pulses;
        private final GradientSum chi;
        private final float step;
        private int updates;

        Learning(MixedPrecision scheme, MatrixSite site) {
            super(site);
            every = scheme.every;
            cells = scheme.weight.made(site, site.law(0), 0);
            pulses = new RowPulses(cells, scheme.columnsAtOnce);
            chi = new GradientSum(site.rows(), site.columns(), scheme.xLevels, scheme.deltaLevels);
            step = (float) cells.step();
        }

        @Override
        void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            chi.add(x, xAt, delta, deltaAt, rate, counts());
            updates++;
            if (updates == every) {
                updates = 0;
                apply();
            }
        }

        private void apply() {
            long slots = 0;
            for (int row = 0; row < rows(); row++) {
                boolean any = false;
                for (int column = 0; column < columns(); column++) {
                    int i = row * columns() + column;
                    int steps = (int) (chi.change[i] / step);
                    chi.change[i] -= steps * step;
                    pulses.ask(column, steps);
                    any |= steps != 0;
                }
                slots += any ? pulses.give(row, counts().updates()) : 0;
            }
            counts().computed(0, (long) rows() * columns());
            counts().updates().took(slots);
            cells.requestEnds();
        }

        @Override
        public void exampleEnds() {
            cells.leak(1);
        }

        @Override
        public void batchEnds() {}

        @Override
        void composed(float[] into) {
            cells.read(into);
        }

        @Override
        void program(float[] composed) {
            cells.set(composed);
            Arrays.fill(chi.change, 0);
        }

        @Override
        public List<CellPopulation> populations() {
            return cells.populations();
        }

        @Override
        void saveOwn(CellState into) {
            cells.save("cells", into);
            into.floats("chi", chi.change);
            into.longs("updates", updates);
        }

        @Override
        void restoreOwn(CellState from) {
            cells.restore("cells", from);
            from.take("chi", chi.change);
            long[] words = new long[1];
            from.take("updates", words);
            updates = (int) words[0];
        }
    }
}
