package mho.reports.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mho.arch.chip.ChipFiles;
import mho.arch.run.TimedRun;
import mho.core.engine.Clock;
import mho.core.engine.CriticalPath;
import mho.core.engine.CriticalPaths;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.reports.config.NamedInputs;
import mho.reports.config.RunConfig;
import mho.reports.config.RunRequest;
import mho.reports.run.PreparedRun;
import mho.reports.run.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every figure that can be asked for, down to its leaves. */
class ExplainedRunTest {
    private static final double ROUNDING = 1e-12;
    private static final int DRAWN = 24;
    private static final List<String> CHIPS =
            List.of("analog-256", "isaac-ce", "neurram-48", "tpu-v1", "ibm-34", "hybrid-256", "puma", "analog-train");
    private static final List<String> NETWORKS = List.of("lenet5", "mlp", "prime-cnn-1", "neurosim-mlp");
    private static final List<String> SETTINGS =
            List.of("", "mapping.copies=fill", "mapping.copies=1", "mapping.batch=2", "tiles=512");

    @ParameterizedTest
    @CsvSource({
        "analog-256, lenet5",
        "isaac-ce, prime-cnn-1",
        "tpu-v1, tpu-mlp0",
        "hybrid-256, lenet5",
        "k80, tpu-mlp1",
        "ibm-34, mlp",
        "dadiannao, dadiannao-class1"
    })
    void leavesGiveTheFigureAndSayWhereTheyAreFrom(String chip, String network) {
        ExplainedRun run = ExplainedRun.of(config(chip, network, ""), 1, Progress.NONE);
        assertThat(run.figures()).contains("energy_j", "latency_s", "interval_s", "area_m2", "edp_js", "power_w");
        for (String figure : run.figures()) {
            FigureTree tree = run.explain(figure).tree();
            assertThat(tree.computed()).as(figure).isCloseTo(tree.value(), within(ROUNDING * Math.abs(tree.value())));
            addsUp(figure, tree);
        }
        assertThat(run.explain("energy_j").tree().value())
                .isEqualTo(run.report().totals().energy().totalJ());
        assertThat(run.explain("latency_s").tree().value())
                .isEqualTo(run.report().totals().times().latencyS());
    }

    private static void addsUp(String figure, FigureTree tree) {
        FigureTree.Leaf leaf = tree.leaf();
        if (leaf != null) {
            assertThat(leaf.assumed() || !leaf.source().isBlank())
                    .as("%s: %s has a source or is assumed", figure, tree.label())
                    .isTrue();
        } else if (!tree.parts().isEmpty()) {
            assertThat(tree.computed())
                    .as("%s: %s", figure, tree.label())
                    .isCloseTo(tree.value(), within(ROUNDING * Math.abs(tree.value())));
        } else {
            assertThat(tree.value())
                    .as("%s: %s has parts", figure, tree.label())
                    .isZero();
        }
        tree.parts().forEach(part -> addsUp(figure, part));
    }

    @Test
    void criticalPathsAddUpToTheLatencyInTicksOnAnyChip() {
        int compared = 0;
        for (int seed = 0; seed < DRAWN; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            String chip = CHIPS.get(random.nextInt(CHIPS.size()));
            String network = NETWORKS.get(random.nextInt(NETWORKS.size()));
            String setting = SETTINGS.get(random.nextInt(SETTINGS.size()));
            String drawn = chip + " " + network + " " + setting;
            TimedRun timed;
            RunConfig config;
            try {
                config = config(chip, network, setting);
                timed = PreparedRun.of(config).time(Progress.NONE, phase -> {});
            } catch (BadInput | ModelSaysNo refused) {
                continue;
            }
            TimeTree times = new TimeTree(
                    timed,
                    CriticalPaths.of(timed.program().model(), timed.alone().arrival(0)),
                    config.loadChip().tree());
            CriticalPath whole = times.path();
            assertThat(sum(whole)).as(drawn).isEqualTo(timed.alone().finish(0));
            double latencyS = (double) timed.alone().finish(0) / Clock.TICKS_PER_SECOND;
            assertThat(times.tree("", whole).computed()).as(drawn).isCloseTo(latencyS, within(ROUNDING * latencyS));
            List<PathStretch> stretches = times.stretches(whole);
            assertThat(stretches.get(stretches.size() - 1).toS()).as(drawn).isEqualTo(latencyS);
            for (int stage = 0; stage < timed.program().counts().size(); stage++) {
                int begins = timed.program().beginnings()[stage];
                assertThat(sum(times.path(stage)))
                        .as("%s, stage %d", drawn, stage)
                        .isEqualTo(
                                timed.alone().finish(stage, 0) - timed.alone().start(begins, 0));
            }
            compared++;
        }
        assertThat(compared).isGreaterThan(DRAWN / 2);
    }

    private static long sum(CriticalPath path) {
        return path.parts().stream().mapToLong(CriticalPath.Part::ticks).sum();
    }

    /** Alone on a bus, alone in a layer: what makes it up is what the books say, line by line. */
    @Test
    void energyIsToldByLayerPartAndAction() {
        ExplainedRun run = ExplainedRun.of(config("analog-256", "lenet5", ""), 1, Progress.NONE);
        FigureTree energy = run.explain("energy_j").tree();
        assertThat(energy.parts().get(0).label()).as("the largest first").isEqualTo("C1");
        assertThat(energy.leaves()).hasSameSizeAs(run.report().entries());
        assertThat(run.explain("layers.C1.energy_j").tree().leaves())
                .hasSameSizeAs(energy.parts().get(0).leaves());
        assertThat(energy.leaves())
                .anyMatch(leaf -> leaf.leaf() != null && leaf.leaf().assumed());
        assertThat(energy.assumed()).isBetween(0.1 * energy.value(), 0.9 * energy.value());
    }

    @Test
    void anUnknownFigureIsRefusedWithTheNearestAndTheList() {
        ExplainedRun run = ExplainedRun.of(config("analog-256", "lenet5", ""), 1, Progress.NONE);
        assertThatThrownBy(() -> run.explain("layers.C3.enrgy_j"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        "no figure is called \"layers.C3.enrgy_j\", did you mean \"layers.C3.energy_j\"?\nthere are energy_j, leakage_j,");
        assertThatThrownBy(() -> run.explain("accuracy")).hasMessageContaining("give it data (--data)");
    }

    @Test
    void accuracyIsWhatEachCauseTakesAway() {
        RunConfig config = config(
                "analog-256",
                "fmnist-lenet",
                "tile.core.array.cell.programming-error=0.08",
                "data=fashion-mnist-1000",
                "images=20");
        ExplainedRun run = ExplainedRun.of(config, 1, Progress.NONE);
        FigureTree tree = run.explain("accuracy").tree();
        assertThat(tree.computed()).isCloseTo(tree.value(), within(ROUNDING));
        assertThat(tree.parts())
                .extracting(FigureTree::label)
                .contains("the network in floating point", "programming errors", "bits of converters")
                .doesNotContain("read noise", "stuck cells", "resistance of wires");
        FigureTree errors = tree.parts().stream()
                .filter(part -> part.label().equals("programming errors"))
                .findFirst()
                .orElseThrow();
        assertThat(errors.value()).as("errors of a twelfth of the window").isNegative();
    }

    @ParameterizedTest
    @MethodSource("chips")
    void everyEffectOfAShippedChipCanBeSwitchedOff(String chip) {
        RunConfig config = config(chip, "fmnist-lenet", "", "data=fashion-mnist-1000");
        assertThat(new AccuracyTree(config, 1, Progress.NONE).remarks()).isEmpty();
    }

    static List<String> chips() {
        return ChipFiles.names();
    }

    private static RunConfig config(String chip, String network, String setting, String... more) {
        MapNode asked = put(put(MapNode.empty(Mark.of("test")), "chip", chip), "network", network);
        for (String each : more) {
            asked = put(asked, each.split("=")[0], each.split("=")[1]);
        }
        List<Setting> settings = Stream.of(setting)
                .filter(text -> !text.isEmpty())
                .map(Setting::parse)
                .toList();
        return Binder.bind(asked, RunRequest.class).config(new NamedInputs(), settings);
    }

    private static MapNode put(MapNode tree, String key, String value) {
        return tree.put(key, new ScalarNode(Mark.of("test"), value, false));
    }
}
