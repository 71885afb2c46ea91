package mho.arch.spec;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import mho.core.cost.Law;
import org.jspecify.annotations.Nullable;

/** Something that stated figures were stated with, and is now otherwise. */
record Change(String what, @Nullable Double was, @Nullable Double is, Law energy, Law area, String why) {

    boolean isOne() {
        return !Objects.equals(was, is);
    }

    Law law(boolean ofEnergy) {
        return ofEnergy ? energy : area;
    }

    /** Whether both ends are known, so that a ratio can be taken. */
    boolean isKnown() {
        return was != null && is != null && was > 0 && is > 0;
    }

    double factor(boolean ofEnergy) {
        return was != null && is != null && isKnown() ? law(ofEnergy).factor(was, is) : 1;
    }

    String told() {
        return what + " " + shown(was) + ", now " + shown(is);
    }

    static String shown(@Nullable Double value) {
        return value == null
                ? "not stated"
                : new BigDecimal(value)
                        .round(new MathContext(6))
                        .stripTrailingZeros()
                        .toString()
                        .replaceFirst("^(-?\\d+(?:\\.\\d+)?)E\\+(\\d)$", "$1e$2");
    }
}
