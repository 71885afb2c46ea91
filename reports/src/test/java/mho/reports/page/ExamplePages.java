package mho.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import mho.arch.chip.Chips;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.reports.compare.Comparison;
import mho.reports.compare.SavedRun;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.explain.ExplainedRun;
import mho.reports.explain.Explanation;
import mho.reports.figures.RunFigures;
import mho.reports.form.search.Growth;
import mho.reports.form.search.KnobWeight;
import mho.reports.form.search.MetricWeights;
import mho.reports.form.search.SearchCounts;
import mho.reports.form.search.SearchTable;
import mho.reports.form.search.Winner;
import mho.reports.form.sweep.SweepTable;
import mho.reports.metrics.ExampleReports;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.run.Progress;
import mho.reports.sheet.ChipSheet;
import mho.reports.tornado.ExampleTornados;
import mho.reports.training.Training;
import mho.reports.validate.ExampleRows;
import mho.reports.validate.ValidationRow;
import org.jspecify.annotations.Nullable;

/** Pages to look at. */
final class ExamplePages {
    static final String HOSTILE =
            "</script><b id=\"broken\">&amp;<img src=x onerror=\"window.broken=1\">'\"`${7*7}{a|b}\u2028";

    private ExamplePages() {}

    static String of(Report report) {
        String chip = report.run().chip();
        return ReportPage.of(
                report, ChipSheet.of(Chips.load(chip, List.of())), "images: 2\nchip: " + HOSTILE + "\n", List.of());
    }

    /** A run of twenty images whose figures unfold, accuracy among them; made once, for its causes are many runs of values. */
    static final class Explained {
        private static final Explained ONE = new Explained();

        private final ExplainedRun run = ExplainedRun.of(config(), 1, Progress.NONE);
        private final List<Explanation> all = run.beyondTheLedger(true);

        private Explained() {}

        static Explained run() {
            return ONE;
        }

        private static RunConfig config() {
            MapNode asked = MapNode.empty(Mark.of("test"));
            Map<String, String> given = Map.of(
                    "chip", "analog-256", "network", "fmnist-lenet", "data", "fashion-mnist-1000", "images", "20");
            for (Map.Entry<String, String> each : given.entrySet()) {
                asked = asked.put(each.getKey(), new ScalarNode(Mark.of("test"), each.getValue(), false));
            }
            List<Setting> errors = List.of(Setting.parse("tile.core.array.cell.programming-error=0.08"));
            return Binder.bind(asked, RunRequest.class).config(new NamedInputs(), errors);
        }

        Report report() {
            return run.report();
        }

        List<String> figures() {
            return run.figures();
        }

        Explanation explain(String figure) {
            return all.stream()
                    .filter(each -> each.figure().equals(figure))
                    .findFirst()
                    .orElseGet(() -> run.explain(figure));
        }

        /** @param figures that its page unfolds, beside energies */
        String page(Predicate<String> figures) {
            return ReportPage.of(
                    report(),
                    ChipSheet.of(Chips.load("analog-256", List.of())),
                    "images: 20\n",
                    all.stream().filter(each -> figures.test(each.figure())).toList());
        }
    }

    static ChipSheet chip(String name) {
        return ChipSheet.of(Chips.load(name, List.of()));
    }

    static Report isaac() {
        return ExampleReports.report("isaac-ce", "lenet5", 2);
    }

    static Report withValues() {
        return ExampleReports.withValues();
    }

    /** Every layer has a name that would break out of whatever it stood in, were it not escaped. */
    static String of(Training training) {
        return TrainingPage.of(training, ChipSheet.of(training.config().config().loadChip()));
    }

    static Report hostile() {
        return renamed(isaac(), name -> name + HOSTILE);
    }

    /** As many layers as a deep network has, with names as exporters make them. */
    static Report deep() {
        Report report = isaac();
        List<LayerRow> layers = new ArrayList<>();
        for (int block = 0; block < 16; block++) {
            String prefix = "/encoder/layer." + block + "/attention/output/";
            renamed(report, name -> prefix + name).layers().stream()
                    .filter(layer -> !layer.isStatic())
                    .forEach(layers::add);
        }
        return with(report, layers);
    }

    private static Report renamed(Report report, UnaryOperator<String> rename) {
        return with(
                report,
                report.layers().stream()
                        .map(layer -> layer.isStatic() ? layer : named(layer, rename.apply(layer.name())))
                        .toList());
    }

    private static Report with(Report report, List<LayerRow> layers) {
        return new Report(
                report.run(),
                report.chip(),
                report.totals(),
                report.programming(),
                report.zeros(),
                report.values(),
                report.arrivals(),
                report.turns(),
                layers,
                report.components(),
                report.entries(),
                report.warnings());
    }

    private static LayerRow named(LayerRow layer, String name) {
        return new LayerRow(
                name,
                layer.kind(),
                layer.work(),
                layer.held(),
                layer.times(),
                layer.energy(),
                layer.use(),
                layer.bytes(),
                layer.values());
    }

    /** A row of each verdict, one of them not a number. */
    static List<ValidationRow> validation() {
        return ExampleRows.ofEachVerdict(HOSTILE);
    }

    /** Two runs whose layers, settings and directories have such names, or as many as asked for. */
    static Comparison comparison(int runs) {
        List<SavedRun> saved = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            saved.add(saved(run));
        }
        return Comparison.of(saved);
    }

    private static SavedRun saved(int run) {
        double scale = 1 + 0.4 * run - 0.1 * run * run;
        List<SavedRun.Layer> layers = new ArrayList<>();
        for (String name : List.of("conv1", "conv2" + HOSTILE, "pool", "fc")) {
            double size = name.length();
            layers.add(new SavedRun.Layer(
                    name,
                    "conv",
                    Map.of(
                            "energy_j",
                            1e-9 * size * scale,
                            "latency_s",
                            1e-6 * size,
                            "interval_s",
                            1e-6 / (1 + run),
                            "utilization",
                            0.5 / (1 + run),
                            "sqnr_db",
                            30.0 - 6 * run,
                            "clipped",
                            0.001 * run)));
        }
        layers.add(new SavedRun.Layer("(static)", "", Map.of("energy_j", 2e-8)));
        double energy = layers.stream()
                .mapToDouble(layer -> layer.figures().getOrDefault("energy_j", 0.0))
                .sum();
        Map<String, Double> parts = new LinkedHashMap<>();
        parts.put("tile.core.adc", energy * (0.5 + 0.05 * run));
        parts.put("tile.buffer", energy * (0.3 - 0.1 * run));
        parts.put("link", energy * (0.2 + 0.05 * run));
        return new SavedRun(
                "runs/" + run + (run == 1 ? HOSTILE : ""),
                "isaac-ce",
                "lenet5",
                2,
                1,
                "0.1.0",
                "abc" + run,
                "conv1.copy[0].tile[0].arrays",
                Map.of("energy_j", energy, "latency_s", 1e-5, "accuracy", 0.9 - 0.01 * run),
                layers,
                parts,
                (MapNode) Yaml.parse("config.yaml", "chip: {tile: {core: {adc: {bits: " + (8 - run) + "}}}}"));
    }

    /** Converter bits by array rows by chip: 7 x 4 x 2 points, of which one fails and some are not allowed. */
    static SweepTable sweep() {
        List<SweepTable.Row> rows = new ArrayList<>();
        for (String chip : List.of("isaac-ce", "analog-256")) {
            for (int rowsOfArray : List.of(64, 128, 256, 512)) {
                for (int bits = 4; bits <= 10; bits++) {
                    rows.add(point(rows.size() + 1, chip, rowsOfArray, bits));
                }
            }
        }
        return new SweepTable(
                "adc-power",
                "56 points, all combinations of 3 axes.",
                List.of("chip", "tile.core.array.rows", "tile.core.adc.bits"),
                List.of(
                        SweepTable.Column.of(RunFigures.metric("energy_j")),
                        SweepTable.Column.of(RunFigures.metric("latency_s")),
                        SweepTable.Column.of(RunFigures.metric("area_m2")),
                        SweepTable.Column.of(RunFigures.metric("accuracy"))),
                List.of(
                        new SweepTable.Objective("energy_j", true),
                        new SweepTable.Objective("latency_s", true),
                        new SweepTable.Objective("accuracy", false)),
                rows,
                "mho sweep sweep.yaml",
                "sweep: adc-power\n# " + HOSTILE + "\n",
                List.of(
                        new SweepTable.SetFigure(
                                "tile.core.adc.bits",
                                "4, 5, 6, 7 and 3 more",
                                "set by sweep axis tile.core.adc.bits" + HOSTILE,
                                56),
                        new SweepTable.SetFigure(
                                "tile.core.adc.energy", "1 pJ, 2 pJ", "followed by a law what was set", 48)));
    }

    /** The same points as a search found them, with names that would break out of whatever they stood in. */
    static SearchTable search() {
        return new SearchTable(
                sweep(),
                1e6,
                new SearchCounts(50, 6, 1, 7, 8, 3),
                List.of(new Growth(20, 2, 0.5), new Growth(40, 3, 0.9), new Growth(56, 4, 1)),
                List.of(
                        new MetricWeights(
                                "energy_j",
                                0.97,
                                List.of(
                                        new KnobWeight("tile.core.adc.bits" + HOSTILE, 0.5, 0.6),
                                        new KnobWeight("tile.core.array.rows", 0.3, 0.4))),
                        new MetricWeights("latency_s", 0.4, List.of(new KnobWeight("chip", 0, 0.1)))),
                new Winner(1, ExampleTornados.all(HOSTILE)));
    }

    /** Converters as mappings that begin and end alike, two networks, points that fail. */
    static SweepTable mapped() {
        List<SweepTable.Row> rows = new ArrayList<>();
        for (String network : List.of("lenet5", "resnet18")) {
            for (int bits = 4; bits <= 9; bits++) {
                for (String rate : List.of("1.28 GS/s", "2.56 GS/s")) {
                    int number = rows.size() + 1;
                    String adc = "{model: accelergy-regression, bits: " + bits + ", rate: " + rate
                            + ", source: a regression over published converters}";
                    List<String> settings = List.of(network, adc, Integer.toString(64 << (number % 3)));
                    boolean fails = number % 7 == 0;
                    rows.add(new SweepTable.Row(
                            number,
                            settings,
                            fails ? nothing() : List.of(1e-6 * bits * bits, 1e-5 / bits * number, 2e-5 * number, 0.8),
                            fails ? "the network needs 12 tiles, the chip has 8: chips=2 would do" : null,
                            !fails,
                            !fails && number % 5 == 0));
                }
            }
        }
        SweepTable like = sweep();
        return new SweepTable(
                "converters",
                "24 points, all combinations of 3 axes.",
                List.of("network", "tile.core.adc", "tile.core.array.rows"),
                like.columns(),
                like.objectives(),
                rows,
                like.command(),
                like.yaml(),
                List.of());
    }

    private static SweepTable.Row point(int number, String chip, int rows, int bits) {
        List<String> settings = List.of(chip, Integer.toString(rows), Integer.toString(bits));
        if (number == 9) {
            return new SweepTable.Row(
                    number, settings, nothing(), "the network does not fit: " + HOSTILE, false, false);
        }
        double scale = chip.equals("isaac-ce") ? 3 : 1;
        double energyJ = 1e-7 * scale * (1 + Math.pow(2, bits) / 100) * (128.0 / rows + 0.6);
        double latencyS = 1e-5 * scale * (1 + Math.pow(2, bits) / 300) * (rows / 128.0 + 0.4);
        double accuracy = 0.92 - 0.3 * Math.exp(-(bits - 3) / (rows / 256.0 + 0.8)) - 0.01 * scale;
        boolean allowed = accuracy > 0.75;
        boolean pareto = allowed && (number % 6 == 0);
        return new SweepTable.Row(
                number,
                settings,
                List.of(energyJ, latencyS, 1e-4 * scale * 128 / rows, accuracy),
                null,
                allowed,
                pareto);
    }

    private static List<@Nullable Double> nothing() {
        List<@Nullable Double> none = new ArrayList<>();
        IntStream.range(0, 4).forEach(i -> none.add(null));
        return none;
    }
}
