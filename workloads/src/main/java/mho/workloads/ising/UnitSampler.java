package mho.workloads.ising;

import java.util.random.RandomGenerator;

/** Units of 0 and 1 that are updated one after the other, each by its local field. Nothing is allocated on the way. */
public final class UnitSampler {
    private final LocalFields fields;
    private final UpdateRule rule;
    private final RandomGenerator random;
    private final boolean[] on;

    /** Units begin as they are drawn, on or off alike. */
    public UnitSampler(int units, LocalFields fields, UpdateRule rule, RandomGenerator random) {
        this.fields = fields;
        this.rule = rule;
        this.random = random;
        this.on = new boolean[units];
        for (int i = 0; i < units; i++) {
            on[i] = random.nextBoolean();
        }
    }

    /** Updates every unit once, in their order. */
    public void sweep(double temperature) {
        for (int i = 0; i < on.length; i++) {
            on[i] = random.nextDouble() < rule.on(fields.of(i, on), temperature, on[i]);
        }
    }

    /** The units as they stand; the sampler's own, to be read until the next sweep. */
    public boolean[] state() {
        return on;
    }
}
