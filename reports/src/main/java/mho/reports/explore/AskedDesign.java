package mho.reports.explore;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;

/**
 * A design as a page asks for it: what {@code mho run} is asked, under the names of its options, and settings of the chip as they are
 * typed behind {@code --set}.
 *
 * @param tree all but the settings
 */
public record AskedDesign(MapNode tree, List<Setting> settings) {
    private static final String SET = "set";

    public AskedDesign {
        settings = List.copyOf(settings);
    }

    /** Reads what a page sent; throws {@link BadInput} for whatever is wrong with it. */
    static AskedDesign of(YamlNode sent) {
        if (!(sent instanceof MapNode tree)) {
            throw new BadInput(
                    "design: expected an object such as {\"chip\": \"analog-256\", \"network\": \"lenet5\"}");
        }
        List<Setting> settings = new ArrayList<>();
        if (tree.get(SET) instanceof MapNode set) {
            set.entries().forEach((path, entry) -> {
                if (!(entry.value() instanceof ScalarNode typed) || path.indexOf('=') >= 0) {
                    throw new BadInput("set: expected texts as they stand behind --set PATH=");
                }
                settings.add(Setting.parse(path + "=" + typed.text()));
            });
        }
        return new AskedDesign(named(tree.get(SET) == null ? tree : tree.without(SET)), settings);
    }

    /** Every choice at a place that says which it is, for messages. */
    private static MapNode named(MapNode tree) {
        MapNode named = MapNode.empty(tree.mark());
        for (String key : tree.keys()) {
            YamlNode value = tree.get(key);
            if (value instanceof ScalarNode scalar
                    && !scalar.isNull()
                    && !scalar.text().isBlank()) {
                named = named.put(key, new ScalarNode(Mark.of(key), scalar.text(), false));
            } else if (value instanceof MapNode map) {
                named = named.put(key, named(map));
            }
        }
        return named;
    }

    /** Under a key; the default of options where nothing is said. */
    String choice(String key) {
        return tree.get(key) instanceof ScalarNode scalar ? scalar.text() : "";
    }

    RunRequest request() {
        return Binder.bind(tree, RunRequest.class);
    }

    /** The run it stands for, resolved. */
    RunConfig config(NamedInputs inputs) {
        return request().config(inputs, settings);
    }

    /** The same chip as it is without what was set. */
    AskedDesign unset() {
        return new AskedDesign(tree, List.of());
    }

    /** The same of files that are called otherwise. */
    AskedDesign with(String key, String text) {
        return tree.get(key) == null
                ? this
                : new AskedDesign(tree.put(key, new ScalarNode(Mark.of(key), text, true)), settings);
    }
}
