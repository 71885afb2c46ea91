package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunFigures;
import mho.arch.RunInvariants;
import mho.arch.Twice;
import mho.arch.chip.ChipSpec;
import mho.arch.machine.ComputedValues;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.Kind;
import mho.core.yaml.Kinds;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Network;
import mho.workloads.network.file.NetworkFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every layer of a network file owes, found as the reader of files finds it: on a chip, in values, number by number. */
final class LayerContractTest {
    private static final String FOLDER = "/mho/arch/kinds/layer-spec/";
    private static final ChipSpec CHIP = Given.chip("isaac-ce", "chips=4");

    static Stream<String> kinds() throws ClassNotFoundException {
        return Kinds.of(Class.forName("mho.workloads.network.file.LayerSpec")).stream()
                .map(kind -> kind.getAnnotation(Kind.class).value());
    }

    private static MapNode example(String kind) throws IOException {
        try (InputStream in = LayerContractTest.class.getResourceAsStream(FOLDER + kind + ".yaml")) {
            assertThat(in)
                    .as(
                            "no network shows the layer \"%s\": add arch/src/test/resources%s%s.yaml with `input` and `layers` (one of them of that kind, with every number it may have) and, where wanted, `dead` (numbers that change nothing: why)",
                            kind, FOLDER, kind)
                    .isNotNull();
            String text = "network: example\n" + new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return (MapNode) Yaml.parse(kind + ".yaml", text);
        }
    }

    private static Network network(MapNode example) {
        return NetworkFile.parse(example.without("dead"));
    }

    /** Whether a layer of the kind stands in a list of layers, or in one within. */
    private static boolean stands(String kind, YamlNode node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.text().equals(kind);
        }
        if (node instanceof ListNode list) {
            return list.items().stream().anyMatch(item -> stands(kind, item));
        }
        return node instanceof MapNode map
                && (map.keys().contains(kind)
                        || map.entries().values().stream().anyMatch(entry -> stands(kind, entry.value())));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_network_with_the_layer_runs_and_breaks_no_bound(String kind) throws IOException {
        MapNode example = example(kind);
        assertThat(stands(kind, Objects.requireNonNull(example.find("layers"))))
                .as("%s is in its example", kind)
                .isTrue();
        RunInvariants.hold(Given.run(CHIP, network(example), 2), kind);
    }

    /** What a chip runs computes what the file says. */
    @ParameterizedTest
    @MethodSource("kinds")
    void folded_it_computes_what_it_computes_as_read(String kind) throws IOException {
        ComputedValues values = new ComputedValues(network(example(kind)));
        float[] folded = values.folded();
        float[] asRead = values.asRead();
        assertThat(folded).hasSameSizeAs(asRead);
        for (int i = 0; i < folded.length; i++) {
            assertThat(folded[i]).isCloseTo(asRead[i], within(1e-4f * (1 + Math.abs(asRead[i]))));
        }
    }

    /** Doubled or halved, it changes a shape, a run, or values; or the example says why not. */
    @ParameterizedTest
    @MethodSource("kinds")
    void every_number_of_a_layer_matters(String kind) throws IOException {
        MapNode example = example(kind);
        List<Object> before = figures(network(example));
        TreeSet<String> dead = new TreeSet<>();
        for (NumericLeaf leaf : NumericLeaves.of(example)) {
            String value = leaf.value().text();
            if (!leaf.path().contains("." + kind + ".")) {
                continue;
            }
            List<List<Object>> after = Stream.of(Twice.of(value), Twice.halfOf(value))
                    .flatMap(other -> figures(example, leaf.path(), other).stream())
                    .toList();
            // What no other number may stand for goes with its neighbours, and so is seen.
            if (!after.isEmpty() && after.stream().allMatch(before::equals)) {
                dead.add(leaf.path());
            }
        }
        Map<String, YamlNode> listed = example.find("dead") instanceof MapNode map ? nodes(map) : Map.of();
        assertThat(dead)
                .as("%s: in effect although listed, or not in effect although not listed", kind)
                .containsExactlyInAnyOrderElementsOf(listed.keySet());
    }

    private static Map<String, YamlNode> nodes(MapNode map) {
        Map<String, YamlNode> nodes = new TreeMap<>();
        map.entries().forEach((key, entry) -> nodes.put(key, entry.value()));
        return nodes;
    }

    private static Optional<List<Object>> figures(MapNode example, String path, String value) {
        try {
            return Optional.of(figures(
                    network(example.with(path, Setting.parse("x=" + value).value()))));
        } catch (BadInput | ModelSaysNo refused) {
            return Optional.empty();
        }
    }

    private static List<Object> figures(Network network) {
        List<Object> figures = new ArrayList<>();
        figures.add(RunFigures.ofRun(Given.run(CHIP, network, 2)));
        network.nodes().forEach(node -> figures.add(node.output()));
        for (float value : new ComputedValues(network).asRead()) {
            figures.add(value);
        }
        return figures;
    }
}
