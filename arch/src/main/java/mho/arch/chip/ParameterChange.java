package mho.arch.chip;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.Objects;
import mho.core.cost.ScalingLaw;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/** Something that stated figures were stated with, and is now otherwise: a number, a choice, or what follows from several. */
record ParameterChange(
        String what,
        @Nullable Object was,
        @Nullable Object is,
        String unit,
        ScalingLaw energy,
        ScalingLaw area,
        String why) {

    boolean isOne() {
        return !Objects.equals(was, is);
    }

    /** The same for an energy that goes as the area does. */
    ParameterChange ofAreaAlone() {
        return new ParameterChange(what, was, is, unit, area, area, why);
    }

    /** The same for an energy of cells, of which there are as many as it says. */
    ParameterChange ofCells() {
        return is instanceof Number
                ? new ParameterChange(what, was, is, unit, ScalingLaw.LINEAR, area, "all cells are refreshed")
                : this;
    }

    ScalingLaw law(boolean ofEnergy) {
        return ofEnergy ? energy : area;
    }

    /** Whether both ends are known, so that a ratio can be taken. */
    private boolean isKnown() {
        return number(was) > 0 && number(is) > 0;
    }

    /** Whether figures owe something to it that no factor tells. */
    boolean isOpen(boolean ofEnergy) {
        return switch (law(ofEnergy)) {
            case SAME, RESTATE -> false;
            case NOTED -> true;
            case LINEAR, SQUARE, ROOT -> !isKnown();
        };
    }

    double factor(boolean ofEnergy) {
        return isKnown() && law(ofEnergy) != ScalingLaw.RESTATE ? law(ofEnergy).factor(number(was), number(is)) : 1;
    }

    private static double number(@Nullable Object value) {
        return value instanceof Number number ? number.doubleValue() : 0;
    }

    String told() {
        return before() + ", now " + shown(is);
    }

    String before() {
        return what + " " + shown(was);
    }

    String after() {
        return what + " " + shown(is);
    }

    private String shown(@Nullable Object value) {
        if (value == null) {
            return "not stated";
        }
        if (!(value instanceof Number number)) {
            return value.toString().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        BigDecimal rounded =
                new BigDecimal(number.doubleValue()).round(new MathContext(6)).stripTrailingZeros();
        return unit.equals("1") || unit.equals("bit")
                ? rounded.toPlainString()
                : Quantity.exact(rounded.doubleValue(), unit);
    }
}
