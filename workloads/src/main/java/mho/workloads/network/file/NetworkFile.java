package mho.workloads.network.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Doc;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/** A network file. The keys of each layer are listed in {@code workloads/README.md}. */
public final class NetworkFile {
    private static final String INPUT = "input";

    private NetworkFile() {}

    private record Content(
            @Doc("name of the network") String network,
            @Doc("what it is, in a sentence") @Nullable String about,
            @Doc("where its figures come from") @Nullable String source,
            @Doc("[channels, height, width], a number of values, or several inputs by name") YamlNode input,
            @Doc("layers, first to last") List<YamlNode> layers) {}

    private record Extents(List<Integer> input) {}

    /** Reads a file; throws {@link BadInput} for whatever is wrong with it. */
    public static Network read(Path file) {
        return parse(Yaml.read(file));
    }

    /** Reads a tree; throws {@link BadInput} for whatever is wrong with it. */
    public static Network parse(YamlNode file) {
        Content content = Binder.bind(file, Content.class);
        LayerEntries.check(content.layers, "layers");
        NetworkAssembly assembly =
                new NetworkAssembly(Network.builder(content.network, orEmpty(content.about), orEmpty(content.source)));
        if (content.input instanceof MapNode several) {
            if (several.keys().isEmpty()) {
                throw BadInput.at(
                        several.mark(), INPUT, "names no input, give at least one, as in \"image: [3, 32, 32]\"");
            }
            several.entries().forEach((name, entry) -> addInput(assembly, name, entry.value(), "input." + name));
        } else {
            addInput(assembly, INPUT, content.input, INPUT);
        }
        assembly.addAll(content.layers, "layers");
        return assembly.build(file.mark());
    }

    private static void addInput(NetworkAssembly assembly, String name, YamlNode node, String path) {
        MapNode wrapped = MapNode.empty(node.mark()).put(INPUT, LayerEntries.list(node));
        List<Integer> extents = Binder.bind(wrapped, Extents.class).input();
        if (extents.size() != 1 && extents.size() != 3) {
            throw BadInput.at(
                    node.mark(),
                    path,
                    "expected [channels, height, width] or a number of values, found " + extents.size() + " numbers");
        }
        assembly.at(node.mark(), path);
        assembly.input(name, assembly.shape(extents, ""));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** How network files are written, as a JSON Schema. */
    public static Map<String, Object> schema() {
        return NetworkSchema.of(JsonSchema.of("network file of mho", Content.class), LayerSpec.class);
    }

    /** What layers may say, by their kind: {@code conv.out}. */
    public static List<Parameter> layerParameters() {
        return Parameters.of(LayerSpec.class);
    }
}
