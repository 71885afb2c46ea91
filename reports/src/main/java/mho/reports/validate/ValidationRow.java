package mho.reports.validate;

import java.util.Locale;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * A published figure beside the one computed here.
 *
 * @param published and simulated: with their units, as printed
 * @param publishedSi null where the figure is not one number
 * @param error relative unless {@code tolerance} says otherwise; null where there is none to speak of
 * @param proof what it proves that the row holds
 * @param chip which it is about; empty where it is about none that comes with mho
 * @param over of which machine's figure it is a multiple; empty where it is a figure of its own
 * @param hangsOn which assumption moves it most, and how far, in short; empty where none does, or nobody has looked
 */
public record ValidationRow(
        String what,
        String published,
        String simulated,
        @Nullable Double publishedSi,
        @Nullable Double simulatedSi,
        String unit,
        @Nullable Double error,
        String tolerance,
        boolean holds,
        Proof proof,
        String source,
        String chip,
        String over,
        String hangsOn) {

    private static final int DIGITS = 6;

    /** What agreement proves. */
    public enum Proof {
        /** Both figures were come by on their own. */
        AGREES,
        /** The published figure is a bound and no target: the row says how far from it the simulated one is. */
        BOUNDS,
        /** Nothing: a figure of the machine was chosen so that the row comes out. */
        FITTED,
        /** Nothing: the figures are shown side by side, for what the published one hangs on is not known. */
        TOLD
    }

    public boolean onlyBounds() {
        return proof == Proof.BOUNDS;
    }

    public boolean fitted() {
        return proof == Proof.FITTED;
    }

    public boolean onlyTold() {
        return proof == Proof.TOLD;
    }

    /** A figure that must agree to a part of the published one. */
    static ValidationRow within(
            double part, String what, String unit, double published, double simulated, String source) {
        double error = simulated / published - 1;
        String tolerance = part == 0 ? "exact" : "± " + percent(part);
        boolean holds = part == 0 ? isExactly(published, simulated) : Math.abs(error) <= part;
        return figure(what, unit, published, simulated, error, tolerance, holds, source);
    }

    /** A figure that may exceed a bound from below by no more than a part of it. */
    static ValidationRow above(double part, String what, String unit, double bound, double simulated, String source) {
        double error = simulated / bound - 1;
        boolean holds = error >= 0 && error <= part;
        return figure(what, unit, bound, simulated, error, "0 to + " + percent(part), holds, source);
    }

    /** A figure that may not exceed a bound. */
    static ValidationRow never(String what, String unit, double bound, double simulated, String source) {
        return figure(what, unit, bound, simulated, simulated / bound - 1, "never above", simulated <= bound, source)
                .as(Proof.BOUNDS);
    }

    /** A figure that may not fall below a bound. */
    static ValidationRow neverBelow(String what, String unit, double bound, double simulated, String source) {
        return figure(what, unit, bound, simulated, simulated / bound - 1, "never below", simulated >= bound, source)
                .as(Proof.BOUNDS);
    }

    /** A figure beside another one, of which nobody can say how near they ought to be. */
    static ValidationRow told(String what, String unit, double published, double simulated, String source) {
        return figure(
                        what,
                        unit,
                        published,
                        simulated,
                        simulated / published - 1,
                        "none",
                        Double.isFinite(simulated),
                        source)
                .as(Proof.TOLD);
    }

    /** A figure that may be so many times the published one, or that part of it. */
    static ValidationRow byFactor(
            double factor, String what, String unit, double published, double simulated, String source) {
        double times = simulated / published;
        boolean holds = times <= factor && times >= 1 / factor;
        return figure(what, unit, published, simulated, times - 1, "x " + number(factor), holds, source);
    }

    /** A share in percent that must agree to so many points. */
    static ValidationRow points(double points, String what, double published, double simulated, String source) {
        double error = simulated - published;
        return new ValidationRow(
                what,
                number(published) + " %",
                String.format(Locale.ROOT, "%.2f %%", simulated),
                published / 100,
                simulated / 100,
                "1",
                error / 100,
                "± " + number(points) + " points",
                Math.abs(error) <= points,
                Proof.AGREES,
                source,
                "",
                "",
                "");
    }

    /** Words or lists that must be equal. */
    static ValidationRow same(String what, String published, String simulated, String source) {
        boolean holds = published.equals(simulated);
        return new ValidationRow(
                what, published, simulated, null, null, "", null, "exact", holds, Proof.AGREES, source, "", "", "");
    }

    /** A comparison that could not be made. */
    static ValidationRow failed(String what, String why, String source) {
        return new ValidationRow(
                what,
                "",
                why.lines().findFirst().orElse(why),
                null,
                null,
                "",
                null,
                "",
                false,
                Proof.AGREES,
                source,
                "",
                "",
                "");
    }

    private static ValidationRow figure(
            String what,
            String unit,
            double published,
            double simulated,
            double error,
            String tolerance,
            boolean holds,
            String source) {
        return new ValidationRow(
                what,
                shown(published, unit),
                shown(simulated, unit),
                published,
                simulated,
                unit,
                error,
                tolerance,
                holds,
                Proof.AGREES,
                source,
                "",
                "",
                "");
    }

    private ValidationRow as(Proof proof) {
        return new ValidationRow(
                what,
                published,
                simulated,
                publishedSi,
                simulatedSi,
                unit,
                error,
                tolerance,
                holds,
                proof,
                source,
                chip,
                over,
                hangsOn);
    }

    /** The same of a machine that was fitted to it. */
    ValidationRow asFitted() {
        return as(Proof.FITTED);
    }

    /** The same, about a chip. */
    ValidationRow of(String chip) {
        return new ValidationRow(
                what,
                published,
                simulated,
                publishedSi,
                simulatedSi,
                unit,
                error,
                tolerance,
                holds,
                proof,
                source,
                chip,
                over,
                hangsOn);
    }

    /** The same as a multiple of a machine's figure, or of none where it is empty, with what it hangs on. */
    ValidationRow over(String machine, String assumption) {
        return new ValidationRow(
                what,
                published,
                simulated,
                publishedSi,
                simulatedSi,
                unit,
                error,
                tolerance,
                holds,
                proof,
                source,
                chip,
                machine,
                assumption);
    }

    /** For people: a bound that is kept is no agreement, nor is a figure that was fitted. */
    public String verdict() {
        if (!holds) {
            return "OUT";
        }
        return switch (proof) {
            case AGREES -> "ok";
            case BOUNDS -> error == null ? "ok" : String.format(Locale.ROOT, "%.3g %% of the bound", 100 * (1 + error));
            case FITTED -> "fitted";
            case TOLD -> "told";
        };
    }

    /** Exact figures are whole cycles or bits; the division that makes them of seconds may round in the last digit. */
    private static boolean isExactly(double published, double simulated) {
        return Math.abs(simulated - published) <= 1e-12 * Math.abs(published);
    }

    private static String shown(double si, String unit) {
        return switch (unit) {
            case "B/m2" -> String.format(Locale.ROOT, "%.4g MiB/mm2", si / 1e6 / (1 << 20));
            case "OP/s/m2" -> String.format(Locale.ROOT, "%.5g GOP/s/mm2", si / 1e15);
            case "cycles", "bit", "inputs/s", "inputs/J" -> number(si) + " " + unit;
            case "1" -> number(si);
            default -> Quantity.format(si, unit, DIGITS);
        };
    }

    private static String number(double value) {
        return Quantity.format(value, "1", DIGITS);
    }

    private static String percent(double part) {
        return Quantity.format(100 * part, "1", 4) + " %";
    }
}
