package mho.reports.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import mho.reports.sweep.Knob;

/** All designs there are: a place in [0, 1) for every knob. */
record DesignSpace(List<Knob> knobs) {
    /** Chance that a knob with an order is turned anywhere, and not nearby. */
    private static final double FAR = 0.2;

    /** Standard deviations of steps of continuous knobs, one as likely as the other: for the way, and for the last of it. */
    private static final double[] STEPS = {0.15, 0.02};

    DesignSpace {
        knobs = List.copyOf(knobs);
    }

    /** How many there are; infinite where a knob is continuous. */
    double size() {
        double size = 1;
        for (Knob knob : knobs) {
            size *= knob.isContinuous() ? Double.POSITIVE_INFINITY : knob.levels();
        }
        return size;
    }

    /** The same design in one way. */
    double[] snapped(double[] at) {
        return IntStream.range(0, at.length)
                .mapToDouble(i -> knobs.get(i).snapped(at[i]))
                .toArray();
    }

    /** Equal for equal designs alone; both snapped. */
    static List<Double> key(double[] at) {
        return IntStream.range(0, at.length).mapToObj(i -> at[i]).toList();
    }

    double[] drawn(RandomGenerator random) {
        return snapped(random.doubles(knobs.size()).toArray());
    }

    /** So many that of as many equal parts of every knob each is hit once (a Latin hypercube). */
    List<double[]> spread(int designs, RandomGenerator random) {
        List<double[]> all = new ArrayList<>();
        for (int i = 0; i < designs; i++) {
            all.add(new double[knobs.size()]);
        }
        for (int knob = 0; knob < knobs.size(); knob++) {
            List<Integer> parts =
                    new ArrayList<>(IntStream.range(0, designs).boxed().toList());
            Collections.shuffle(parts, new Random(random.nextLong()));
            for (int i = 0; i < designs; i++) {
                all.get(i)[knob] = (parts.get(i) + random.nextDouble()) / designs;
            }
        }
        return all.stream().map(this::snapped).toList();
    }

    /** Another design nearby: one knob is turned for certain, each other one by chance. */
    double[] turned(double[] at, RandomGenerator random) {
        double[] turned = at.clone();
        int certain = random.nextInt(knobs.size());
        for (int i = 0; i < turned.length; i++) {
            if (i == certain || random.nextInt(2 * knobs.size()) == 0) {
                turned[i] = turned(knobs.get(i), turned[i], random);
            }
        }
        return turned;
    }

    private static double turned(Knob knob, double at, RandomGenerator random) {
        if (knob.isContinuous()) {
            double step = STEPS[random.nextInt(STEPS.length)] * random.nextGaussian();
            return random.nextDouble() < FAR ? random.nextDouble() : reflected(at + step);
        }
        if (knob.levels() == 1) {
            return at;
        }
        int level = knob.level(at);
        if (!knob.ordered() || random.nextDouble() < FAR) {
            int other = random.nextInt(knob.levels() - 1);
            return knob.at(other < level ? other : other + 1);
        }
        int step = 1;
        while (random.nextBoolean() && step < knob.levels()) {
            step++;
        }
        int moved = random.nextBoolean() ? level + step : level - step;
        return knob.at(moved < 0 || moved >= knob.levels() ? inside(2 * level - moved, knob) : moved);
    }

    private static int inside(int level, Knob knob) {
        return Math.max(0, Math.min(knob.levels() - 1, level));
    }

    /** Whatever leaves at one end comes back from there. */
    private static double reflected(double at) {
        double positive = Math.abs(at) % 2;
        double inside = positive < 1 ? positive : 2 - positive;
        return Math.min(inside, Math.nextDown(1.0));
    }
}
