package mho.workloads.ising;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Units of 0 and 1 that are updated by their local fields, one after the other or, where units do not act on one another, several at once.
 * Nothing is allocated on the way.
 */
public final class UnitSampler {
    private final LocalFields fields;
    private final UpdateRule rule;
    private final RandomGenerator random;
    private final boolean[] on;
    private final int[][] groups;
    private final double[] read;
    private int unitsOn;

    /** What happens, for whoever counts it. */
    @FunctionalInterface
    public interface Steps {
        /** Told to nobody. */
        Steps UNSEEN = (group, unitsOn, turned) -> {};

        /**
         * A group has been updated.
         *
         * @param group by its place in the sweep
         * @param unitsOn of all units, when the fields were read
         * @param turned units of the group that are now what they were not
         */
        void updated(int group, int unitsOn, int turned);
    }

    /** Units begin as they are drawn, on or off alike, and are updated one after the other. */
    public UnitSampler(int units, LocalFields fields, UpdateRule rule, RandomGenerator random) {
        this(IndependentSets.single(units), fields, rule, random);
    }

    /** Units begin as they are drawn; those of one set are updated at once, so that they must not be coupled. */
    public UnitSampler(IndependentSets sets, LocalFields fields, UpdateRule rule, RandomGenerator random) {
        this.fields = fields;
        this.rule = rule;
        this.random = random;
        this.on = new boolean[sets.units()];
        for (int i = 0; i < on.length; i++) {
            on[i] = random.nextBoolean();
            unitsOn += on[i] ? 1 : 0;
        }
        List<List<Integer>> all = sets.sets();
        this.groups = all.stream()
                .map(set -> set.stream().mapToInt(unit -> unit).toArray())
                .toArray(int[][]::new);
        this.read = new double[all.stream().mapToInt(List::size).max().orElse(0)];
    }

    /** Updates every unit once, in their order. */
    public void sweep(double temperature) {
        sweep(temperature, Steps.UNSEEN);
    }

    /** Updates every unit once, group after group. */
    public void sweep(double temperature, Steps told) {
        for (int g = 0; g < groups.length; g++) {
            int[] group = groups[g];
            for (int k = 0; k < group.length; k++) {
                read[k] = fields.of(group[k], on);
            }
            int before = unitsOn;
            int turned = 0;
            for (int k = 0; k < group.length; k++) {
                int unit = group[k];
                boolean next = random.nextDouble() < rule.on(read[k], temperature, on[unit]);
                if (next != on[unit]) {
                    on[unit] = next;
                    turned++;
                    unitsOn += next ? 1 : -1;
                }
            }
            told.updated(g, before, turned);
        }
    }

    /** The units as they stand; the sampler's own, to be read until the next sweep. */
    public boolean[] state() {
        return on;
    }
}
