package mho.reports.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import mho.reports.form.search.Growth;
import mho.reports.form.search.KnobWeight;
import mho.reports.form.search.SearchCounts;
import mho.reports.form.search.SearchTable;
import mho.reports.form.search.Winner;
import mho.reports.form.sweep.SweepTable;
import mho.reports.sweep.PointGroup;
import mho.reports.sweep.PointWorkers;
import mho.reports.sweep.SweepProgress;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DesignSearchTest {
    /** 1,008 designs whose points take milliseconds. */
    private static final String THOUSAND =
            """
            base:
              chip: isaac-ce
              network: mlp
              set: {tile.core.adc.power: null, tile.core.adc.area: null}
            vary:
              tile.core.adc.model: [isaac-scaled, accelergy-regression]
              tile.core.adc.bits: 4..10
              tile.core.array.rows: [32, 64, 96, 128, 192, 256, 384, 512]
              tile.core.adc.count: [1, 2, 3, 4, 5, 6, 7, 8, 16]
            pareto: [energy_j min, interval_s min, area_m2 min]
            """;

    /** Designs of which some are far too large, and some far too slow. */
    private static final String WIDE =
            """
            base: {chip: isaac-ce, network: lenet5}
            vary: {tiles: [60, 168, 400], tile.core.adc.count: [1, 2, 4, 8], tile.core.array.rows: [64, 128], mapping.layers.C1: [1, 4]}
            constraints: [area_mm2 < 100]
            pareto: [interval_s min, area_m2 min]
            """;

    private static final String SMALL =
            """
            base: {chip: isaac-ce, network: mlp}
            vary: {tile.core.adc.count: [4, 8], tile.buffer.leakage: [1 mW, 2 mW, 3 mW], tile.core.array.rows: [64, 128, 256]}
            pareto: [energy_j min, area_m2 min]
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path at(String name) {
        return folder.resolve(name);
    }

    private static String search(String question, String budget) {
        return "search: a\n" + question + "budget: " + budget + "\n";
    }

    /** Whatever the seed: held against the front of the whole grid, up to a tenth of its range beyond its worst. */
    @Test
    void aTenthOfAThousandPointsFindsNearlyAllOfTheFront() {
        List<double[]> all = ExampleSearches.costs(ExampleSearches.all("sweep: a\n" + THOUSAND, at("grid")));
        List<double[]> front = front(all);
        double[] reference = Hypervolume.reference(front);
        assertThat(all).hasSize(1008);
        assertThat(front).hasSizeGreaterThan(30);
        for (int seed = 1; seed <= 2; seed++) {
            SearchTable found = ExampleSearches.run(search(THOUSAND, "100 points\nseed: " + seed), at("seed" + seed))
                    .table();
            assertThat(found.counts().computed()).isLessThanOrEqualTo(100);
            assertThat(found.points().rows()).hasSizeLessThanOrEqualTo(100);
            assertThat(Hypervolume.of(ExampleSearches.costs(found.points()), reference))
                    .as("seed %d", seed)
                    .isGreaterThan(0.95 * Hypervolume.of(front, reference));
        }
    }

    /** What bounds leave out is not on the front: computed or left out, all designs are looked at, and the front is that of the grid. */
    @Test
    void whatBoundsLeaveOutIsNotOnTheFront() {
        List<double[]> front = front(ExampleSearches.costs(ExampleSearches.all("sweep: a\n" + WIDE, at("grid"))));
        SearchTable found =
                ExampleSearches.run(search(WIDE, "500 points"), at("a")).table();
        SearchCounts counts = found.counts();
        assertThat(counts.asked()).isEqualTo(48);
        assertThat(counts.byPrice()).as("by their area").isPositive();
        assertThat(counts.byBound()).as("by one input").isPositive();
        assertThat(front(ExampleSearches.costs(found.points())).stream().map(DesignSearchTest::listed))
                .containsExactlyInAnyOrderElementsOf(
                        front.stream().map(DesignSearchTest::listed).toList());
    }

    private static List<Double> listed(double[] cost) {
        return DesignSpace.key(cost);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 9, 11})
    void stoppedAfterAnyPointItGoesOnAndFindsTheSame(int points) {
        String question = search(SMALL, "12 points");
        assertThatThrownBy(() -> ExampleSearches.run(question, at("a"), 1, ExampleSearches.stopAfter(points)))
                .isInstanceOf(ExampleSearches.Killed.class);
        ExampleSearches.run(question, at("a"));
        ExampleSearches.run(question, at("b"), 3, SweepProgress.NONE);
        assertThat(ExampleSearches.files(at("a"))).isEqualTo(ExampleSearches.files(at("b")));
        assertThat(ExampleSearches.files(at("a")).keySet())
                .contains("search.yaml", "points.jsonl", "points.csv", "front.csv", "search.json");
    }

    @Test
    void anotherSeedLooksElsewhere() {
        SearchTable one = ExampleSearches.run(search(SMALL, "10 points\nseed: 1"), at("a"))
                .table();
        SearchTable two = ExampleSearches.run(search(SMALL, "10 points\nseed: 2"), at("b"))
                .table();
        assertThat(settings(one)).isNotEqualTo(settings(two));
    }

    private static List<List<String>> settings(SearchTable found) {
        return found.points().rows().stream().map(SweepTable.Row::settings).toList();
    }

    @Test
    void itsOwnQuestionAsksTheSame() throws IOException {
        ExampleSearches.run(search(SMALL, "10 points"), at("a"));
        ExampleSearches.run(Files.readString(at("a").resolve("search.yaml")), at("b"));
        assertThat(ExampleSearches.files(at("b"))).isEqualTo(ExampleSearches.files(at("a")));
    }

    @Test
    void whatASweepHasCostsNothingAndItsBestAreBegunWith() {
        SweepTable all = ExampleSearches.all("sweep: a\n" + SMALL, at("grid"));
        String from = "from: [" + at("grid") + "]\n";
        SearchTable found =
                ExampleSearches.run(search(SMALL, "1 point") + from, at("a")).table();
        assertThat(found.counts().computed()).isZero();
        assertThat(found.counts().given()).isEqualTo(18);
        assertThat(front(ExampleSearches.costs(found.points())).stream().map(DesignSearchTest::listed))
                .containsExactlyInAnyOrderElementsOf(front(ExampleSearches.costs(all)).stream()
                        .map(DesignSearchTest::listed)
                        .toList());
        assertThat(found.points().rows().get(0).pareto()).as("begun with").isTrue();
    }

    @Test
    void growthEndsWithAllOfTheFront() {
        List<Growth> growth =
                ExampleSearches.run(search(SMALL, "12 points"), at("a")).table().growth();
        assertThat(growth.get(growth.size() - 1).volume()).isEqualTo(1);
        assertThat(growth).extracting(Growth::volume).isSorted();
        assertThat(growth).extracting(Growth::points).isSorted();
    }

    @Test
    void aKnobThatDoesNothingHasNoWeight() {
        SearchTable found = ExampleSearches.run(
                        """
                        search: a
                        base: {chip: isaac-ce, network: mlp}
                        vary: {seed: 1..20, tile.buffer.leakage: {from: 1 mW, to: 3 mW}}
                        pareto: [energy_j min, area_m2 min]
                        budget: 24 points
                        """,
                        at("a"))
                .table();
        List<KnobWeight> energy = found.weights().get(0).knobs();
        assertThat(found.space()).isInfinite();
        assertThat(energy.get(0).knob()).isEqualTo("tile.buffer.leakage");
        assertThat(energy.get(0).first()).isGreaterThan(0.9);
        assertThat(energy.get(1).total()).isLessThan(0.05);
        assertThat(found.weights().get(0).explained()).isGreaterThan(0.95);
    }

    @Test
    void theWinnerHangsOnWhatItsChipAssumes() {
        SearchTable found = ExampleSearches.run(
                        search(
                                SMALL.replace("isaac-ce", "analog-256")
                                        .replace("adc.count: [4, 8]", "adc.bits: [6, 8]"),
                                "4 points"),
                        at("a"))
                .table();
        Winner winner = Objects.requireNonNull(found.winner());
        assertThat(found.points().rows().get(winner.point() - 1).pareto()).isTrue();
        assertThat(winner.hangs()).extracting(Tornado::row).containsExactly("energy", "area in use");
        assertThat(winner.most()).hasSize(2).allMatch(told -> told.contains(" hangs on "));
        for (Tornado tornado : winner.hangs()) {
            assertThat(tornado.bars())
                    .isSortedAccordingTo(
                            Comparator.comparingDouble(TornadoBar::swing).reversed());
        }
    }

    @Test
    void withoutADesignThatHoldsWhatIsAskedThereIsNoWinner() {
        SearchTable found = ExampleSearches.run(search(SMALL, "6 points\nconstraints: [latency_ns < 0.001]"), at("a"))
                .table();
        assertThat(found.winner()).isNull();
        assertThat(found.growth()).isEmpty();
    }

    @Test
    void aBudgetOfTimeEndsTheSearch() {
        SearchTable found =
                ExampleSearches.run(search(THOUSAND, "0.001 s"), at("a")).table();
        assertThat(found.counts().computed()).isLessThanOrEqualTo(16);
    }

    private static List<double[]> front(List<double[]> costs) {
        return FrontGrowth.front(
                costs.stream().map(cost -> new DesignScore(cost, 0)).toList());
    }

    /** Where there is room for all designs, a search over accuracies has the points that a sweep has. */
    @Test
    void accuracyIsAnObjectiveLikeAnyOther() {
        String question =
                """
                base: {chip: analog-256, network: examples/fmnist-perceptron.onnx, data: fashion-mnist-1000, images: 40, calibration: 8}
                vary: {tile.core.adc.bits: [3, 8], tile.core.array.cell.programming-error: [1 %, 20 %]}
                constraints: [accuracy > 1 %]
                pareto: [energy_j min, accuracy max]
                """;
        SearchTable found =
                ExampleSearches.run(search(question, "20 points"), at("search")).table();
        SweepTable all = ExampleSearches.all("sweep: a\n" + question, at("grid"));
        assertThat(metrics(found.points())).hasSize(4).containsExactlyInAnyOrderElementsOf(metrics(all));
        int accuracy = all.columns().indexOf(all.column("accuracy"));
        assertThat(metrics(all)).extracting(row -> row.get(accuracy)).doesNotHaveDuplicates();
        assertThat(Objects.requireNonNull(found.winner()).hangs())
                .extracting(Tornado::row)
                .containsExactly("energy", "accuracy");
    }

    /** Trainings are points as well; nothing is told of what the winner hangs on, for they are not moved. */
    @Test
    void trainingsAreSearchedAsTheyAreSwept() {
        String question =
                """
                training: {network: mlp, data: fashion-mnist-1000, images: 20, tests: 10, epochs: 1}
                vary: {rate: [0.001, 0.1], seed: [1, 2]}
                """;
        SearchTable found =
                ExampleSearches.run(search(question, "20 points"), at("search")).table();
        SweepTable all = ExampleSearches.all("sweep: a\n" + question, at("grid"));
        assertThat(metrics(found.points())).hasSize(4).containsExactlyInAnyOrderElementsOf(metrics(all));
        assertThat(found.points().objectives()).isEqualTo(all.objectives());
        assertThat(found.winner()).isNotNull();
    }

    private static List<List<@Nullable Double>> metrics(SweepTable table) {
        return table.rows().stream().map(SweepTable.Row::metrics).toList();
    }

    @Test
    void oneThreadIsTheOneThatAsks() {
        Set<Thread> movers = ConcurrentHashMap.newKeySet();
        DesignSearch.How how = new DesignSearch.How(
                at("search"), 1, false, Map.of(), (done, all) -> movers.add(Thread.currentThread()), null);
        DesignSearch.run(ExampleSearches.question(search(SMALL, "20 points")), how, SweepProgress.NONE);
        assertThat(movers).containsExactly(Thread.currentThread());
    }

    @Test
    void whoComputesThePointsHasNoSay() throws IOException {
        List<PointGroup> seen = new ArrayList<>();
        PointWorkers others = new PointWorkers() {
            @Override
            public int slots() {
                return 3;
            }

            @Override
            public void compute(List<PointGroup> groups, Consumer<PointGroup.Computed> done, Consumer<String> told) {
                groups.forEach(group -> {
                    seen.add(group);
                    done.accept(group.compute());
                });
            }

            @Override
            public void close() {}
        };
        ExampleSearches.run(search(SMALL, "12 points"), at("here"));
        ExampleSearches.run(search(SMALL, "12 points"), at("there"), others);
        for (String file : List.of("points.csv", "front.csv", "search.json", "points.jsonl", "search.yaml")) {
            assertThat(at("there").resolve(file))
                    .hasSameBinaryContentAs(at("here").resolve(file));
        }
        assertThat(seen.stream().mapToInt(group -> group.configs().size()).sum())
                .as("all points that were computed")
                .isEqualTo(
                        Files.readAllLines(at("there").resolve("points.jsonl")).size());
    }

    @Test
    void whatItTookTheMachineStandsApart() throws IOException {
        ExampleSearches.run(search(SMALL, "6 points"), at("search"));
        assertThat(Files.readString(at("search").resolve("host.json")))
                .contains("\"threads\" : 2", "\"found\" : 0", "\"computed\" : 6", "\"peak_memory_bytes\" : ");
        ExampleSearches.run(search(SMALL, "6 points"), at("search"));
        assertThat(Files.readString(at("search").resolve("host.json")))
                .contains("\"points\" : 6", "\"found\" : 6", "\"computed\" : 0");
    }
}
