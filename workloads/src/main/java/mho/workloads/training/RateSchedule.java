package mho.workloads.training;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;

/** The learning rate, epoch by epoch. Every rate is above 0 and finite. */
public sealed interface RateSchedule {
    /** In that epoch, counted from 0. */
    double at(int epoch);

    /** The same throughout. */
    static RateSchedule of(double rate) {
        return new Constant(rate);
    }

    /** The same throughout. */
    @Kind("constant")
    record Constant(@Doc("learning rate") double rate) implements RateSchedule {
        public Constant {
            check(rate);
        }

        @Override
        public double at(int epoch) {
            return rate;
        }
    }

    /** One after another: 0.01 for ten epochs, then 0.005 for ten, then 0.0025. */
    @Kind("steps")
    record Steps(
            @Doc("learning rates, one after another") List<Double> rates,
            @Doc("epochs for each of them but the last") List<Integer> epochs)
            implements RateSchedule {
        public Steps {
            rates = List.copyOf(rates);
            epochs = List.copyOf(epochs);
            rates.forEach(RateSchedule::check);
            if (rates.size() != epochs.size() + 1 || epochs.stream().anyMatch(each -> each < 1)) {
                throw new IllegalArgumentException(
                        "%d learning rates take %d numbers of epochs of 1 or more, got %s; the last rate stays to the end"
                                .formatted(rates.size(), Math.max(0, rates.size() - 1), epochs));
            }
        }

        @Override
        public double at(int epoch) {
            int step = 0;
            for (int left = epoch; step < epochs.size() && left >= epochs.get(step); step++) {
                left -= epochs.get(step);
            }
            return rates.get(step);
        }
    }

    /** rate · factor^epoch. */
    @Kind("exponential")
    record Exponential(
            @Doc("learning rate of the first epoch") double rate,
            @Doc("what it is multiplied by from epoch to epoch") @Default("0.95") @Range(max = 1) double factor)
            implements RateSchedule {
        public Exponential {
            check(rate);
            if (!(factor > 0 && factor <= 1)) {
                throw new IllegalArgumentException("a factor of " + factor + " is not above 0 and at most 1");
            }
        }

        @Override
        public double at(int epoch) {
            return rate * Math.pow(factor, epoch);
        }
    }

    /** rate / (1 + decay · epoch). */
    @Kind("inverse")
    record Inverse(
            @Doc("learning rate of the first epoch") double rate,
            @Doc("how much is added to the divisor from epoch to epoch") @Default("1") double decay)
            implements RateSchedule {
        public Inverse {
            check(rate);
            if (!(decay > 0) || Double.isInfinite(decay)) {
                throw new IllegalArgumentException("a decay of " + decay + " is not above 0 and finite");
            }
        }

        @Override
        public double at(int epoch) {
            return rate / (1 + decay * epoch);
        }
    }

    private static void check(double rate) {
        if (!(rate > 0) || Double.isInfinite(rate)) {
            throw new IllegalArgumentException(
                    "a learning rate of " + rate + " teaches nothing; give one above 0, for example 0.01");
        }
    }
}
