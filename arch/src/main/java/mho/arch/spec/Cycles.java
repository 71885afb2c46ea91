package mho.arch.spec;

/** Whole cycles for an amount of work. */
public final class Cycles {
    private Cycles() {}

    /** As {@link #of}, but nothing takes nothing. */
    public static int orNone(double cycles) {
        return cycles == 0 ? 0 : of(cycles);
    }

    /** Rounds up, forgiving the last bits of a quotient that should have been whole; at least one. */
    public static int of(double cycles) {
        double whole = Math.ceil(cycles * (1 - 1e-12));
        if (whole > Integer.MAX_VALUE) {
            throw new mho.core.engine.ModelSaysNo(
                    "a single step would take " + cycles + " cycles: the part is far too slow for its work");
        }
        return Math.max(1, (int) whole);
    }
}
