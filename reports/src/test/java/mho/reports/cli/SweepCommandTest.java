package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepCommandTest {
    private static final String[] CHIPS = {
        "sweep", "--network", "mlp", "--vary", "chip=isaac-ce,analog-256", "--vary", "tile.cores=6..8"
    };

    @TempDir
    private Path folder = Path.of("");

    private CommandRun sweep(String name, String... more) {
        List<String> words = new java.util.ArrayList<>(List.of(CHIPS));
        words.addAll(List.of("--out", folder.resolve(name).toString()));
        words.addAll(List.of(more));
        return CommandRun.mho(words.toArray(String[]::new));
    }

    @Test
    void tellsTheFrontTheBestAndWhereThePointsCameFrom() {
        CommandRun first = sweep("a");
        assertThat(first.err()).isEmpty();
        assertThat(first.code()).isZero();
        assertThat(first.out())
                .contains("mlp-chip-cores: all combinations, 6 points")
                .contains("least energy")
                .contains("6 points: 6 computed\n")
                .contains("Written to " + folder.resolve("a"));
        assertThat(folder.resolve("a/sweep.html")).content().contains("<title>mlp-chip-cores</title>", "isaac-ce");
        assertThat(sweep("a").out()).contains("6 points: 0 computed, 6 found in the store\n");
    }

    @Test
    void namelessSweepsShareADirectoryIfOnlyValuesDiffer() {
        String bits = "{base: {network: mlp}, vary: {tile.core.adc.bits: [4, 5]}}";
        assertThat(hash("{base: {network: mlp}, vary: {tile.core.adc.bits: 4..8}}"))
                .isEqualTo(hash(bits));
        assertThat(hash("{base: {network: mlp}, vary: {tile.core.array.cell.bits: [4, 5]}}"))
                .isNotEqualTo(hash(bits));
        assertThat(hash("{base: {network: mlp, chip: isaac-ce}, vary: {tile.core.adc.bits: [4, 5]}}"))
                .isNotEqualTo(hash(bits));
    }

    private static String hash(String sweep) {
        return SweepCommand.usualHash((MapNode) Yaml.parse("sweep.yaml", sweep));
    }

    @Test
    void optionsTakePrecedenceOverTheFile() throws IOException {
        Path file = folder.resolve("s.yaml");
        Files.writeString(
                file,
                """
                sweep: bits
                base: {network: lenet5, images: 5}
                vary: {tile.core.adc.bits: 4..10}
                sample: random 3
                """);
        CommandRun swept = CommandRun.mho(
                "sweep",
                file.toString(),
                "--network",
                "mlp",
                "--vary",
                "tile.core.adc.bits=6,7",
                "--sample",
                "all",
                "--out",
                folder.resolve("b").toString());
        assertThat(swept.err()).isEmpty();
        assertThat(swept.out()).contains("bits: all combinations, 2 points");
        assertThat(folder.resolve("b/sweep.yaml"))
                .content()
                .contains("network: mlp")
                .contains("images: 5");
    }

    @Test
    void withoutASinglePointThatRunsTheModelHasSaidNo() {
        CommandRun none = CommandRun.mho(
                "sweep",
                "--chip",
                "isaac-ce",
                "--network",
                "vgg-4",
                "--vary",
                "chips=1,2",
                "--set",
                "tiles=1",
                "--out",
                folder.resolve("c").toString());
        assertThat(none.code()).as(none.out() + none.err()).isEqualTo(1);
        assertThat(none.out()).contains("2 points: 2 computed, 2 failed").contains("point 1");
    }

    @Test
    void killedItGoesOnAndEndsAsIfNothingHadHappened() throws Exception {
        String vary = "tile.core.array.rows={from: 16, to: 256, step: 8}";
        Path killed = folder.resolve("killed");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "mho.reports.cli.Main",
                        "sweep",
                        "--network",
                        "lenet5",
                        "--vary",
                        vary,
                        "--keep",
                        "--jobs",
                        "2",
                        "--out",
                        killed.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        Path store = killed.resolve("points.jsonl");
        while (child.isAlive() && (!Files.exists(store) || Files.size(store) < 1000)) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
        child.destroyForcibly().waitFor();
        long finished = Files.readString(store).chars().filter(c -> c == '\n').count();
        assertThat(finished).as(Files.readString(folder.resolve("log"))).isBetween(1L, 30L);

        String[] again = {"sweep", "--network", "lenet5", "--vary", vary, "--keep", "--out"};
        CommandRun rest = CommandRun.mho(with(again, killed.toString()));
        CommandRun.mho(with(again, folder.resolve("whole").toString()));

        assertThat(rest.err()).isEmpty();
        assertThat(rest.out()).contains("%d computed, %d found in the store".formatted(31 - finished, finished));
        for (String file : List.of("points.csv", "pareto.csv", "points.jsonl", "sweep.yaml")) {
            assertThat(killed.resolve(file))
                    .hasSameTextualContentAs(folder.resolve("whole").resolve(file));
        }
        try (var points = Files.list(killed.resolve("points"))) {
            assertThat(points.count()).isEqualTo(31);
        }
    }

    private static String[] with(String[] words, String last) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 1);
        all[words.length] = last;
        return all;
    }

    @Test
    void aProcessAtWorkKeepsOthersOut() throws Exception {
        Path held = folder.resolve("held");
        assertThat(sweep("held").code()).isZero();
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        held.resolve(".lock").toString())
                .start();
        try {
            assertThat(child.getInputStream().read()).isEqualTo('.');
            CommandRun second = sweep("held");
            assertThat(second.code()).isEqualTo(2);
            assertThat(second.err())
                    .isEqualTo(held + ": another mho is at work on this sweep; wait for it, or give another --out\n");
        } finally {
            child.destroyForcibly().waitFor();
        }
        assertThat(sweep("held").out()).contains("6 found in the store");
    }

    /** Another process that has the lock. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            try (var channel = java.nio.channels.FileChannel.open(
                            Path.of(args[0]), java.nio.file.StandardOpenOption.WRITE);
                    var lock = channel.lock()) {
                System.out.write(lock.isValid() ? '.' : '!');
                System.out.flush();
                TimeUnit.MINUTES.sleep(5);
            }
        }
    }

    @Test
    void withoutATerminalProgressIsToldInLinesIfItIsAskedFor() {
        assertThat(sweep("quiet").err()).isEmpty();
        CommandRun told = sweep("told", "--progress", "--jobs", "1");
        assertThat(told.code()).isZero();
        assertThat(told.err())
                .contains("6 of 6 points, ")
                .endsWith("/s, 0 s left\n")
                .doesNotContain("\r", "\u001b");
        assertThat(told.err().lines()).allMatch(line -> line.matches("\\d of 6 points, .+/s, .+ left"));
    }

    @Test
    void betweenTheFirstLineAndTheLastThereIsOneEveryFiveSeconds() {
        long[] now = {0};
        java.io.StringWriter err = new java.io.StringWriter();
        SweepLine line = SweepLine.lines(new java.io.PrintWriter(err), () -> now[0]);
        for (int done = 1; done <= 20; done++) {
            now[0] += 1_000_000_000L;
            line.points(done, 20);
        }
        line.done();
        assertThat(err.toString().lines().map(text -> text.substring(0, text.indexOf(' '))))
                .containsExactly("1", "6", "11", "16", "20");
        assertThat(err.toString()).contains("6 of 20 points, 1.00/s, 14 s left\n");
    }

    @Test
    void axesAreTiedByAnOption() {
        CommandRun swept = CommandRun.mho(
                "sweep",
                "--network",
                "mlp",
                "--vary",
                "tile.core.array.rows=64,128",
                "--vary",
                "tile.core.array.columns=64,128",
                "--tie",
                "tile.core.array.rows, tile.core.array.columns",
                "--out",
                folder.resolve("t").toString());
        assertThat(swept.err()).isEmpty();
        assertThat(swept.out()).contains("2 points; together: tile.core.array.rows, tile.core.array.columns");
        CommandRun refused = CommandRun.mho(
                "sweep",
                "--network",
                "mlp",
                "--vary",
                "tile.core.array.rows=64,128",
                "--vary",
                "tile.core.array.columns=64,128,256",
                "--tie",
                "tile.core.array.rows,tile.core.array.columns",
                "--out",
                folder.resolve("u").toString());
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo("tie: axes that advance together need as many values as one another, found 2 of"
                        + " tile.core.array.rows, 3 of tile.core.array.columns\n");
    }

    @Test
    void theLineOnATerminalSaysHowFarAndHowLong() {
        assertThat(SweepLine.text(25, 1000, 10)).isEqualTo("25 of 1,000 points, 2.50/s, 6:30 min left");
        assertThat(SweepLine.text(1000, 1000, 40)).isEqualTo("1,000 of 1,000 points, 25.0/s, 0 s left");
        assertThat(SweepLine.text(1, 5000, 10)).isEqualTo("1 of 5,000 points, 0.100/s, 13:53 h left");
    }
}
