package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code anneal} and {@code solve} from the command line. */
class MachineCommandsTest {
    private static final String GRAPH = "6 7\n1 2 1\n2 3 -2\n3 4 1\n4 5 3\n5 6 1\n6 1 -1\n2 5 2\n";
    private static final String MATRIX =
            "%%MatrixMarket matrix coordinate real general\n3 3 7\n1 1 4\n1 2 -1\n2 1 -2\n2 2 5\n2 3 1\n3 2 0.5\n3 3 3\n";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    private CommandRun run(String... args) {
        CommandRun run = CommandRun.mho(args);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return run;
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private void assertSameFiles(Path one, Path other, List<String> names) throws IOException {
        for (String name : names) {
            assertThat(Files.readString(other.resolve(name))).as(name).isEqualTo(Files.readString(one.resolve(name)));
        }
    }

    @Test
    void an_annealing_is_repeated_by_its_configuration_to_the_byte() throws IOException {
        Path first = folder.resolve("a");
        Path second = folder.resolve("b");
        String graph = file("g.rud", GRAPH);
        run("anneal", "--problem", graph, "--sweeps", "50", "--rule", "gibbs", "--hot", "4", "--out", first.toString());
        run("anneal", "--config", first.resolve("config.yaml").toString(), "--out", second.toString());
        assertSameFiles(first, second, List.of("config.yaml", "annealing.json", "sweeps.csv"));
        assertThat(Files.readAllLines(first.resolve("sweeps.csv"))).hasSize(51);
        file("g.rud", GRAPH + " ");
        CommandRun changed = CommandRun.mho(
                "anneal",
                "--config",
                first.resolve("config.yaml").toString(),
                "--out",
                folder.resolve("c").toString());
        assertThat(changed.code()).isEqualTo(2);
        assertThat(changed.err()).contains("has changed since the configuration was written");
    }

    @Test
    void a_learning_is_repeated_by_its_configuration_to_the_byte() throws IOException {
        Path first = folder.resolve("a");
        Path second = folder.resolve("b");
        run("rbm", "--side", "2", "--hidden", "3", "--epochs", "20", "--steps", "2", "--out", first.toString());
        run("rbm", "--config", first.resolve("config.yaml").toString(), "--out", second.toString());
        assertSameFiles(first, second, List.of("config.yaml", "learnt.json", "epochs.csv"));
        assertThat(Files.readAllLines(first.resolve("epochs.csv"))).hasSize(22);
        JsonNode json = new ObjectMapper().readTree(first.resolve("learnt.json").toFile());
        double joules = 0;
        for (JsonNode phase : json.at("/phases")) {
            joules += phase.at("/energy_j").asDouble();
        }
        assertThat(json.at("/phases")).hasSize(3);
        assertThat(joules).isCloseTo(json.at("/energy_j").asDouble(), org.assertj.core.api.Assertions.within(1e-15));
        assertThat(json.at("/pictures").asInt()).isEqualTo(6);
    }

    @Test
    void an_annealing_tells_programs_what_it_tells_people() throws IOException {
        String graph = file("g.rud", GRAPH);
        CommandRun told = run(
                "anneal",
                "--problem",
                graph,
                "--sweeps",
                "200",
                "--json",
                "--out",
                folder.resolve("a").toString());
        JsonNode json = new ObjectMapper().readTree(told.out());
        assertThat(json.at("/best/measured").asDouble()).isEqualTo(6); // as trying all states finds
        assertThat(json.at("/sweep_conversions").asDouble()).isEqualTo(6);
        assertThat(json.at("/answer")).hasSize(6);
        double parts = 0;
        for (JsonNode part : json.at("/parts_j")) {
            parts += part.asDouble();
        }
        assertThat(parts).isEqualTo(json.at("/energy_j").asDouble(), org.assertj.core.api.Assertions.within(1e-15));
        CommandRun text = run(
                "anneal",
                "--problem",
                graph,
                "--sweeps",
                "200",
                "--out",
                folder.resolve("t").toString());
        assertThat(text.out()).contains("boltzmann anneals", "beyond the converters' range", "tile.core.adc");
    }

    @Test
    void equations_are_solved_and_repeated_by_their_configuration_to_the_byte() throws IOException {
        String matrix = file("m.mtx", MATRIX);
        String rhs = file("b.mtx", "%%MatrixMarket matrix array real general\n3 1\n2\n11\n10\n");
        Path first = folder.resolve("a");
        Path second = folder.resolve("b");
        run("solve", "--matrix", matrix, "--rhs", rhs, "--tolerance", "1e-13", "--out", first.toString());
        run("solve", "--config", first.resolve("config.yaml").toString(), "--out", second.toString());
        assertSameFiles(first, second, List.of("config.yaml", "solved.json", "corrections.csv", "solution.csv"));
        List<String> solution = Files.readAllLines(first.resolve("solution.csv"));
        for (int i = 1; i <= 3; i++) { // 4 - 2, -2 + 10 + 3, 1 + 9
            assertThat(Double.parseDouble(solution.get(i).split(",", -1)[1]))
                    .isCloseTo(i, org.assertj.core.api.Assertions.within(1e-11));
        }
        JsonNode json = new ObjectMapper().readTree(first.resolve("solved.json").toFile());
        assertThat(json.at("/method").asText()).isEqualTo("jacobi");
        assertThat(json.at("/left")).hasSize(json.at("/corrections").asInt() + 1);
    }
}
