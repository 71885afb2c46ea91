package mho.arch.run;

import mho.arch.chip.Goal;
import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import mho.core.engine.Clock;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * How well a mapping serves what mappings are searched for.
 *
 * @param cost what the goal has least of: ticks between inputs, ticks of one input, joules, joule-seconds
 * @param powerW mean power at its interval; zero where nobody asks for it
 * @param tooMuch part by which that is above what it may be
 */
record MappingWorth(double cost, double powerW, double tooMuch) implements Comparable<MappingWorth> {

    /** What mappings are held against; without a goal, how fast inputs follow one another. */
    record Judge(Mapping mapping, InputPrices prices) {
        Goal goal() {
            Goal goal = mapping.goal();
            return goal == null ? Goal.THROUGHPUT : goal;
        }

        /** Of a run, whose inputs follow one another at an interval. */
        MappingWorth of(TimedRun run, double intervalTicks) {
            double intervalS = seconds(intervalTicks);
            double joules = mapping.isPriced() ? prices.joules(run, intervalS) : 0;
            double latency = run.alone().end();
            double cost =
                    switch (goal()) {
                        case THROUGHPUT -> intervalTicks;
                        case LATENCY -> latency;
                        case ENERGY -> joules;
                        case EDP -> joules * seconds(latency);
                    };
            double powerW = joules / intervalS;
            return new MappingWorth(cost, powerW, Math.max(0, powerW / mapping.powerW() - 1));
        }

        private static double seconds(double ticks) {
            return ticks / Clock.TICKS_PER_SECOND;
        }

        /** Whether one input tells all: its latency, and nothing of how others follow it. */
        boolean isToldByOne() {
            return mapping.goal() == null || goal() == Goal.LATENCY && !mapping.isPriced();
        }

        /** Whether a mapping is never better than one input says. */
        boolean isBound() {
            return !mapping.isPriced();
        }

        /** A chip of whose kind so many may be used as have room. */
        TimingView within(TimingView chip) {
            double roomM2 = mapping.areaM2();
            if (roomM2 == Double.POSITIVE_INFINITY) {
                return chip;
            }
            double chipM2 = prices.chipAreaM2();
            if (chipM2 > roomM2) {
                throw new ModelSaysNo("mapping.within.area is %s, and one chip has %s: give room for one at least"
                        .formatted(Quantity.format(roomM2, "m2"), Quantity.format(chipM2, "m2")));
            }
            return chip.withChipsAtMost(
                    (int) Math.min(chip.fabric().chips(), Math.floor(roomM2 / chipM2 * (1 + ROUNDING))));
        }

        /** @throws ModelSaysNo if even the best draws more than it may */
        void check(MappingWorth best, int simulated) {
            if (best.tooMuch > 0) {
                throw new ModelSaysNo(
                        "mapping.within.power is %s, and of the %d mappings that promise most the most frugal draws %s: give that, or let it use less (mapping.within.arrays, mapping.within.chips)"
                                .formatted(
                                        Quantity.format(mapping.powerW(), "W"),
                                        simulated,
                                        Quantity.format(best.powerW, "W")));
            }
        }
    }

    private static final double ROUNDING = 1e-12;

    /** What is allowed is better than what is not, and what is nearer to it; then the least cost. */
    @Override
    public int compareTo(MappingWorth other) {
        int allowed = Double.compare(tooMuch, other.tooMuch);
        return allowed != 0 ? allowed : Double.compare(cost, other.cost);
    }

    /** Whether it costs less than a part of the other, or comes nearer to what is allowed. */
    boolean isBetterThan(@Nullable MappingWorth other, double part) {
        return other == null || tooMuch < other.tooMuch || tooMuch == other.tooMuch && cost < other.cost * part;
    }

    /** This, with the other's cost if that is less: what counts as equal does not add up. */
    MappingWorth orCheaper(@Nullable MappingWorth other) {
        return other == null || tooMuch < other.tooMuch
                ? this
                : new MappingWorth(Math.min(cost, other.cost), powerW, tooMuch);
    }
}
