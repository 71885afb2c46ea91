package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
    private static final List<String> FILES =
            List.of("components.csv", "config.yaml", "host.json", "layers.csv", "report.html", "report.json");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private CommandRun run(String name, String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of("run", "--out", directory.resolve(name).toString()));
        args.addAll(List.of(more));
        return CommandRun.mho(args.toArray(String[]::new));
    }

    /** Everything but what the host took. */
    private Map<String, String> files(String name) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String file : FILES) {
            String text = Files.readString(directory.resolve(name).resolve(file));
            if (!file.equals("host.json")) {
                files.put(file, text);
            }
        }
        return files;
    }

    @Test
    void writesItsFilesAndTellsWhere() throws IOException {
        CommandRun run = run("a", "--chip", "isaac-ce", "--network", "mlp");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("mlp on isaac-ce, 48 inputs", "steady over inputs 12 to 16", "What limits it: ")
                .endsWith("Written to " + directory.resolve("a") + "\n");
        assertThat(files("a")).hasSize(5);
    }

    @Test
    void sameCommandSameBytes() throws IOException {
        run("a", "--network", "lenet5", "--set", "tile.core.adc.bits=6");
        run("b", "--network", "lenet5", "--set", "tile.core.adc.bits=6");

        assertThat(files("a")).isEqualTo(files("b"));
    }

    @Test
    void itsConfigurationAloneRepeatsTheRun() throws IOException {
        Path network = directory.resolve("net.yaml");
        Files.writeString(network, "network: own\ninput: [1, 9, 9]\nlayers:\n  - conv: {out: 3, kernel: 3}\n");
        run("a", "--network", network.toString(), "--images", "3", "--set", "chips=2");
        Files.delete(network);

        CommandRun again =
                run("b", "--config", directory.resolve("a/config.yaml").toString());

        assertThat(again.err()).isEmpty();
        assertThat(files("a")).isEqualTo(files("b"));
    }

    @Test
    void neverWritesOverAnOlderRun() throws IOException {
        run("a", "--network", "mlp");
        Map<String, String> before = files("a");

        CommandRun second = run("a", "--network", "lenet5");

        assertThat(second.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(files("a")).isEqualTo(before);
    }

    @Test
    void leavesNothingElseBehind() throws IOException {
        run("a", "--network", "mlp");

        try (var content = Files.list(directory)) {
            assertThat(content).containsExactly(directory.resolve("a"));
        }
    }
}
