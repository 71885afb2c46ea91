package mho.workloads.ising;

/** With what probability a unit is on after its update. Either rule leaves the Boltzmann distribution exp(-E / T) as it is. */
public enum UpdateRule {
    /** Drawn anew from its local field: Geman and Geman, IEEE PAMI 6, 1984. */
    GIBBS {
        @Override
        double on(double field, double temperature, boolean now) {
            return 1 / (1 + StrictMath.exp(-field / temperature));
        }
    },
    /** Turned over whenever that lowers the energy, else with probability exp(-rise / T): Metropolis et al., J. Chem. Phys. 21, 1953. */
    METROPOLIS {
        @Override
        double on(double field, double temperature, boolean now) {
            double rise = now ? field : -field;
            double turned = rise <= 0 ? 1 : StrictMath.exp(-rise / temperature);
            return now ? 1 - turned : turned;
        }
    };

    abstract double on(double field, double temperature, boolean now);
}
