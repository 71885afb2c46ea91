package mho.reports.anneal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.reports.config.AnnealConfig;
import mho.reports.config.KnownFile;
import mho.workloads.ising.BinaryProblem;
import mho.workloads.ising.ProblemFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnnealingMachineTest {
    private static final Mark HERE = Mark.of("test");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    /** @param keys "sweeps=100", in the order of the file */
    private static Annealing annealed(Path problem, List<String> keys, String... settings) {
        MapNode tree = MapNode.empty(HERE).put("problem", KnownFile.of(problem.toString(), HERE));
        for (String key : keys) {
            String[] parts = key.split("=", -1);
            tree = tree.put(parts[0], new ScalarNode(HERE, parts[1], false));
        }
        MapNode chip = ChipFiles.load(
                        "boltzmann",
                        List.of(settings).stream().map(Setting::parse).toList())
                .tree();
        return AnnealingMachine.of(AnnealConfig.of(tree.put("chip", chip))).run(done -> {});
    }

    /** Weights from -4 to 4, half of all pairs. */
    private Path graph(int nodes, long seed) throws IOException {
        Random random = new Random(seed);
        StringBuilder edges = new StringBuilder();
        int count = 0;
        for (int i = 1; i <= nodes; i++) {
            for (int j = i + 1; j <= nodes; j++) {
                int weight = random.nextInt(9) - 4;
                if (random.nextBoolean() && weight != 0) {
                    edges.append("%d %d %d%n".formatted(i, j, weight));
                    count++;
                }
            }
        }
        return Files.writeString(folder.resolve("g" + seed + ".rud"), nodes + " " + count + "\n" + edges);
    }

    private static double optimum(BinaryProblem problem, int nodes) {
        double best = Double.NEGATIVE_INFINITY;
        boolean[] on = new boolean[nodes];
        for (int state = 0; state < 1 << nodes; state++) {
            for (int i = 0; i < nodes; i++) {
                on[i] = (state >> i & 1) == 1;
            }
            best = Math.max(best, problem.measured(on));
        }
        return best;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void arrays_with_their_noise_find_what_trying_all_states_finds(long seed) throws IOException {
        Path graph = graph(16, seed);
        double optimum = optimum(ProblemFile.read(graph), 16);
        for (String rule : List.of("gibbs", "metropolis")) {
            Annealing found = annealed(graph, List.of("sweeps=500", "rule=" + rule));
            assertThat(found.best().measured()).as(rule).isEqualTo(optimum);
            boolean[] answer = new boolean[16];
            for (int i = 0; i < 16; i++) {
                answer[i] = found.answer().get(i);
            }
            assertThat(ProblemFile.read(graph).measured(answer)).isEqualTo(optimum);
        }
    }

    @Test
    void a_formula_is_satisfied() throws IOException {
        Path formula = Files.writeString(
                folder.resolve("f.cnf"),
                "p cnf 6 8\n1 2 -3 0\n-1 4 5 0\n3 -4 6 0\n-2 -5 -6 0\n1 -4 0\n-1 -6 0\n2 5 6 0\n-3 -5 4 0\n");
        Annealing found = annealed(formula, List.of("sweeps=300"));
        assertThat(found.measure()).isEqualTo("unsatisfied clauses");
        assertThat(found.best().measured()).isZero();
    }

    /** Chips of which only the noise of reading differs; temperatures at which a good cut is found, and left again. */
    @Test
    void noise_makes_what_is_found_worse_on_average() throws IOException {
        Path device = Files.writeString(
                folder.resolve("noisy.yaml"),
                """
                device: noisy
                about: a cell that is read with a third of what it conducts at most as noise
                source: made for tests
                on-conductance: 25 uS
                off-conductance: 0.1 uS
                read-noise:
                  kind: white
                  deviation: {of: 8 uS, per: 25 uS, curve: {kind: polynomial, coefficients: [1]}}
                """);
        double exact = 0;
        double noisy = 0;
        for (long seed = 1; seed <= 6; seed++) {
            Path graph = graph(60, seed);
            List<String> keys = List.of("sweeps=150", "seed=" + seed);
            exact += annealed(graph, keys, "tile.core.array.cell.device=ideal")
                    .best()
                    .measured();
            noisy += annealed(graph, keys, "tile.core.array.cell.device=" + device)
                    .best()
                    .measured();
        }
        assertThat(noisy).isLessThan(0.97 * exact);
    }

    @Test
    void time_and_conversions_are_those_of_the_updates() throws IOException {
        Path graph = graph(16, 9);
        Annealing found = annealed(graph, List.of("sweeps=10"));
        assertThat(found.conversions()).isEqualTo(16);
        assertThat(found.sweepSeconds()).isCloseTo(16 * 19e-9, within(1e-17));
        assertThat(found.totalSeconds()).isCloseTo(10 * 16 * 19e-9, within(1e-16));
        assertThat(found.joules().values().stream().mapToDouble(j -> j).sum())
                .isCloseTo(found.totalJoules(), within(1e-9 * found.totalJoules()));
        assertThat(found.joules().get("tile.core.adc")).isCloseTo(160 * 0.68e-12, within(1e-18));
        assertThat(found.sweeps()).extracting(SweepRecord::seconds).isSorted();
    }

    @Test
    void two_sides_of_a_graph_take_two_updates_a_sweep() throws IOException {
        StringBuilder edges = new StringBuilder("12 36\n");
        for (int i = 1; i <= 6; i++) {
            for (int j = 7; j <= 12; j++) {
                edges.append(i + " " + j + " " + ((i * j) % 5 - 2) + "\n");
            }
        }
        Path graph = Files.writeString(folder.resolve("two.rud"), edges);
        Annealing found = annealed(graph, List.of("sweeps=300", "together=true"));
        assertThat(found.sets()).isEqualTo(2);
        assertThat(found.conversions()).isEqualTo(12);
        // six columns, one converter each; six decisions at once; six bits: as long as one unit
        assertThat(found.sweepSeconds()).isCloseTo(2 * 19e-9, within(1e-17));
        assertThat(found.best().measured()).isEqualTo(optimum(ProblemFile.read(graph), 12));
    }

    @Test
    void a_seed_decides_everything_and_exact_fields_take_the_same_time() throws IOException {
        Path graph = graph(30, 4);
        Annealing one = annealed(graph, List.of("sweeps=40", "seed=3"));
        assertThat(annealed(graph, List.of("sweeps=40", "seed=3")).sweeps()).isEqualTo(one.sweeps());
        assertThat(annealed(graph, List.of("sweeps=40", "seed=4")).sweeps()).isNotEqualTo(one.sweeps());
        Annealing ideal = annealed(graph, List.of("sweeps=40", "seed=3", "ideal=true"));
        assertThat(ideal.totalSeconds()).isEqualTo(one.totalSeconds());
        assertThat(ideal.clipped()).isNull();
    }

    @Test
    void what_is_not_coupled_is_refused() throws IOException {
        Path graph = Files.writeString(folder.resolve("none.rud"), "5 0\n");
        assertThatThrownBy(() -> annealed(graph, List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no two units are coupled");
    }
}
