package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names that mean harm, links that lead elsewhere, places that cannot be written, digits that change. */
class AttackedOutputTest {
    private static final String NAME = "=1+1\\e[31m\\u202e";

    @TempDir
    private Path folder = Path.of("");

    private Path network() throws IOException {
        return Files.writeString(
                folder.resolve("net.yaml"),
                """
                network: "%s"
                about: "a name that means harm"
                source: "%s"
                input: 4
                layers:
                  - dense: {name: "%s", out: 2}
                """
                        .formatted(NAME, NAME, NAME));
    }

    @Test
    void aFailedWriteIsKeptWithItsReason() throws IOException {
        if (Files.isWritable(Path.of("/dev/full"))) {
            StandardStream full = new StandardStream(Files.newOutputStream(Path.of("/dev/full")));
            PrintStream out = new PrintStream(full, false, StandardCharsets.UTF_8);
            out.print("x");
            out.flush();
            assertThat(full.failure()).isEqualTo("No space left on device");
            assertThat(full.isUnread()).isFalse();
        }
    }

    @ParameterizedTest
    @CsvSource({"--text", "--json", "--csv"})
    void namesReachNoTerminalRaw(String form) throws IOException {
        String[] words = {
            "run",
            "--network",
            network().toString(),
            "--out",
            folder.resolve("a").toString()
        };
        List<String> all = new java.util.ArrayList<>(List.of(words));
        if (!form.equals("--text")) {
            all.add(form);
        }
        CommandRun said = CommandRun.mho(all.toArray(String[]::new));
        assertThat(said.out() + said.err()).doesNotContain("\u001b", "\u202e");
        assertThat(said.code()).as(said.err()).isZero();
        assertThat(Files.readString(folder.resolve("a/layers.csv")))
                .contains("\n'=1+1")
                .doesNotContain("\n=");
    }

    @Test
    void whatCannotBeWrittenIsRefusedBeforeAnythingIsComputed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        CommandRun said = CommandRun.mho(
                "run", "--network", "mlp", "--out", file.resolve("x").toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).startsWith("--out " + file.resolve("x") + ": cannot be made");
    }

    @Test
    void alteredDigitsOfAReportAreNoticed() throws IOException {
        Path run = folder.resolve("a");
        assertThat(CommandRun.mho("run", "--network", "mlp", "--out", run.toString())
                        .code())
                .isZero();
        Path report = run.resolve("report.json");
        String text = Files.readString(report);
        assertThat(CommandRun.mho("compare", run.toString(), run.toString()).err())
                .isEmpty();
        Files.writeString(report, text.replaceFirst("\"seed\" : 1", "\"seed\" : 2"));
        CommandRun said = CommandRun.mho("compare", run.toString(), run.toString());
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("altered since it was written");
    }

    @Test
    void aPageIsWrittenThroughNoLink() throws IOException {
        Path run = folder.resolve("a");
        assertThat(CommandRun.mho("run", "--network", "mlp", "--out", run.toString())
                        .code())
                .isZero();
        Path victim = Files.writeString(folder.resolve("victim"), "mine");
        Files.createSymbolicLink(folder.resolve(".x.html.draft"), victim);
        Files.createSymbolicLink(folder.resolve("x.html"), victim);
        String page = folder.resolve("x.html").toString();
        assertThat(CommandRun.mho("compare", run.toString(), run.toString(), "--html", page)
                        .code())
                .isZero();
        assertThat(victim).hasContent("mine");
    }

    @ParameterizedTest
    @CsvSource({"points.jsonl", "points", ".lock"})
    void aSweepIsWrittenThroughNoLink(String name) throws IOException {
        Path sweep = folder.resolve("s");
        String[] asked = {
            "sweep", "--network", "mlp", "--vary", "seed=1,2", "--name", "s", "--keep", "--out", sweep.toString()
        };
        assertThat(CommandRun.mho(asked).code()).isZero();
        Path victim = Files.createDirectories(folder.resolve("victim"));
        Path planted = sweep.resolve(name);
        if (Files.isDirectory(planted)) {
            Files.move(planted, folder.resolve("old"));
        } else {
            Files.delete(planted);
        }
        Files.createSymbolicLink(planted, victim);
        CommandRun said = CommandRun.mho(asked);
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("is a link");
        assertThat(victim).isEmptyDirectory();
    }

    @Test
    void draftsOfKilledRunsAreRemovedWhenNextSeen() throws IOException {
        Path left = Files.createDirectories(folder.resolve(".mho-123"));
        Files.writeString(left.resolve("trace.json.gz"), "x");
        Path others = Files.createDirectories(folder.resolve(".mho-notes"));
        assertThat(CommandRun.mho(
                                "run",
                                "--network",
                                "mlp",
                                "--out",
                                folder.resolve("a").toString())
                        .code())
                .isZero();
        assertThat(left).doesNotExist();
        assertThat(others).exists();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactlyInAnyOrder(folder.resolve("a"), others);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "run --net mlp|--network",
                "lst|list",
                "run vgg16|--network vgg16",
                "list device|devices",
                "list parameters tile.core.adz|tile.core.adc"
            })
    void suggestionsAreTheNearest(String line, String meant) {
        CommandRun said = CommandRun.mho(line.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("did you mean \"" + meant + "\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "list,parameters",
        "list devices,pcm-joshi",
        "list data,fashion-mnist-1000",
        "list parameters tile.core.adc,tile.core.adc.bits"
    })
    void listsSayWhatThereIs(String line, String holds) {
        CommandRun said = CommandRun.mho(line.split(" "));
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).contains(holds);
    }

    @ParameterizedTest
    @CsvSource({"help --json", "run --help --json"})
    void helpAsJsonIsRefused(String line) {
        CommandRun said = CommandRun.mho(line.split(" "));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains("--json");
        assertThat(said.out()).isEmpty();
    }
}
