package mho.reports.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import mho.core.yaml.YamlNode;

/**
 * Combinations at random: different ones, in the order of all of them, where every axis has its values one by one. More points from the same
 * seed are the former ones and others.
 */
record RandomSample(int points) implements Sample {
    @Override
    public long count(List<Axis> axes) {
        return isListed(axes) ? Math.min(points, new GridSample().count(axes)) : points;
    }

    @Override
    public List<List<YamlNode>> points(List<Axis> axes, long seed) {
        Random random = new Random(seed);
        if (isListed(axes)) {
            List<List<YamlNode>> values = Sample.listed(axes);
            List<List<YamlNode>> drawn = new ArrayList<>();
            different(new GridSample().count(axes), count(axes), random)
                    .forEach(i -> drawn.add(GridSample.point(values, i)));
            return drawn;
        }
        List<List<YamlNode>> drawn = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            drawn.add(axes.stream().map(axis -> axis.at(random.nextDouble())).toList());
        }
        return drawn;
    }

    /** Numbers below {@code all}, each once. */
    private static Set<Long> different(long all, long wanted, Random random) {
        Set<Long> numbers = new LinkedHashSet<>();
        while (numbers.size() < wanted) {
            numbers.add((long) (random.nextDouble() * all));
        }
        return new TreeSet<>(numbers);
    }

    private static boolean isListed(List<Axis> axes) {
        return axes.stream().allMatch(axis -> axis.spread() instanceof AxisValues.Listed);
    }

    @Override
    public String about() {
        return "drawn at random";
    }
}
