package mho.reports.sweep;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mho.core.yaml.YamlNode;

/**
 * N points such that of N equal parts of each axis every one holds exactly one point (McKay, Beckman, Conover, Technometrics 21, 1979). A value
 * of a list of k is taken about N/k times.
 */
record LatinHypercubeSample(int points) implements Sample {
    @Override
    public long count(List<Axis> axes) {
        return points;
    }

    @Override
    public List<List<YamlNode>> points(List<Axis> axes, long seed) {
        Random random = new Random(seed);
        List<List<YamlNode>> columns = new ArrayList<>();
        for (Axis axis : axes) {
            List<Integer> strata =
                    new ArrayList<>(IntStream.range(0, points).boxed().toList());
            Collections.shuffle(strata, random);
            columns.add(strata.stream()
                    .map(stratum -> axis.at((stratum + random.nextDouble()) / points))
                    .toList());
        }
        return IntStream.range(0, points)
                .mapToObj(i -> columns.stream().map(column -> column.get(i)).toList())
                .toList();
    }

    @Override
    public String about() {
        return "a Latin hypercube";
    }
}
