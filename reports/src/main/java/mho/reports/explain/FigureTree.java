package mho.reports.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mho.reports.figures.Unit;
import org.jspecify.annotations.Nullable;

/**
 * A figure and what it is made of, down to leaves that are a count times a price. What its parts give by its formula is the figure, to
 * rounding.
 *
 * @param label what it is, as in "C3" or "tile.core.adc conversion"
 * @param value in SI units
 * @param equation by which it follows from its parts, or a note on it; may be empty
 * @param leaf null where there are parts
 * @param parts in order of the equation; a sum's largest first, unless their order means something
 * @param figure by which it can be asked for by itself, as in "layers.C3.energy_j"; empty where it cannot
 */
public record FigureTree(
        String label,
        double value,
        Unit unit,
        Formula formula,
        String equation,
        @Nullable Leaf leaf,
        List<FigureTree> parts,
        String figure) {
    private static final int FEW = 3;

    /** How a figure follows from its parts. */
    public enum Formula {
        /** It has none. */
        LEAF,
        SUM,
        PRODUCT,
        /** The first part over the second. */
        QUOTIENT
    }

    /**
     * Where a tree ends.
     *
     * @param count how often, or how many instance-seconds
     * @param counted the unit of the count
     * @param price of each, in the figure's unit; of each instance-second, that over a second
     * @param source where the price comes from
     * @param assumed whether nobody published it, or part of it
     */
    public record Leaf(double count, Unit counted, double price, String source, boolean assumed) {
        private static final String UNSOURCED = "direct: chip file";

        /** Of what is counted one by one. */
        public Leaf(double count, double price, String source, boolean assumed) {
            this(count, Unit.COUNT, price, source, assumed);
        }

        /** The same of what is counted in instance-seconds. */
        public Leaf inSeconds() {
            return new Leaf(count, Unit.SECOND, price, source, assumed);
        }

        /** What its source says of itself: an assumption is none, nor is a chip file that names none. */
        public static Leaf of(double count, double price, String source) {
            boolean unsourced = source.isBlank() || source.equals(UNSOURCED);
            return new Leaf(count, price, source, unsourced || source.contains("assumed"));
        }
    }

    public FigureTree {
        parts = List.copyOf(parts);
        if ((leaf == null) == (formula == Formula.LEAF)) {
            throw new IllegalArgumentException(label + ": a leaf has no parts to follow from, and nothing else is one");
        }
    }

    private FigureTree(
            String label,
            double value,
            Unit unit,
            Formula formula,
            String equation,
            @Nullable Leaf leaf,
            List<FigureTree> parts) {
        this(label, value, unit, formula, equation, leaf, parts, "");
    }

    public static FigureTree leaf(String label, double value, Unit unit, Leaf leaf) {
        return new FigureTree(label, value, unit, Formula.LEAF, "", leaf, List.of());
    }

    public static FigureTree sum(String label, double value, Unit unit, String equation, List<FigureTree> parts) {
        return new FigureTree(label, value, unit, Formula.SUM, equation, null, parts);
    }

    public static FigureTree product(String label, double value, Unit unit, String equation, FigureTree... parts) {
        return new FigureTree(label, value, unit, Formula.PRODUCT, equation, null, List.of(parts));
    }

    public static FigureTree quotient(
            String label, double value, Unit unit, String equation, FigureTree over, FigureTree under) {
        return new FigureTree(label, value, unit, Formula.QUOTIENT, equation, null, List.of(over, under));
    }

    /** The same under another label. */
    public FigureTree called(String other) {
        return new FigureTree(other, value, unit, formula, equation, leaf, parts, figure);
    }

    /** The same where it can be asked for by itself. */
    public FigureTree asked(String name) {
        return new FigureTree(label, value, unit, formula, equation, leaf, parts, name);
    }

    /** What the leaves give. */
    public double computed() {
        if (leaf != null) {
            return leaf.count * leaf.price;
        }
        if (parts.isEmpty()) {
            return 0;
        }
        double first = parts.get(0).computed();
        return switch (formula) {
            case LEAF, SUM -> parts.stream().mapToDouble(FigureTree::computed).sum();
            case PRODUCT -> parts.stream()
                    .skip(1)
                    .mapToDouble(FigureTree::computed)
                    .reduce(first, (a, b) -> a * b);
            case QUOTIENT -> parts.get(1).computed() == 0
                    ? 0
                    : first / parts.get(1).computed();
        };
    }

    /** Part of the figure above that it is; null unless that is a sum of something. */
    public @Nullable Double shareOf(FigureTree above) {
        return above.formula == Formula.SUM && above.value != 0 ? value / above.value : null;
    }

    /** Parts as they are told: some one by one, the others together. */
    public record Told(List<FigureTree> each, List<FigureTree> together) {}

    /** Its parts, of which those smaller than a share of a whole are told together, unless they are few or all of them. */
    public Told told(double small, FigureTree whole) {
        List<FigureTree> each = new ArrayList<>();
        List<FigureTree> together = new ArrayList<>();
        for (FigureTree part : parts) {
            Double share = part.shareOf(whole);
            boolean little = share != null && Math.abs(share) < small;
            (little ? together : each).add(part);
        }
        return together.size() < FEW && !each.isEmpty() ? new Told(parts, List.of()) : new Told(each, together);
    }

    /** All of its leaves. */
    public List<FigureTree> leaves() {
        return leaf != null
                ? List.of(this)
                : parts.stream().flatMap(part -> part.leaves().stream()).toList();
    }

    /** What of a sum rests on assumptions, in its unit. */
    public double assumed() {
        return leaves().stream()
                .filter(each -> each.leaf != null && each.leaf.assumed)
                .mapToDouble(FigureTree::value)
                .sum();
    }

    /** Whether it is a sum all the way down. */
    public boolean adds() {
        return formula == Formula.LEAF
                || formula == Formula.SUM && parts.stream().allMatch(FigureTree::adds);
    }

    /** The sources of its leaves, each once. */
    public List<String> sources() {
        return new ArrayList<>(leaves().stream()
                .flatMap(each -> each.leaf == null ? Stream.of() : Stream.of(each.leaf.source))
                .distinct()
                .toList());
    }
}
