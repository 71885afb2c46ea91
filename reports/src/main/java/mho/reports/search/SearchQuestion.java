package mho.reports.search;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Parameter;
import mho.core.yaml.Parameters;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.form.sweep.SweepTable;
import mho.reports.sweep.PointsAsked;
import mho.reports.sweep.SweepQuestion;
import org.jspecify.annotations.Nullable;

/** A search, read and checked: what may be chosen, what is sought, what it may take. */
public final class SearchQuestion {
    /** Its file in its directory. */
    public static final String FILE = "search.yaml";

    private static final String SEARCH = "search";

    /** Keys that sweeps do not have, in the order of the file. */
    private static final List<String> OWN = List.of("budget", "population", "seed", "from");

    private final SearchFile file;
    private final MapNode tree;
    private final SweepQuestion points;
    private final SearchBudget budget;

    private SearchQuestion(MapNode tree) {
        refuseSweep(tree);
        this.file = Binder.bind(tree, SearchFile.class);
        this.tree = tree;
        YamlNode asked = tree.get("budget");
        this.budget = SearchBudget.parse(file.budget(), asked == null ? tree.mark() : asked.mark());
        YamlNode network = file.vary().get(SweepTable.NETWORK);
        if (network != null) {
            throw BadInput.at(
                    network.mark(),
                    "vary.network",
                    "what one network costs is no rival to what another does: search for each by itself (base.network)");
        }
        this.points = SweepQuestion.of(asSweep(tree));
    }

    private static void refuseSweep(MapNode tree) {
        YamlNode sweep = tree.get("sweep");
        if (sweep != null && tree.get(SEARCH) == null) {
            throw BadInput.at(
                    sweep.mark(),
                    "sweep",
                    "this is a sweep file: run it with mho sweep, or say search in the place of sweep, and budget in that of sample");
        }
    }

    /** How search files are written, as a JSON Schema. */
    public static Map<String, Object> schema() {
        return JsonSchema.of("search file of mho", SearchFile.class);
    }

    /** What search files may say. */
    public static List<Parameter> parameters() {
        return Parameters.of(SearchFile.class);
    }

    /**
     * Reads and checks it.
     *
     * @param tree of a search file, options worked in
     * @throws BadInput for whatever is wrong with it, and with the chips and networks it names
     */
    public static SearchQuestion of(MapNode tree) {
        return new SearchQuestion(tree);
    }

    /** The same without what a search has besides; single points are asked as a sweep asks for them. */
    private static MapNode asSweep(MapNode tree) {
        MapNode sweep = tree;
        for (String key : OWN) {
            sweep = sweep.without(key);
        }
        YamlNode name = tree.get(SEARCH);
        sweep = sweep.without(SEARCH);
        return sweep.put("sweep", name == null ? text("") : name).put("sample", text("random 1"));
    }

    private static ScalarNode text(String text) {
        return new ScalarNode(Mark.of(FILE), text, true);
    }

    public String name() {
        return file.search();
    }

    SweepQuestion points() {
        return points;
    }

    SearchBudget budget() {
        return budget;
    }

    @Nullable
    Integer population() {
        return file.population();
    }

    long seed() {
        return file.seed();
    }

    List<Path> from() {
        return file.from().stream().map(Path::of).toList();
    }

    /** The whole question as a file. */
    String yaml() {
        MapNode asked = MapNode.empty(Mark.of(FILE)).put(SEARCH, text(name()));
        MapNode all = (MapNode) Yaml.parse(FILE, points.yaml());
        for (String key : all.keys()) {
            YamlNode value = all.get(key);
            if (value != null && !key.equals("sweep") && !key.equals("sample")) {
                asked = asked.put(key, value);
            }
        }
        MapNode defaults = Binder.withDefaults(tree, SearchFile.class);
        for (String key : OWN) {
            YamlNode value = defaults.get(key);
            if (value != null && !value.isNull()) {
                asked = asked.put(key, value);
            }
        }
        return Yaml.write(asked);
    }

    PointsAsked asked() {
        return new PointsAsked(FILE, SEARCH, name(), yaml());
    }
}
