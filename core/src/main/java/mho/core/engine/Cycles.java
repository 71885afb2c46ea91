package mho.core.engine;

import java.util.function.UnaryOperator;

/**
 * Whole cycles for an amount of work of one part.
 *
 * @param part path of the part in a chip file, for messages
 * @param remedy what makes its steps shorter, with the keys to change
 */
public record Cycles(String part, String remedy) {
    /** Rounds up, forgiving the last bits of a quotient that should have been whole; at least one. */
    public int of(double cycles) {
        double whole = Math.ceil(cycles * (1 - 1e-12));
        if (whole > Integer.MAX_VALUE) {
            throw tooMany(cycles);
        }
        return Math.max(1, (int) whole);
    }

    /** As {@link #of}, but nothing takes nothing. */
    public int orNone(double cycles) {
        return cycles == 0 ? 0 : of(cycles);
    }

    /** The nearest whole number, which may be none. */
    public int rounded(double cycles) {
        if (cycles > Integer.MAX_VALUE) {
            throw tooMany(cycles);
        }
        return (int) Math.round(cycles);
    }

    /** Cycles one after the other; refused where a step has no room for so many. */
    public int plus(int cycles, int more) {
        return counted((long) cycles + more);
    }

    /** So many times the cycles; refused where a step has no room for so many. */
    public int times(int cycles, int often) {
        return counted((long) cycles * often);
    }

    private int counted(long cycles) {
        if (cycles > Integer.MAX_VALUE) {
            throw tooMany(cycles);
        }
        return (int) cycles;
    }

    /** The same under other paths. */
    public Cycles saying(UnaryOperator<String> words) {
        return new Cycles(words.apply(part), words.apply(remedy));
    }

    private TooMany tooMany(double cycles) {
        return new TooMany("%s: a single step would take %s cycles, more than the %d a step may take: give %s"
                .formatted(part, cycles, Integer.MAX_VALUE, remedy));
    }

    /** A step that takes more cycles than can be counted. */
    public static final class TooMany extends ModelSaysNo {
        private static final long serialVersionUID = 1L;

        private TooMany(String message) {
            super(message);
        }

        /** The same with the layer whose step it is. */
        public TooMany of(String layer) {
            return of(layer, UnaryOperator.identity());
        }

        /** The same under other paths. */
        public TooMany of(String layer, UnaryOperator<String> words) {
            return new TooMany("layer " + layer + ": " + words.apply(String.valueOf(getMessage())));
        }
    }
}
