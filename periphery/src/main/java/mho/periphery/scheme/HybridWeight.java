package mho.periphery.scheme;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.learning.Movement;
import org.jspecify.annotations.Nullable;

/**
 * A volatile cell that moves evenly beside a lasting one that does not: w = F · G ± g, G a pair of phase-change devices, g a capacitor's
 * transistor against its reference. Updates reach g alone. Every few examples what g has gathered is written to G, pulse by pulse with a
 * read after each, after pairs that are full have been refreshed, and g is set to the middle. With polarity inversion the sign of g
 * changes then, so that what is wrong with a cell in the same way always, steps up that are longer than those down, a leak to one side,
 * counts for one interval and against the next. Ambrogio et al., Nature 558:60, 2018 (3T1C and two PCM); F = 4 as in MLP_NeuroSim_V3.0
 * cc13863 (HybridCell).
 */
@Kind("hybrid")
public record HybridWeight(
        @Doc("How the volatile cell learns, and of which cells it is made") @Default("{kind: stochastic}")
                PulseRule update,
        @Doc("What the lasting cell counts for, over the volatile one") @Unit("1") @Default("4") double significance,
        @Doc("Examples between two transfers") @Unit("1") @Default("1000") @Range(min = 1) int every,
        @Doc("Whether the volatile cell changes its sign after each transfer") @Default("true")
                boolean polarityInversion,
        @Doc("Whether the volatile cell keeps what the lasting one could not take, instead of forgetting it")
                @Default("false")
                boolean keepsRest,
        @Doc("Most pulses of a lasting cell in a transfer") @Unit("1") @Default("100") @Range(min = 1) int mostPulses)
        implements UpdateScheme {

    @Override
    public @Nullable TrainPlan plan() {
        return update.plan();
    }

    @Override
    public List<DeviceRole> roles() {
        Set<Movement> both = EnumSet.of(Movement.BOTH_WAYS);
        return List.of(
                new DeviceRole("volatile", both),
                new DeviceRole("lasting", EnumSet.of(Movement.BOTH_WAYS, Movement.PAIRED)));
    }

    /** Of the volatile cells, in their first interval, then of the lasting one. */
    /** All cells are read, row by row. */
    @Override
    public TransferPlan transfers(int rows) {
        return TransferPlan.ofExample((double) rows / every, 0, cellsPerWeight());
    }

    @Override
    public double[] significances() {
        double[] ofVolatile = update.significances();
        double[] all = Arrays.copyOf(ofVolatile, ofVolatile.length + 1);
        all[ofVolatile.length] = significance;
        return all;
    }

    @Override
    public LearningCells made(MatrixSite site) {
        return new Learning(this, site);
    }

    private static final class Learning extends LearningCells {
        private final HybridWeight scheme;
        private final PulsedCells charge;
        private final PulsedCells lasting;
        private final PulseWriter writer;
        private final VerifiedPulses pulses;
        private final PairRefresh refresh;
        private final List<CellPopulation> all = new ArrayList<>();
        private final float[] signed;
        private final float[] gathered;
        private final float[] charges;
        private int sign = 1;
        private int examples;

        Learning(HybridWeight scheme, MatrixSite site) {
            super(site);
            this.scheme = scheme;
            charge = scheme.update.weight().made(site, site.law(0), 0);
            lasting = new OneCell().made(site, site.law(1), scheme.update.cellsPerWeight());
            writer = scheme.update.writer(charge, site, 0);
            pulses = new VerifiedPulses(lasting, scheme.mostPulses);
            all.addAll(charge.populations());
            all.addAll(lasting.populations());
            refresh = new PairRefresh(lasting.populations());
            signed = new float[site.columns()];
            gathered = new float[site.columns()];
            charges = new float[site.count()];
        }

        @Override
        void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            for (int column = 0; column < signed.length; column++) {
                signed[column] = sign * delta[deltaAt + column];
            }
            writer.update(x, xAt, signed, 0, rate, counts().updates());
        }

        @Override
        public void exampleEnds() {
            charge.leak(1);
            lasting.leak(1);
            examples++;
            if (examples == scheme.every) {
                examples = 0;
                transfer();
            }
        }

        @Override
        public void batchEnds() {}

        private void transfer() {
            refresh.refresh(counts());
            int after = scheme.polarityInversion ? -sign : sign;
            float significance = (float) scheme.significance;
            long slots = 0;
            for (int row = 0; row < rows(); row++) {
                counts().read(1, charge.cellsRead() + lasting.cellsRead(), columns());
                pulses.clear();
                for (int column = 0; column < columns(); column++) {
                    float before = lasting.weight(row, column);
                    gathered[column] = significance * before + sign * charge.weight(row, column);
                    pulses.aim(column, gathered[column] / significance);
                }
                slots += pulses.give(row, counts());
                for (int column = 0; column < columns(); column++) {
                    float rest = gathered[column] - significance * lasting.weight(row, column);
                    charge.set(row, column, scheme.keepsRest ? after * rest : 0);
                }
                counts().computed(columns(), 0);
                counts().reset(columns());
            }
            counts().transfers().took(slots);
            sign = after;
        }

        @Override
        void composed(float[] into) {
            lasting.read(into);
            charge.read(charges);
            for (int i = 0; i < into.length; i++) {
                into[i] = (float) scheme.significance * into[i] + sign * charges[i];
            }
        }

        /** The lasting cells, as far as they can; volatile ones to the middle. */
        @Override
        void program(float[] composed) {
            float[] parts = new float[composed.length];
            charge.set(parts);
            for (int i = 0; i < parts.length; i++) {
                parts[i] = composed[i] / (float) scheme.significance;
            }
            lasting.set(parts);
        }

        @Override
        public List<CellPopulation> populations() {
            return all;
        }

        @Override
        void saveOwn(CellState into) {
            charge.save("volatile", into);
            lasting.save("lasting", into);
            writer.save("pulses", into);
            into.longs("hybrid", sign, examples);
        }

        @Override
        void restoreOwn(CellState from) {
            charge.restore("volatile", from);
            lasting.restore("lasting", from);
            writer.restore("pulses", from);
            long[] words = new long[2];
            from.take("hybrid", words);
            sign = (int) words[0];
            examples = (int) words[1];
        }
    }
}
