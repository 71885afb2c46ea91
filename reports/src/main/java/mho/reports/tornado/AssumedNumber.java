package mho.reports.tornado;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import mho.reports.sheet.Assumption;
import org.jspecify.annotations.Nullable;

/**
 * A number of a chip file that has a reasoning in the place of a source.
 *
 * @param path that it is set by
 * @param node the number as written
 * @param reasoning that stands in for a source
 */
public record AssumedNumber(String path, ScalarNode node, String reasoning) {
    private static final Pattern NUMBER = Pattern.compile("([+-]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][+-]?\\d+)?)(.*)");

    /** The numbers, and what is assumed besides and has no size. */
    public record Found(List<AssumedNumber> numbers, List<FixedAssumption> fixed) {}

    /** What two machines assume that inherit it from one file is one assumption. */
    record Place(String path, Mark mark, String text) {}

    /** All in a chip file, in its order; of a mapping that is assumed whole, each number in it that has no reasoning of its own. */
    public static Found in(MapNode tree) {
        Map<String, AssumedNumber> numbers = new LinkedHashMap<>();
        List<FixedAssumption> fixed = new ArrayList<>();
        for (Assumption one : Assumption.in(tree)) {
            YamlNode node = tree.find(one.path());
            if (node instanceof ScalarNode scalar) {
                String why = immovable(scalar);
                if (why == null) {
                    numbers.put(one.path(), new AssumedNumber(one.path(), scalar, one.reasoning()));
                } else {
                    fixed.add(new FixedAssumption(one.path(), one.value(), why));
                }
            } else if (node != null) {
                NumericLeaves.of(node).forEach(leaf -> {
                    String path = one.path() + (leaf.path().startsWith("[") ? "" : ".") + leaf.path();
                    if (immovable(leaf.value()) == null) {
                        numbers.putIfAbsent(path, new AssumedNumber(path, leaf.value(), one.reasoning()));
                    }
                });
            } else {
                fixed.add(new FixedAssumption(one.path(), one.value(), "does not stand in the file"));
            }
        }
        return new Found(List.copyOf(numbers.values()), List.copyOf(fixed));
    }

    private static @Nullable String immovable(ScalarNode node) {
        Matcher parts = NUMBER.matcher(node.text().strip());
        if (!parts.matches()) {
            return "is no number";
        }
        return new BigDecimal(parts.group(1)).signum() == 0 ? "is zero, of which every part is zero" : null;
    }

    Place place() {
        return new Place(path, node.mark(), node.text());
    }

    /** As written. */
    public String value() {
        return node.text();
    }

    /**
     * What to try in its place: so many times the number; where it is whole, the nearest whole number to that as well, and never the number
     * itself.
     */
    public List<Tried> times(BigDecimal factor) {
        BigDecimal number = number();
        BigDecimal moved = number.multiply(factor).stripTrailingZeros();
        List<Tried> tries = new ArrayList<>(List.of(tried(moved)));
        if (number.stripTrailingZeros().scale() <= 0 && moved.scale() > 0) {
            BigDecimal whole = moved.setScale(0, RoundingMode.HALF_UP);
            int away = factor.compareTo(BigDecimal.ONE);
            tries.add(tried(whole.compareTo(number) == 0 ? number.add(BigDecimal.valueOf(away)) : whole));
        }
        return tries;
    }

    private Tried tried(BigDecimal moved) {
        String text = moved.toPlainString() + parts().group(2);
        return new Tried(
                text, new ScalarNode(node.mark(), text, node.quoted()), moved.doubleValue() / number().doubleValue());
    }

    /** @param factor over the number as assumed */
    public record Tried(String text, ScalarNode node, double factor) {}

    private BigDecimal number() {
        return new BigDecimal(parts().group(1));
    }

    private Matcher parts() {
        Matcher parts = NUMBER.matcher(node.text().strip());
        if (!parts.matches()) {
            throw new IllegalStateException(path + " is no number: " + node.text());
        }
        return parts;
    }
}
