package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.arch.chip.ChipFiles;
import mho.periphery.device.Devices;
import mho.reports.compare.ChipDifference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private Path made(String name, String... more) {
        Path file = folder.resolve(name);
        List<String> command = new java.util.ArrayList<>(List.of("init", file.toString()));
        command.addAll(List.of(more));
        CommandRun run = CommandRun.mho(command.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return file;
    }

    /** Whatever comes along, written with comments and read again, says the same. */
    @Test
    void a_chip_file_says_what_the_chip_says_that_it_is_made_from() {
        int number = 0;
        for (String chip : ChipFiles.names()) {
            Path file = made("chip" + number++ + ".yaml", "--from", chip);
            List<ChipDifference> differences =
                    ChipDifference.between(ChipFiles.load(chip, List.of()), ChipFiles.load(file.toString(), List.of()));
            assertThat(differences).as(chip).extracting(ChipDifference::path).containsOnly("chip");
        }
    }

    @Test
    void keys_are_told_of_and_those_left_out_are_there_as_comments() throws IOException {
        String text = Files.readString(made("my-chip.yaml"));
        assertThat(text)
                .contains("chip: \"my-chip\"")
                .containsPattern("cycle: 1 ns +# The tiles' stages hand on")
                .containsPattern("# goal: … +# throughput, latency");
    }

    @Test
    void what_is_made_runs_as_it_is() throws IOException {
        Path network = made("network.yaml", "--kind", "network");
        CommandRun run = CommandRun.mho("run", "--network=" + network, "--out=" + folder.resolve("run"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(network)).contains("#   - lstm:").contains("#       out: whole number");
        Path sweep = made("sweep.yaml", "--kind", "sweep");
        CommandRun swept = CommandRun.mho("sweep", sweep.toString(), "--out=" + folder.resolve("sweep"));
        assertThat(swept.code()).as(swept.err()).isZero();
        Path search = made("search.yaml", "--kind", "search");
        CommandRun found = CommandRun.mho("search", search.toString(), "--out=" + folder.resolve("search"));
        assertThat(found.code()).as(found.err()).isZero();
        for (String device : Devices.names()) {
            Path file = made(device + ".yaml", "--kind", "device", "--from", device);
            assertThat(Devices.load(file.toString()).levels())
                    .isEqualTo(Devices.load(device).levels());
        }
    }

    /** It says all that the script leaves to puma, and what of the script it does not say. */
    @Test
    void a_chip_file_is_made_from_what_puma_simulator_takes() {
        String script = "examples/puma-config.py";
        Path file = folder.resolve("my-puma.yaml");
        CommandRun run = CommandRun.mho("init", file.toString(), "--from", script);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("note: of puma-simulator's configuration not carried over: num_adc (")
                .endsWith("Written to " + file + "\n");
        assertThat(ChipDifference.between(
                        ChipFiles.load(script, List.of()), ChipFiles.load(file.toString(), List.of())))
                .extracting(ChipDifference::path)
                .containsOnly("chip");
        CommandRun ran = CommandRun.mho(
                "run",
                "--chip",
                script,
                "--network",
                "mlp",
                "--images",
                "1",
                "--out",
                folder.resolve("run").toString());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.out()).contains("note: of puma-simulator's configuration not carried over: num_adc (");
        CommandRun again = CommandRun.mho(
                "run",
                "--config",
                folder.resolve("run/config.yaml").toString(),
                "--out",
                folder.resolve("b").toString());
        assertThat(again.out()).contains("note: of puma-simulator's configuration not carried over: num_adc (");
    }

    @Test
    void nothing_is_written_over_and_nonsense_is_told_in_a_line() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        assertThat(CommandRun.mho("init", file.toString()).err()).contains("is there already");
        assertThat(Files.readString(file)).isEqualTo("mine");
        Path other = folder.resolve("other.yaml");
        assertThat(CommandRun.mho("init", other.toString(), "--kind", "poem").err())
                .contains("expected one of chip, network, sweep, search, device");
        assertThat(CommandRun.mho("init", other.toString(), "--from", "isac-ce").err())
                .contains("did you mean \"isaac-ce\"?");
        assertThat(CommandRun.mho("init", other.toString(), "--kind=network", "--from=fmnist-lenet")
                        .err())
                .contains("is no network file of the zoo");
        assertThat(other).doesNotExist();
    }
}
