package mho.reports.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.arch.run.ArrivalProcess;
import mho.arch.run.ListedArrivals;
import mho.arch.run.OpenLoad;
import mho.arch.run.PoissonArrivals;
import mho.arch.run.RegularArrivals;
import mho.core.engine.Clock;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.Dimension;
import mho.core.quantity.MessageText;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Doc;
import mho.core.yaml.GivenPath;
import mho.core.yaml.Range;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Unit;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * When inputs come from outside: at a rate, or at times, which are carried whole so that the configuration stands by itself.
 *
 * @param images inputs that come; when absent all times, or as many as are usual
 */
public record ArrivalChoice(
        @Doc("mean rate at which inputs come") @Unit("Hz") @Nullable Double rate,
        @Doc("how they are spaced at that rate") @Nullable Spacing spacing,
        @Doc("inputs that come") @Range(min = 1, max = ArrivalChoice.MOST_IMAGES) @Nullable Integer images,
        @Doc("when each input comes, ascending") @Nullable List<String> times) {
    /** Inputs that may come at a rate. */
    static final int MOST_IMAGES = 1_000_000;

    /** How inputs that come at a rate are spaced. */
    public enum Spacing {
        POISSON,
        REGULAR;

        /** As in a file. */
        String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public ArrivalChoice {
        if ((rate == null) == (times == null) || rate == null && spacing != null) {
            throw new IllegalArgumentException(
                    "expected either rate (such as 10 kHz, with spacing: poisson or regular) or times (a list)");
        }
        if (images != null && images > MOST_IMAGES) {
            throw new IllegalArgumentException(
                    "%d inputs that come are more than the %d that are followed".formatted(images, MOST_IMAGES));
        }
        if (times != null) {
            times = List.copyOf(times);
            int most = ticks(times).size();
            if (images != null && images > most) {
                throw new IllegalArgumentException(
                        "%d inputs, but times of %d only: ask for at most so many (--images %d)"
                                .formatted(images, most, most));
            }
        }
        spacing = rate != null && spacing == null ? Spacing.POISSON : spacing;
    }

    /** What stands under {@code arrivals} in a file: a rate or a path, or a mapping. */
    static ArrivalChoice of(YamlNode node) {
        return node instanceof ScalarNode given
                ? of(node.mark() + ": arrivals", given.text(), null)
                : Binder.bind(node, ArrivalChoice.class, "arrivals");
    }

    /**
     * What the command line says: "10 kHz", "10 kHz regular", or a file of times.
     *
     * @param where for messages
     */
    static ArrivalChoice of(String where, String text, @Nullable Integer images) {
        String trimmed = text.strip();
        Spacing spacing = Spacing.POISSON;
        String rate = trimmed;
        for (Spacing each : Spacing.values()) {
            if (trimmed.toLowerCase(Locale.ROOT).endsWith(" " + each.key())) {
                spacing = each;
                rate = trimmed.substring(0, trimmed.length() - each.key().length());
            }
        }
        Double hertz = hertz(rate);
        try {
            if (hertz != null && hertz > 0) {
                return new ArrivalChoice(hertz, spacing, images, null);
            }
            if (hertz == null && GivenPath.exists(trimmed)) {
                return new ArrivalChoice(null, null, images, TimesFile.read(GivenPath.toRead(trimmed)));
            }
        } catch (IllegalArgumentException e) {
            throw new BadInput(where + ": " + e.getMessage());
        }
        throw new BadInput(
                where + " " + MessageText.quoted(text)
                        + ": expected a rate above zero such as 10 kHz (Poisson) or 10 kHz regular, or a file with a time such as 1.5 us on each line; there is no such file");
    }

    private static @Nullable Double hertz(String text) {
        try {
            return Quantity.parse(text, Dimension.FREQUENCY);
        } catch (BadQuantity e) {
            return null;
        }
    }

    /** Each time in ticks, rounded; IllegalArgumentException for the first that can be none. */
    private static List<Long> ticks(List<String> times) {
        if (times.isEmpty()) {
            throw new IllegalArgumentException("no times: give one for each input");
        }
        List<Long> ticks = new ArrayList<>();
        for (int input = 0; input < times.size(); input++) {
            ticks.add(tick(times.get(input), ticks, "time " + (input + 1)));
        }
        return ticks;
    }

    /**
     * A time in ticks.
     *
     * @param before those that stand before it
     * @throws IllegalArgumentException saying where, if it is none, or earlier than they are
     */
    static long tick(String time, List<Long> before, String where) {
        BigDecimal ticks;
        try {
            ticks = Quantity.decimal(time, Dimension.TIME).scaleByPowerOfTen(15);
        } catch (BadQuantity e) {
            throw new IllegalArgumentException(where + ": " + e.getMessage(), e);
        }
        if (ticks.signum() < 0 || ticks.compareTo(BigDecimal.valueOf(Clock.HORIZON)) > 0) {
            throw new IllegalArgumentException("%s: %s is no time from 0 s to %d s, the end of simulated time"
                    .formatted(where, MessageText.quoted(time.strip()), Clock.HORIZON / Clock.TICKS_PER_SECOND));
        }
        long tick = ticks.setScale(0, RoundingMode.HALF_UP).longValueExact();
        if (!before.isEmpty() && tick < before.get(before.size() - 1)) {
            throw new IllegalArgumentException(where + ": " + MessageText.quoted(time.strip())
                    + " is earlier than the time before it; sort them, the earliest first");
        }
        return tick;
    }

    /** So many of them; throws {@link BadInput} if there are not. */
    public ArrivalChoice withImages(int other) {
        try {
            return new ArrivalChoice(rate, spacing, other, times);
        } catch (IllegalArgumentException e) {
            throw new BadInput("--images " + other + ": " + e.getMessage());
        }
    }

    /** @param seed of Poisson arrivals */
    public OpenLoad load(long seed) {
        return new OpenLoad(process(seed), images);
    }

    private ArrivalProcess process(long seed) {
        if (times != null) {
            return new ListedArrivals(ticks(times));
        }
        double hertz = java.util.Objects.requireNonNull(rate);
        return spacing == Spacing.REGULAR ? new RegularArrivals(hertz) : new PoissonArrivals(hertz, seed);
    }
}
