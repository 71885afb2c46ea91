package mho.reports.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.form.search.SearchJson;
import mho.reports.form.search.SearchText;
import mho.reports.medium.Terminal;
import mho.reports.page.SearchPage;
import mho.reports.search.DesignSearch;
import mho.reports.search.SearchQuestion;
import mho.reports.sweep.PointWorkers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho search}. */
@Command(
        name = "search",
        description =
                "Looks for the designs that are best by several objectives, within a budget; goes on from where an earlier run of the same search stopped.",
        footer = {
            "",
            "Examples:",
            "  ./mho search reports/examples/lenet-search.yaml",
            "  ./mho search reports/examples/lenet-search.yaml --budget \"20 points\" --seed 2"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class SearchCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            description = "A search file (mho init --kind search); options take precedence over it")
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private Path file;

    @Option(
            names = "--budget",
            paramLabel = "BUDGET",
            description = "Points to compute, or time to take, or both, as in \"200 points, 10 min\"")
    private @Nullable String budget;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the search")
    private @Nullable String seed;

    @Option(
            names = "--from",
            paramLabel = "DIR",
            description =
                    "A sweep's or search's directory: what it has need not be computed, and its best are begun with; may be repeated")
    private List<String> from = List.of();

    @Option(names = "--out", paramLabel = "DIR", description = "Directory of the search. Default: runs/search-NAME")
    private @Nullable Path out;

    @Option(names = "--keep", description = "Leaves the report of each point in DIR/points")
    private boolean keep;

    @Mixin
    private final JobsOption jobs = new JobsOption();

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    @Option(
            names = "--progress",
            description =
                    "Tells points done and time left on standard error where that is no terminal, a line every few seconds")
    private boolean progress;

    @Mixin
    private final OutputOption output = new OutputOption();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputOption.Form form = output.form();
        SearchQuestion question = SearchQuestion.of(asked());
        Path directory = out != null
                ? out.normalize()
                : Path.of("runs", "search-" + question.name().replaceAll("[^A-Za-z0-9_.-]+", "-"));
        SweepLine line = SweepLine.on(spec.commandLine().getErr(), progress);
        StepProgress moves = new StepProgress(spec.commandLine().getErr());
        DesignSearch.Found found = found(question, directory, line, moves);
        OutputOption.print(
                spec.commandLine().getOut(),
                form,
                () -> SearchJson.of(found.table()),
                found::front,
                () -> SearchText.of(found.table(), Terminal.ofLauncher()),
                directory);
        return found.table().winner() == null ? Main.MODEL_SAYS_NO : Main.OK;
    }

    private DesignSearch.Found found(SearchQuestion question, Path directory, SweepLine line, StepProgress moves) {
        try (PointWorkers workers = cluster.workers(question.name(), jobs)) {
            DesignSearch.How how = new DesignSearch.How(
                    directory,
                    jobs.threads(),
                    keep,
                    Map.of("search.html", SearchPage::of),
                    (done, all) -> moves.tell("moving what the winner assumes,", done, all),
                    workers);
            return DesignSearch.run(question, how, line);
        } finally {
            line.done();
            moves.done();
        }
    }

    /** The file with the options worked in. */
    private MapNode asked() {
        if (!(Yaml.read(GivenPath.toRead(file)) instanceof MapNode map)) {
            throw new BadInput(file + ": expected a search file, a mapping with search, base and vary");
        }
        MapNode tree = SharedOptions.put(map, "budget", budget);
        tree = SharedOptions.put(tree, "seed", seed);
        return from.isEmpty() ? tree : tree.put("from", directories());
    }

    private ListNode directories() {
        List<YamlNode> items = new ArrayList<>();
        from.forEach(text -> items.add(new ScalarNode(Mark.of("--from " + text), text, true)));
        return new ListNode(Mark.of("--from"), items);
    }
}
