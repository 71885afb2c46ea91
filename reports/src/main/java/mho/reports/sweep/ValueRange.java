package mho.reports.sweep;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Mark;
import mho.core.yaml.Range;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import org.jspecify.annotations.Nullable;

/**
 * Values from one to another: {from: 0.5 V, to: 1 V, step: 0.1 V}, {from: 64, to: 512, factor: 2}, {from: 1, to: 1000, count: 4, scale: log}.
 * With neither step, factor nor count it is everything between, for samples drawn at random. Decimal, so that 0.1 steps to 0.3.
 */
record ValueRange(
        @Doc("first value") String from,
        @Doc("no value is beyond") String to,
        @Doc("from value to value") @Nullable String step,
        @Doc("from value to value, as a ratio") @Nullable @Range(min = 1, minOpen = true) Double factor,
        @Doc("how many values, both ends included") @Nullable @Range(min = 2) Integer count,
        @Doc("linear or log, of counts and of what is drawn at random") @Default("linear") Scale scale) {
    static final int MOST_VALUES = 100_000;
    private static final MathContext DIGITS = new MathContext(12);

    enum Scale {
        LINEAR,
        LOG
    }

    ValueRange {
        if ((step == null ? 0 : 1) + (factor == null ? 0 : 1) + (count == null ? 0 : 1) > 1) {
            throw new IllegalArgumentException("step, factor and count exclude one another, keep one");
        }
        if (scale == Scale.LOG && (step != null || factor != null)) {
            throw new IllegalArgumentException("scale: log goes with count; a factor is logarithmic, a step is not");
        }
    }

    AxisValues spread(Mark mark, String path) {
        NumberWithUnit first = NumberWithUnit.read(from, mark, path);
        NumberWithUnit last = NumberWithUnit.read(to, mark, path);
        if (!first.unit().equals(last.unit())) {
            throw BadInput.at(mark, path, "from %s to %s: write both with the same unit".formatted(from, to));
        }
        if (first.number().compareTo(last.number()) > 0) {
            throw BadInput.at(mark, path, "from %s to %s is empty, the larger one comes last".formatted(from, to));
        }
        if ((factor != null || scale == Scale.LOG) && first.number().signum() <= 0) {
            throw BadInput.at(mark, path, "from %s: equal ratios need a value above zero".formatted(from));
        }
        double low = first.number().doubleValue();
        double high = last.number().doubleValue();
        boolean vanishes = low == 0 && first.number().signum() != 0
                || high == 0 && last.number().signum() != 0;
        if (vanishes || !Double.isFinite(high - low) || !Double.isFinite(low == 0 ? high : high / low)) {
            throw BadInput.at(
                    mark,
                    path,
                    "from %s to %s: beyond the range of numbers, 1e-323 to 1e308"
                            .formatted(MessageText.plain(from), MessageText.plain(to)));
        }
        if (step == null && factor == null && count == null) {
            return new AxisValues.Continuous(mark, first.number(), last.number(), first.unit(), scale == Scale.LOG);
        }
        List<YamlNode> values = new ArrayList<>();
        for (BigDecimal value : values(first, last, mark, path)) {
            values.add(new ScalarNode(mark, value.stripTrailingZeros().toPlainString() + first.unit(), false));
        }
        return new AxisValues.Listed(values);
    }

    private List<BigDecimal> values(NumberWithUnit first, NumberWithUnit last, Mark mark, String path) {
        if (count != null) {
            return counted(first.number(), last.number(), count, mark, path);
        }
        List<BigDecimal> values = new ArrayList<>();
        BigDecimal by = step == null ? null : stepOf(step, first, mark, path);
        BigDecimal times = factor == null ? BigDecimal.ONE : BigDecimal.valueOf(factor);
        BigDecimal value = first.number();
        while (value.compareTo(last.number()) <= 0) {
            values.add(value);
            check(values.size(), mark, path);
            value = by != null ? value.add(by) : value.multiply(times).round(DIGITS);
        }
        return values;
    }

    private static BigDecimal stepOf(String step, NumberWithUnit first, Mark mark, String path) {
        NumberWithUnit by = NumberWithUnit.read(step, mark, path);
        if (!by.unit().equals(first.unit()) || by.number().signum() <= 0) {
            throw BadInput.at(
                    mark,
                    path,
                    "step %s: expected a number above zero%s"
                            .formatted(step, first.unit().isEmpty() ? "" : " in" + first.unit() + ", like its ends"));
        }
        return by.number();
    }

    private List<BigDecimal> counted(BigDecimal first, BigDecimal last, int n, Mark mark, String path) {
        check(n, mark, path);
        List<BigDecimal> values = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            double part = i / (double) (n - 1);
            BigDecimal value = scale == Scale.LOG
                    ? new BigDecimal(first.doubleValue() * Math.pow(last.doubleValue() / first.doubleValue(), part))
                    : first.add(last.subtract(first)
                            .multiply(BigDecimal.valueOf(i))
                            .divide(BigDecimal.valueOf(n - 1L), MathContext.DECIMAL128));
            values.add(i == n - 1 ? last : value.round(DIGITS));
        }
        return values;
    }

    private static void check(int values, Mark mark, String path) {
        if (values > MOST_VALUES) {
            throw BadInput.at(mark, path, "more than %,d values, take a larger step".formatted(MOST_VALUES));
        }
    }
}
