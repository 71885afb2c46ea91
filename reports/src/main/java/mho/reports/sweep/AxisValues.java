package mho.reports.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;

/** The values an axis may take. */
sealed interface AxisValues {
    /** The value that a part u of [0, 1) of all values lies below. */
    YamlNode at(double u);

    /** Values one by one. */
    record Listed(List<YamlNode> values) implements AxisValues {
        public Listed {
            values = List.copyOf(values);
        }

        @Override
        public YamlNode at(double u) {
            return values.get((int) (u * values.size()));
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
