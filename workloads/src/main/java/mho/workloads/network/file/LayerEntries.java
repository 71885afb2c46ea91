package mho.workloads.network.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import mho.workloads.network.Activation;

/** The entries of a list of layers. */
final class LayerEntries {
    /** Keys that take a list and, for short, one value. */
    static final Set<String> LISTS =
            Set.of("kernel", "stride", "dilation", "pad", "output-pad", "scale", "bins", "from");

    private static final Set<String> ACTIVATIONS = Arrays.stream(Activation.values())
            .filter(activation -> activation != Activation.NONE)
            .map(Activation::label)
            .collect(Collectors.toUnmodifiableSet());

    private LayerEntries() {}

    /** Functions that stand for a layer, in the order of their names. */
    static List<String> functions() {
        return ACTIVATIONS.stream().sorted().toList();
    }

    /** Reads every layer, those inside blocks too, so that all that is wrong with them is told at once. */
    static void check(List<YamlNode> layers, String path) {
        List<BadInput> problems = new ArrayList<>();
        collect(layers, path, problems);
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
    }

    private static void collect(List<YamlNode> layers, String path, List<BadInput> problems) {
        for (int i = 0; i < layers.size(); i++) {
            String here = path + "[" + i + "]";
            try {
                if (read(layers.get(i), here) instanceof BlockSpec block) {
                    String kind = here + "." + kind(layers.get(i));
                    collect(block.layers(), kind + ".layers", problems);
                    collect(block.shortcut(), kind + ".shortcut", problems);
                }
            } catch (BadInput e) {
                problems.add(e);
            }
        }
    }

    static LayerSpec read(YamlNode item, String path) {
        return Binder.bind(longForm(item), LayerSpec.class, path);
    }

    /** The word before the colon. */
    static String kind(YamlNode item) {
        return item instanceof MapNode map && !map.keys().isEmpty()
                ? map.keys().iterator().next()
                : item instanceof ScalarNode scalar ? scalar.text() : "";
    }

    /** "- relu" and "- relu: {…}" stand for an activation, "kernel: 5" for [5]. */
    private static YamlNode longForm(YamlNode item) {
        String kind = kind(item);
        if (item instanceof ScalarNode && ACTIVATIONS.contains(kind)) {
            return activation(kind, MapNode.empty(item.mark()));
        }
        if (item instanceof MapNode map && map.entries().size() == 1 && map.get(kind) instanceof MapNode body) {
            MapNode full = withLists(body);
            return ACTIVATIONS.contains(kind) ? activation(kind, full) : map.put(kind, full);
        }
        return item;
    }

    private static MapNode activation(String function, MapNode body) {
        ScalarNode name = new ScalarNode(body.mark(), function, false);
        return MapNode.empty(body.mark()).put("activation", body.put("function", name));
    }

    private static MapNode withLists(MapNode body) {
        MapNode full = body;
        for (String key : body.keys()) {
            YamlNode value = body.get(key);
            if (LISTS.contains(key) && value != null) {
                full = full.put(key, list(value));
            }
        }
        return full;
    }

    /** A single value as a list of one. */
    static YamlNode list(YamlNode node) {
        return node instanceof ScalarNode scalar && !scalar.isNull()
                ? new ListNode(scalar.mark(), List.of(scalar))
                : node;
    }
}
