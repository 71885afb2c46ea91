package mho.reports.figures;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.BadQuantity;
import mho.core.quantity.Dimension;
import mho.core.quantity.MessageText;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * What a metric is asked to be: "area_mm2 < 100", "accuracy >= 85 %", "energy_j < 2 mJ".
 *
 * @param text as written, for messages
 * @param bound in SI units; of a condition on ratios, a ratio
 * @param <T> what the metric is a figure of
 */
public record MetricCondition<T>(String text, Figure<T> metric, Relation relation, double bound) {
    private static final Pattern FORM =
            Pattern.compile("\\s*([A-Za-z_][\\w.-]*)\\s*([<>=!]+)\\s*(.*?)\\s*", Pattern.DOTALL);

    /**
     * A condition on figures. A number without a unit is in the unit of the name: "area_mm2 < 100" is below 100 mm2. Throws
     * {@link BadInput} for what is no condition and for metrics that do not exist.
     */
    public static <T> MetricCondition<T> parse(String text, MetricTable<T> metrics) {
        Matcher parts = split(text);
        MetricName<T> name = name(text, parts, metrics);
        return new MetricCondition<>(
                shown(text), name.metric(), relation(text, parts), figure(text, name, parts.group(3)));
    }

    /** A condition on the ratio of a run's figure to another's, whatever unit the name has: "energy_j > 1.05" or "energy_j > 105 %". */
    public static <T> MetricCondition<T> ofRatio(String text, MetricTable<T> metrics) {
        Matcher parts = split(text);
        MetricName<T> name = name(text, parts, metrics);
        Relation relation = relation(text, parts);
        try {
            return new MetricCondition<>(
                    shown(text), name.metric(), relation, Quantity.parse(parts.group(3), Dimension.NUMBER));
        } catch (BadQuantity e) {
            throw bad(text, "the bound is a ratio: " + e.getMessage());
        }
    }

    /** Whether a figure, in SI units or as a ratio, is as asked. */
    public boolean holds(double figure) {
        return relation.holds(figure, bound);
    }

    /** Whether the figure of a run is as asked; it is not where the run has no such figure. */
    public boolean holds(Function<Figure<T>, @Nullable Double> figures) {
        Double figure = figures.apply(metric);
        return figure != null && holds(figure.doubleValue());
    }

    private static Matcher split(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group(3).isEmpty()) {
            throw bad(text, "expected METRIC < NUMBER, such as area_mm2 < 100 or accuracy > 85 %");
        }
        return parts;
    }

    private static <T> MetricName<T> name(String text, Matcher parts, MetricTable<T> metrics) {
        try {
            return metrics.parse(parts.group(1));
        } catch (BadInput e) {
            throw bad(text, e.getMessage());
        }
    }

    private static Relation relation(String text, Matcher parts) {
        for (Relation relation : Relation.values()) {
            if (relation.sign().equals(parts.group(2))) {
                return relation;
            }
        }
        throw bad(text, "\"" + parts.group(2) + "\" compares nothing, expected <, <=, >, >= or ==");
    }

    private static double figure(String text, MetricName name, String written) {
        Dimension dimension = name.metric().unit().dimension();
        String figure = name.metric().unit() == Unit.DECIBEL ? written.replaceFirst("\\s*dB$", "") : written;
        double si = inSi(text, figure, dimension, name);
        if (Double.isInfinite(si)) {
            throw bad(text, "the bound is too large to represent");
        }
        return si;
    }

    private static double inSi(String text, String figure, Dimension dimension, MetricName<?> name) {
        try {
            return bare(figure, dimension, name);
        } catch (BadQuantity e) {
            // with a unit of its own, or wrong
        }
        try {
            return Quantity.parse(figure, dimension);
        } catch (BadQuantity e) {
            throw bad(text, e.getMessage());
        }
    }

    /** A number without a unit; percentages only where the metric has none. Decimal until the last step, as in {@link Quantity}. */
    private static double bare(String figure, Dimension dimension, MetricName<?> name) {
        Dimension plain = dimension == Dimension.NUMBER ? Dimension.NUMBER : Dimension.COUNT;
        return Quantity.decimal(figure, plain).multiply(name.scale()).doubleValue();
    }

    private static String shown(String text) {
        return MessageText.plain(text.strip());
    }

    private static BadInput bad(String text, @Nullable String what) {
        return new BadInput(shown(text) + ": " + what);
    }
}
