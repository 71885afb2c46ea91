package mho.reports.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import mho.reports.form.sweep.FlowText;
import org.jspecify.annotations.Nullable;

/** The values an axis may take. */
sealed interface AxisValues {
    /** The value that a part u of [0, 1) of all values lies below. */
    YamlNode at(double u);

    /** All there are; null where they are everything in between. */
    default @Nullable List<YamlNode> oneByOne() {
        return null;
    }

    /** Where in [0, 1) a value stands; not a number where it is not among them. */
    double place(YamlNode value);

    /** Values one by one. */
    record Listed(List<YamlNode> values) implements AxisValues {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public YamlNode at(double u) {
            return values.get((int) (u * values.size()));
        }

        @Override
        public List<YamlNode> oneByOne() {
            return values;
        }

        @Override
        public double place(YamlNode value) {
            for (int i = 0; i < values.size(); i++) {
                if (FlowText.of(values.get(i)).equals(FlowText.of(value))) {
                    return (i + 0.5) / values.size();
                }
            }
            return Double.NaN;
        }
    }

    /**
     * Everything between two values, for samples drawn at random.
     *
     * @param unit as written behind both, with the space before it
     * @param logarithmic whether equal ratios, and not equal differences, are equally likely
     */
    record Continuous(Mark mark, BigDecimal from, BigDecimal to, String unit, boolean logarithmic)
            implements AxisValues {
        private static final MathContext DIGITS = new MathContext(6);

        @Override
        public double place(YamlNode value) {
            if (!(value instanceof ScalarNode scalar)) {
                return Double.NaN;
            }
            try {
                NumberWithUnit number = NumberWithUnit.read(scalar.text(), scalar.mark(), "");
                return number.unit().equals(unit) ? place(number.number()) : Double.NaN;
            } catch (BadInput e) {
                return Double.NaN; // no number
            }
        }

        private double place(BigDecimal value) {
            if (value.compareTo(from) < 0 || value.compareTo(to) >= 0) {
                return Double.NaN;
            }
            double low = from.doubleValue();
            double high = to.doubleValue();
            return logarithmic
                    ? Math.log(value.doubleValue() / low) / Math.log(high / low)
                    : (value.doubleValue() - low) / (high - low);
        }

        @Override
        public YamlNode at(double u) {
            double low = from.doubleValue();
            double high = to.doubleValue();
            double value = logarithmic ? low * Math.exp(u * Math.log(high / low)) : low + u * (high - low);
            return new ScalarNode(
                    mark,
                    new BigDecimal(value).round(DIGITS).stripTrailingZeros().toPlainString() + unit,
                    false);
        }
    }
}
