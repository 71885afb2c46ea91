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
 * A weight is digits of a base b, w = Σ over k of b^(k − K + 1) · w_k, of which updates reach the least significant alone. Every few examples
 * the value of each digit is carried: whole steps of the next digit that it makes up are given to that one, and the digit is set back by
 * what the next has really gained, pulse by pulse with a read after each. So the weight stays what it was, to half a step of the digit.
 * Agarwal et al., Symposium on VLSI Technology, 2017 (periodic carry, four digits); that the rest of a step stays in the digit instead of
 * being set to zero is assumed.
 */
@Kind("carry")
public record PeriodicCarry(
        @Doc("How the least significant digit learns") @Default("{kind: stochastic}") PulseRule update,
        @Doc("Digits of a weight") @Unit("1") @Default("4") @Range(min = 2, max = 8) int digits,
        @Doc("What a digit counts for, over the one below") @Unit("1") @Default("4") @Range(min = 1, minOpen = true)
                double base,
        @Doc("Examples between two carries") @Unit("1") @Default("100") @Range(min = 1) int every,
        @Doc("Part of its range, from the middle, beyond which a digit is carried")
                @Unit("1")
                @Default("0")
                @Range(min = 0, max = 1)
                double beyond,
        @Doc("Most pulses that set a digit back") @Unit("1") @Default("1000") @Range(min = 1) int mostPulses)
        implements UpdateScheme {

    @Override
    public @Nullable TrainPlan plan() {
        return update.plan();
    }

    @Override
    public List<DeviceRole> roles() {
        Set<Movement> accepted = EnumSet.of(Movement.BOTH_WAYS);
        return List.of(new DeviceRole("digit", accepted));
    }

    /** Every digit but the highest is read, row by row. */
    @Override
    public TransferPlan transfers(int rows) {
        return TransferPlan.ofExample((digits - 1.0) * rows / every, 0, update.cellsPerWeight());
    }

    /** What digit k counts for; the most significant counts one. */
    private double significance(int digit) {
        return StrictMath.pow(base, digit - digits + 1);
    }

    /** Of the cells of the least significant digit first. */
    @Override
    public double[] significances() {
        double[] ofDigit = update.significances();
        double[] all = new double[digits * ofDigit.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = significance(i / ofDigit.length) * ofDigit[i % ofDigit.length];
        }
        return all;
    }

    @Override
    public LearningCells made(MatrixSite site) {
        return new Learning(this, site);
    }

    private static final class Learning extends LearningCells {
        private final PeriodicCarry scheme;
        private final PulsedCells[] digits;
        private final float[] significances;
        private final PulseWriter writer;
        private final RowPulses[] carried;
        private final VerifiedPulses[] setBack;
        private final List<CellPopulation> all = new ArrayList<>();
        private final float[] before;
        private final float[] next;

        /** Value of a digit beyond which it is carried. */
        private final float full;

        private int examples;

        Learning(PeriodicCarry scheme, MatrixSite site) {
            super(site);
            this.scheme = scheme;
            digits = new PulsedCells[scheme.digits];
            significances = new float[scheme.digits];
            carried = new RowPulses[scheme.digits];
            setBack = new VerifiedPulses[scheme.digits];
            for (int k = 0; k < digits.length; k++) {
                digits[k] = scheme.update.weight().made(site, site.law(0), all.size());
                significances[k] = (float) scheme.significance(k);
                carried[k] = new RowPulses(digits[k], null);
                setBack[k] = new VerifiedPulses(digits[k], scheme.mostPulses);
                all.addAll(digits[k].populations());
            }
            writer = scheme.update.writer(digits[0], site, 0);
            before = new float[site.columns()];
            next = new float[site.count()];
            full = (float) (scheme.beyond * site.law(0).cells().range() / 2);
        }

        @Override
        void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
            writer.update(x, xAt, delta, deltaAt, rate / significances[0], counts().updates());
        }

        @Override
        public void exampleEnds() {
            for (PulsedCells digit : digits) {
                digit.leak(1);
            }
            examples++;
            if (examples == scheme.every) {
                examples = 0;
                long slots = 0;
                for (int k = 0; k + 1 < digits.length; k++) {
                    for (int row = 0; row < rows(); row++) {
                        slots += carry(k, row);
                    }
                }
                counts().transfers().took(slots);
            }
        }

        @Override
        public void batchEnds() {}

        /** From digit k to the next, in one row; returns slots. */
        private long carry(int k, int row) {
            PulsedCells digit = digits[k];
            PulsedCells above = digits[k + 1];
            float base = (float) scheme.base;
            boolean any = false;
            counts().read(1, digit.cellsRead(), columns());
            counts().computed(columns(), columns());
            for (int column = 0; column < columns(); column++) {
                float value = digit.weight(row, column);
                int steps = Math.abs(value) < full ? 0 : (int) (value / base / above.step());
                carried[k + 1].ask(column, steps);
                before[column] = above.weight(row, column);
                any |= steps != 0;
            }
            if (!any) {
                return 0;
            }
            counts().read(2, above.cellsRead(), columns()); // before and after its pulses
            long slots = carried[k + 1].give(row, counts().transfers());
            above.requestEnds();
            setBack[k].clear();
            for (int column = 0; column < columns(); column++) {
                if (carried[k + 1].asked(column) != 0) {
                    float gained = above.weight(row, column) - before[column];
                    setBack[k].aim(column, digit.weight(row, column) - gained * base);
                }
            }
            return slots + setBack[k].give(row, counts());
        }

        @Override
        void composed(float[] into) {
            Arrays.fill(into, 0);
            for (int k = digits.length - 1; k >= 0; k--) {
                digits[k].read(next);
                for (int i = 0; i < into.length; i++) {
                    into[i] += significances[k] * next[i];
                }
            }
        }

        /** From the most significant digit down: each takes what it can of what is left, the least the rest. */
        @Override
        void program(float[] composed) {
            float[] left = composed.clone();
            float[] asked = new float[left.length];
            for (int k = digits.length - 1; k >= 0; k--) {
                for (int i = 0; i < left.length; i++) {
                    asked[i] = left[i] / significances[k];
                }
                digits[k].set(asked);
                digits[k].read(next);
                for (int i = 0; i < left.length; i++) {
                    left[i] -= significances[k] * next[i];
                }
            }
        }

        @Override
        public List<CellPopulation> populations() {
            return all;
        }

        @Override
        void saveOwn(CellState into) {
            for (int k = 0; k < digits.length; k++) {
                digits[k].save("digits/" + k, into);
            }
            writer.save("pulses", into);
            into.longs("examples", examples);
        }

        @Override
        void restoreOwn(CellState from) {
            for (int k = 0; k < digits.length; k++) {
                digits[k].restore("digits/" + k, from);
            }
            writer.restore("pulses", from);
            long[] words = new long[1];
            from.take("examples", words);
            examples = (int) words[0];
        }
    }
}
