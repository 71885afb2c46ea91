package mho.reports.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import mho.arch.chip.ChipFiles;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.reports.config.KnownFile;
import mho.reports.config.SolveConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EquationSolverTest {
    private static final Mark HERE = Mark.of("test");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    private static Solved solved(Path matrix, List<String> keys, String... settings) {
        MapNode tree = MapNode.empty(HERE).put("matrix", KnownFile.of(matrix.toString(), HERE));
        for (String key : keys) {
            String[] parts = key.split("=", -1);
            tree = tree.put(parts[0], new ScalarNode(HERE, parts[1], false));
        }
        List<Setting> made = List.of(settings).stream().map(Setting::parse).toList();
        return EquationSolver.of(SolveConfig.of(tree.put(
                                "chip", ChipFiles.load("le-gallo-2018", made).tree())
                        .put(
                                "digital",
                                ChipFiles.load("haswell-2699v3", List.of()).tree())))
                .solve(left -> {});
    }

    /** A chain of springs, each tied to the ground as well. */
    private Path chain(int size, double ground) throws IOException {
        StringBuilder text = new StringBuilder(
                "%%MatrixMarket matrix coordinate real symmetric\n" + size + " " + size + " " + (2 * size - 1) + "\n");
        for (int i = 1; i <= size; i++) {
            text.append(i + " " + i + " " + (2 + ground) + "\n");
            if (i > 1) {
                text.append(i + " " + (i - 1) + " -1\n");
            }
        }
        return Files.writeString(folder.resolve("chain" + size + "-" + ground + ".mtx"), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cg", "jacobi", "richardson"})
    void arrays_with_their_errors_lead_to_the_direct_solution(String method) throws IOException {
        Solved solved = solved(chain(300, 1), List.of("tolerance=1e-11", "method=" + method));
        assertThat(solved.left().get(solved.rounds())).isLessThanOrEqualTo(1e-11);
        assertThat(Objects.requireNonNull(solved.error())).isLessThan(1e-10);
        assertThat(solved.rounds()).isGreaterThan(2); // one would do if products were exact
        assertThat(solved.arrays()).isEqualTo(6); // two rows of 256, three times 128 weights side by side
    }

    @Test
    void exact_products_take_fewer_corrections() throws IOException {
        Path chain = chain(100, 0.5);
        Solved rough = solved(chain, List.of());
        Solved exact = solved(chain, List.of("ideal=true"));
        assertThat(exact.rounds()).isLessThan(rough.rounds());
        assertThat(exact.products())
                .isEqualTo(Objects.requireNonNull(exact.alone()).products());
    }

    @Test
    void iterations_grow_with_the_condition_of_the_matrix() throws IOException {
        long before = 0;
        for (double ground : new double[] {4, 1, 0.25}) {
            long iterations = solved(chain(100, ground), List.of()).iterations();
            assertThat(iterations).as("ground %s", ground).isGreaterThan(before);
            before = iterations;
        }
    }

    @Test
    void time_and_joules_are_those_of_products_and_of_the_processor() throws IOException {
        Solved solved = solved(chain(100, 1), List.of());
        // 100 of 128 weights of an array, two columns each: 132 ns, a ramp of 256 ns, 2 ns to merge
        assertThat(solved.arraySeconds()).isCloseTo(solved.products() * 390e-9, within(1e-15));
        double rate = Math.max(solved.operations() / (0.5 * 1.3e12), solved.bytes() / 600e9);
        assertThat(solved.digitalSeconds()).isBetween(rate, 4 * rate); // the machine reaches a part of its peak
        assertThat(solved.joules().get("processor, at work")).isCloseTo(145 * solved.digitalSeconds(), within(1e-12));
        assertThat(solved.joules().get("processor, waiting")).isCloseTo(41 * solved.arraySeconds(), within(1e-12));
        assertThat(solved.joules().get("at rest")).isCloseTo(1e-3 * solved.totalSeconds(), within(1e-14));
        assertThat(solved.joules().get("tile.core.adc")).isCloseTo(solved.products() * 200 * 5e-12, within(1e-15));
    }

    @Test
    void a_seed_decides_everything() throws IOException {
        Path chain = chain(60, 1);
        assertThat(solved(chain, List.of("seed=2")).left())
                .isEqualTo(solved(chain, List.of("seed=2")).left());
        assertThat(solved(chain, List.of("seed=3")).left())
                .isNotEqualTo(solved(chain, List.of("seed=2")).left());
    }

    @Test
    void what_has_no_solution_or_is_too_much_for_the_arrays_is_refused() throws IOException {
        Path singular = Files.writeString(
                folder.resolve("s.mtx"), "%%MatrixMarket matrix array real general\n2 2\n1\n2\n2\n4\n");
        assertThatThrownBy(() -> solved(singular, List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the matrix is singular");
        Path empty = Files.writeString(
                folder.resolve("e.mtx"), "%%MatrixMarket matrix coordinate real general\n2 2 1\n1 1 1\n");
        assertThatThrownBy(() -> solved(empty, List.of())).hasMessageContaining("row 2 holds nothing but zeros");
        Path hard = chain(200, 1e-5);
        assertThatThrownBy(() -> solved(hard, List.of("rounds=200"))).isInstanceOf(ModelSaysNo.class);
    }
}
