package mho.core.engine;

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
            throw tooMany(cycles);
        }
        return Math.max(1, (int) whole);
    }

    /** The nearest whole number, which may be none. */
    public static int rounded(double cycles) {
        if (cycles > Integer.MAX_VALUE) {
            throw tooMany(cycles);
        }
        return (int) Math.round(cycles);
    }

    /** Cycles one after the other; refused where a step has no room for so many. */
    public static int plus(int cycles, int more) {
        return counted((long) cycles + more);
    }

    /** So many times the cycles; refused where a step has no room for so many. */
    public static int times(int cycles, int often) {
        return counted((long) cycles * often);
    }

    private static int counted(long cycles) {
        if (cycles > Integer.MAX_VALUE) {
            throw tooMany(cycles);
        }
        return (int) cycles;
    }

    private static mho.core.engine.ModelSaysNo tooMany(double cycles) {
        return new mho.core.engine.ModelSaysNo(
                "a single step would take %s cycles, more than the %d a step may take: a part is far too slow for its work, or its clock too fast for its delay"
                        .formatted(cycles, Integer.MAX_VALUE));
    }
}
