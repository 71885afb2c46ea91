package mho.workloads.foreign;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;

/**
 * A problem of Timeloop or CiMLoop, one layer, as a network file. Its dimensions are those of a convolution as both tools name them: C
 * channels read in, M out of each of G groups, R and P the width of kernel and outputs, S and Q their height, N inputs, with strides and
 * dilations. The map it reads is the least that gives these outputs, padding included. Lines by which CiMLoop takes in another file
 * ({@code {{include_text(…)}}}, {@code <<<: *problem_base}) are passed over: dimensions that only that file has are 1, as it says itself.
 */
public final class TimeloopProblem {
    private static final Pattern TEMPLATE = Pattern.compile("\\s*(\\{\\{.*\\}\\}|<<<:.*)\\s*");
    private static final Pattern BEGINS = Pattern.compile("problem:.*");
    private static final List<String> SIZES = List.of("C", "M", "R", "S", "P", "Q", "N", "G");
    private static final List<String> STEPS = List.of("wstride", "hstride", "wdilation", "hdilation");
    /** Bits, which a chip has and a network has not; the map, which follows. */
    private static final Set<String> PASSED = Set.of("X", "Y", "Z", "H", "W");
    /** What stands beside the dimensions where these are not in an instance of their own. */
    private static final Set<String> BESIDE =
            Set.of("version", "shape", "instance", "name", "dnn_name", "notes", "histograms", "densities");

    private final Mark mark;
    private final Map<String, Integer> sizes = new LinkedHashMap<>();

    private TimeloopProblem(Mark mark) {
        this.mark = mark;
    }

    /** Whether a YAML file is one: it has {@code problem} where a network file has {@code network}. What cannot be read is none. */
    public static boolean isOne(Path file) {
        try {
            return ForeignText.lines(file).stream()
                    .anyMatch(line -> BEGINS.matcher(line).matches());
        } catch (BadInput e) {
            return false; // whoever reads it as a network file says what is wrong with it
        }
    }

    /** Reads a file; throws {@link BadInput} that tells file, line and remedy. */
    public static MapNode read(Path file) {
        String text = ForeignText.lines(file).stream()
                .map(line -> TEMPLATE.matcher(line).matches() ? "" : line)
                .collect(Collectors.joining("\n"));
        YamlNode tree = Yaml.parse(file.toString(), text);
        if (!(tree instanceof MapNode map && map.get("problem") instanceof MapNode problem)) {
            throw BadInput.at(
                    tree.mark(), "problem: expected a mapping with an instance, as in {C: 3, M: 64, R: 3, …}");
        }
        TimeloopProblem read = new TimeloopProblem(problem.mark());
        if (problem.get("instance") instanceof MapNode instance) {
            instance.entries().forEach((key, entry) -> read.size(key, entry.value()));
        } else {
            problem.entries().forEach((key, entry) -> {
                if (!BESIDE.contains(key)) {
                    read.size(key, entry.value());
                }
            });
        }
        return read.network(ForeignText.stem(file));
    }

    private void size(String key, YamlNode value) {
        String step = key.toLowerCase(java.util.Locale.ROOT);
        boolean isStep = STEPS.contains(step);
        if (PASSED.contains(key)) {
            return;
        }
        if (!isStep && !SIZES.contains(key)) {
            throw BadInput.at(
                    value.mark(),
                    "problem: " + MessageText.plain(key) + " is no dimension of a convolution ("
                            + String.join(", ", SIZES) + ", strides and dilations); write the layer as a network file");
        }
        if (!(value instanceof ScalarNode scalar
                && scalar.text().matches("[0-9]{1,7}")
                && !scalar.text().matches("0+"))) {
            throw BadInput.at(
                    value.mark(),
                    "problem: " + key + ": expected a whole number of 1 or more, found " + value.describe());
        }
        int number = Integer.parseInt(scalar.text());
        if (key.equals("N") && number != 1) {
            throw BadInput.at(
                    value.mark(),
                    "problem: N: a network has one input at a time; write N: 1, and ask for " + number
                            + " inputs by --images " + number);
        }
        sizes.put(isStep ? step : key, number);
    }

    private int of(String key) {
        return sizes.getOrDefault(key, 1);
    }

    private MapNode network(String name) {
        if (!sizes.containsKey("C") || !sizes.containsKey("M")) {
            throw BadInput.at(
                    mark,
                    "problem: says no " + (sizes.containsKey("C") ? "M" : "C")
                            + "; give channels in (C) and out (M), as in instance: {C: 3, M: 64, R: 3, S: 3, P: 32, Q: 32}");
        }
        int groups = of("G");
        int height = extent("Q", "hstride", "S", "hdilation");
        int width = extent("P", "wstride", "R", "wdilation");
        boolean dense = groups == 1 && height == 1 && width == 1;
        PlacedNodes at = new PlacedNodes(mark);
        MapNode says = at.empty().put("out", at.number(times(of("M"), groups)));
        if (!dense) {
            says = says.put("kernel", at.sides(of("S"), of("R")))
                    .put("stride", at.sides(of("hstride"), of("wstride")))
                    .put("dilation", at.sides(of("hdilation"), of("wdilation")))
                    .put("groups", at.number(groups));
        }
        return at.empty()
                .put("network", at.text(name))
                .put("about", at.text("a layer as Timeloop states it; its input has the padding already"))
                .put("input", at.numbers(times(of("C"), groups), height, width))
                .put("layers", at.list(List.of(at.layer(dense ? "dense" : "conv", says))));
    }

    private int extent(String outputs, String stride, String kernel, String dilation) {
        return Math.addExact(times(of(outputs) - 1, of(stride)), Math.addExact(times(of(kernel) - 1, of(dilation)), 1));
    }

    private int times(int a, int b) {
        long product = (long) a * b;
        if (product > 10_000_000) {
            throw BadInput.at(mark, "problem: a side of " + product + " is beyond any network; check the dimensions");
        }
        return (int) product;
    }
}
