package mho.reports.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.form.sweep.SweepJson;
import mho.reports.form.sweep.SweepResult;
import mho.reports.form.sweep.SweepText;
import mho.reports.medium.Digest;
import mho.reports.medium.Terminal;
import mho.reports.page.SweepPage;
import mho.reports.sweep.PointWorkers;
import mho.reports.sweep.Sweep;
import mho.reports.sweep.SweepQuestion;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code mho sweep}. */
@Command(
        name = "sweep",
        description =
                "Runs a network on many variants of a chip; goes on from where an earlier run of the same sweep stopped.",
        footer = {
            "",
            "Examples:",
            "  ./mho sweep --network lenet5 --vary tile.core.adc.bits=4..8 \\",
            "      --vary chip=isaac-ce,analog-256",
            "  ./mho sweep reports/examples/adc-design.yaml",
            "  ./mho sweep --train --network mlp --data fashion-mnist-1000 --vary seed=1..2"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class SweepCommand implements Callable<Integer> {
    private static final String TRAINING = "training";

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "A sweep file; options take precedence over it")
    private @Nullable Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "Name of the sweep. Default: network and axes")
    private @Nullable String name;

    @Option(
            names = "--vary",
            paramLabel = "PATH=VALUES",
            description =
                    "What varies: a path as --set takes it, or chip, network, images, seed, time, …; values as in 4..8, isaac-ce,analog-256 or \"{from: 64, to: 512, factor: 2}\"; may be repeated")
    private List<String> vary = List.of();

    @Option(
            names = "--tie",
            paramLabel = "PATH,PATH",
            description = "What varies together: first values with first, second with second; may be repeated")
    private List<String> ties = List.of();

    @Option(
            names = "--sample",
            paramLabel = "HOW",
            description = "all, zip, \"random N\" or \"latin-hypercube N\". Default: all")
    private @Nullable String sample;

    @Option(
            names = "--constraint",
            paramLabel = "COND",
            description = "Only points that hold it stand on the front, as in \"area_mm2 < 100\"; may be repeated")
    private List<String> constraints = List.of();

    @Option(
            names = "--pareto",
            paramLabel = "METRIC",
            description =
                    "What the front is better in, as in \"energy_j min\"; may be repeated. Default: energy, latency, area, and accuracy with --data")
    private List<String> pareto = List.of();

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(
            names = "--train",
            description =
                    "Points are trainings, asked for as mho train is: --data, --epochs, --rate, …; what varies may be rate, epochs, batch, … too")
    private boolean train;

    @Mixin
    private final TrainingOptions training = new TrainingOptions();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description =
                    "Directory of the sweep. Default: runs/sweep-NAME, and a hash where there is no name of yours")
    private @Nullable Path out;

    @Option(names = "--keep", description = "Leaves the report of each point in DIR/points")
    private boolean keep;

    @Mixin
    private final TableFormatOption tables = new TableFormatOption();

    @Mixin
    private final JobsOption jobs = new JobsOption();

    @Mixin
    private final ClusterOption cluster = new ClusterOption();

    @Option(
            names = "--max-points",
            paramLabel = "N",
            description = "More points are refused. Default: ${DEFAULT-VALUE}",
            defaultValue = "5000")
    private long maxPoints;

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
        MapNode asked = asked();
        boolean named = asked.get("sweep") != null;
        SweepQuestion question =
                SweepQuestion.of(named ? asked : SharedOptions.put(asked, "name", "sweep", usualName(asked)));
        boolean computed = SharedOptions.map(asked, "base").get("data") != null
                || SharedOptions.map(asked, "vary").get("data") != null;
        if (computed && asked.get(TRAINING) == null) {
            Notices.ofArithmetic(spec.commandLine().getErr());
        }
        SweepLine line = SweepLine.on(spec.commandLine().getErr(), progress);
        Path directory = directory(question, named ? "" : "-" + usualHash(asked));
        SweepResult swept = swept(question, directory, line);
        if (swept.unchecked() > 0) {
            spec.commandLine()
                    .getErr()
                    .printf(
                            Locale.ROOT,
                            "note: %,d points were found in the store of an older mho, without checksums, and taken as they stand; they have some now%n",
                            swept.unchecked());
        }
        OutputOption.print(
                spec.commandLine().getOut(),
                form,
                () -> SweepJson.of(swept.table()),
                swept::points,
                () -> SweepText.of(swept, Terminal.ofLauncher()),
                swept.directory());
        return swept.isAllFailed() ? Main.MODEL_SAYS_NO : Main.OK;
    }

    private SweepResult swept(SweepQuestion question, Path directory, SweepLine line) {
        try (PointWorkers workers = cluster.workers(question.name(), jobs)) {
            Sweep.How how = new Sweep.How(
                    directory,
                    jobs.threads(),
                    keep,
                    maxPoints,
                    Map.of("sweep.html", SweepPage::of),
                    tables.parquet(),
                    workers);
            return Sweep.run(question, how, line);
        } finally {
            line.done();
        }
    }

    private Path directory(SweepQuestion question, String hash) {
        return out != null
                ? out.normalize()
                : Path.of("runs", "sweep-" + question.name().replaceAll("[^A-Za-z0-9_.-]+", "-") + hash);
    }

    /** The file with the options worked in. */
    private MapNode asked() {
        MapNode tree = file == null ? MapNode.empty(Mark.of("mho sweep")) : read(file);
        tree = withCommon(tree);
        for (String text : vary) {
            Setting axis = Setting.parse("--vary", bracketed(text), "VALUES, for example tile.core.adc.bits=4..8");
            tree = tree.put("vary", SharedOptions.map(tree, "vary").put(axis.path(), values(axis.value())));
        }
        if (file == null && vary.isEmpty()) {
            throw new BadInput(
                    "mho sweep: give a sweep file, or --vary PATH=VALUES, for example --vary tile.core.adc.bits=4..8");
        }
        tree = ties.isEmpty() ? tree : tree.put("tie", tied());
        tree = SharedOptions.put(tree, "sample", sample);
        tree = constraints.isEmpty() ? tree : tree.put("constraints", list("--constraint", constraints));
        tree = pareto.isEmpty() ? tree : tree.put("pareto", list("--pareto", pareto));
        return SharedOptions.put(tree, "name", "sweep", name);
    }

    /** With what all points have in common: that of runs, or of trainings. */
    private MapNode withCommon(MapNode tree) {
        if (train || tree.get(TRAINING) != null) {
            return tree.put(TRAINING, training.over(options.over(SharedOptions.map(tree, TRAINING))));
        }
        if (!training.given().isEmpty()) {
            throw new BadInput(String.join(", ", training.given()) + ": of trainings; give --train too");
        }
        return tree.put("base", options.over(SharedOptions.map(tree, "base")));
    }

    /** The key of what all points have in common. */
    private static String common(MapNode tree) {
        return tree.get(TRAINING) == null ? "base" : TRAINING;
    }

    private ListNode tied() {
        List<YamlNode> tied = new ArrayList<>();
        ties.forEach(tie -> tied.add(list(
                "--tie " + tie,
                Arrays.stream(tie.split(",", -1)).map(String::strip).toList())));
        return new ListNode(Mark.of("--tie"), tied);
    }

    private static MapNode read(Path file) {
        if (Yaml.read(GivenPath.toRead(file)) instanceof MapNode map) {
            return map;
        }
        throw new BadInput(file + ": expected a sweep file, a mapping with sweep, base and vary");
    }

    private static ListNode list(String option, List<String> texts) {
        List<YamlNode> items = new ArrayList<>();
        texts.forEach(text -> items.add(new ScalarNode(Mark.of(option + " " + text), text, true)));
        return new ListNode(Mark.of(option), items);
    }

    /** Lists and mappings that stand side by side are a list of them: a=[x],[y] is a=[[x],[y]]. */
    private static String bracketed(String axis) {
        int equals = axis.indexOf('=');
        String values = axis.substring(equals + 1).strip();
        if (equals < 0 || values.isEmpty() || "[{".indexOf(values.charAt(0)) < 0) {
            return axis;
        }
        int depth = 0;
        for (int i = 0; i < values.length(); i++) {
            depth += "[{".indexOf(values.charAt(i)) >= 0 ? 1 : "]}".indexOf(values.charAt(i)) >= 0 ? -1 : 0;
            if (depth == 0 && values.charAt(i) == ',') {
                return axis.substring(0, equals) + "=[" + values + "]";
            }
        }
        return axis;
    }

    /** Commas separate values. */
    private static YamlNode values(YamlNode node) {
        if (!(node instanceof ScalarNode scalar)
                || scalar.quoted()
                || scalar.text().indexOf(',') < 0) {
            return node;
        }
        List<YamlNode> items = new ArrayList<>();
        for (String item : scalar.text().split(",", -1)) {
            items.add(new ScalarNode(node.mark(), item.strip(), false));
        }
        return new ListNode(node.mark(), items);
    }

    /** The network and what varies. */
    private static String usualName(MapNode tree) {
        List<String> words = new ArrayList<>();
        if (SharedOptions.map(tree, common(tree)).get("network") instanceof ScalarNode given) {
            String last = given.text().substring(given.text().lastIndexOf('/') + 1);
            words.add(last.replaceFirst("\\.(onnx|yaml|yml)$", ""));
        }
        for (String path : SharedOptions.map(tree, "vary").keys()) {
            words.add(path.substring(path.lastIndexOf('.') + 1));
        }
        return String.join("-", words);
    }

    /** Of what all points have in common and what varies: other values of the same axes make the same sweep larger, other questions have places of their own. */
    static String usualHash(MapNode tree) {
        String common = Yaml.write(SharedOptions.map(tree, common(tree)));
        return Digest.sha256(common + SharedOptions.map(tree, "vary").keys()).substring(0, 8);
    }
}
