package mho.reports.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.arch.element.WriteOnce;

/** Writing a network's weights once, in a line; what nobody states is said to be so. */
public final class WritingText {
    /** A figure with its unit, as a report writes it. */
    public interface Shown {
        String of(double si, String unit);
    }

    private WritingText() {}

    public static String told(WriteOnce writing, Shown shown) {
        String cells = count(writing.cells()) + (writing.cells() == 1 ? " cell" : " cells");
        if (writing.cells() == 0) {
            return "no cells";
        }
        if (writing.parallel() == 0) {
            return count(writing.cells()) + " weights, as into any memory: neither timed nor charged";
        }
        if (writing.seconds() == null && writing.joules() == null) {
            return "not stated (pulse, pulses and energy or voltage, in the device file or tile.core.array.write); "
                    + cells;
        }
        List<String> parts = new ArrayList<>();
        if (writing.movedOut().rows() > 0) {
            parts.add("first %s rows of memory moved out, %s, %s"
                    .formatted(
                            count(writing.movedOut().rows()),
                            shown.of(writing.movedOut().seconds(), "s"),
                            shown.of(writing.movedOut().joules(), "J")));
        }
        parts.add(
                writing.seconds() == null
                        ? "time not stated"
                        : shown.of(writing.seconds(), "s") + ", " + order(writing));
        parts.add(
                writing.joules() == null
                        ? "energy not stated"
                        : shown.of(writing.joules(), "J") + verified(writing, shown));
        parts.add(cells + pulses(writing));
        if (writing.lifeUsed() != null) {
            parts.add(String.format(Locale.ROOT, "%.3g of a cell's endurance", writing.lifeUsed()));
        }
        return String.join("; ", parts);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String order(WriteOnce writing) {
        String cells = writing.parallel() == 1 ? "cell by cell" : count(writing.parallel()) + " cells at once";
        return cells
                + switch (writing.together()) {
                    case ONE -> ", array after array";
                    case TILES -> ", all tiles at once";
                    case ALL -> ", all arrays at once";
                };
    }

    private static String verified(WriteOnce writing, Shown shown) {
        Double verify = writing.verifyJoules();
        return verify == null || verify == 0 ? "" : ", " + shown.of(verify, "J") + " of it to verify";
    }

    private static String pulses(WriteOnce writing) {
        Double pulses = writing.pulses();
        return pulses == null
                ? ""
                : String.format(Locale.ROOT, " x %s", number(pulses)) + (pulses == 1 ? " pulse" : " pulses");
    }

    private static String number(double pulses) {
        return pulses == Math.rint(pulses) && pulses < 1e15
                ? Long.toString((long) pulses)
                : String.format(Locale.ROOT, "%.4g", pulses);
    }
}
