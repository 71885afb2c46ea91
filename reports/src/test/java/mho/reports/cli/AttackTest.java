package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changed chip, device, network, sweep, data and ONNX files, and settings of every parameter: whatever they are, mho answers with 0, 1 or
 * 2, in time, with a message and without figures that cannot be. {@code -Dmho.attack.seconds=3600} attacks for an hour,
 * {@code -Dmho.attack.seed=7} with other inputs.
 */
@Tag("fuzz")
class AttackTest {
    private static final long SECONDS = Long.getLong("mho.attack.seconds", 20);
    private static final long SEED = Long.getLong("mho.attack.seed", 1);

    /** Far more than any of the small files takes, on a machine with other work too. */
    private static final long LIMIT_SECONDS = 30;

    private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at [\\w.$/]+\\(|Exception\\b|internal error");
    private static final Pattern IMPOSSIBLE = Pattern.compile("\"[\\w.]+\" : (-(?!0\\b)\\d|\"?-?(NaN|Infinity))");

    /** Figures that may be below zero: a ratio in decibels. */
    private static final Pattern DECIBELS = Pattern.compile("\"sqnr_db\" : -?[0-9.E]+");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyInputIsAnsweredWithinItsTimeByAnExitCodeAndFiguresThatCanBe() throws Exception {
        AttackInputs inputs = new AttackInputs(folder);
        List<String> findings = new ArrayList<>();
        ExecutorService runner = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "attack");
            thread.setDaemon(true);
            return thread;
        });
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
        int tried = 0;
        for (; System.nanoTime() < end && findings.size() < 20; tried++) {
            Random random = new Random(SEED * 1_000_003 + tried);
            Path place = Files.createDirectory(folder.resolve("try" + tried));
            String[] command = inputs.command(random, place);
            String finding = finding(runner, command, place.resolve("out"));
            if (finding != null) {
                findings.add("input " + tried + ": " + String.join(" ", command) + "\n    " + finding);
                System.err.println(findings.get(findings.size() - 1));
            } else {
                delete(place);
            }
        }
        System.err.println("attacked with " + tried + " inputs from seed " + SEED);
        runner.shutdownNow();
        assertThat(findings).isEmpty();
    }

    private static @Nullable String finding(ExecutorService runner, String[] command, Path out) throws Exception {
        Future<Cli> answer = runner.submit(() -> Cli.mho(command));
        Cli cli;
        try {
            cli = answer.get(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException late) {
            answer.cancel(true);
            return "no answer within " + LIMIT_SECONDS + " s";
        } catch (ExecutionException thrown) {
            return "threw " + thrown.getCause();
        }
        if (cli.code() < 0 || cli.code() > 2) {
            return "exit code " + cli.code() + ": "
                    + cli.err().lines().findFirst().orElse("");
        }
        if (cli.code() != 0 && cli.err().isBlank() || TRACE.matcher(cli.err()).find()) {
            return "exit code " + cli.code() + " says " + cli.err();
        }
        return cli.code() == 0 && Files.exists(out.resolve("report.json"))
                ? impossible(Files.readString(out.resolve("report.json")))
                : null;
    }

    private static @Nullable String impossible(String report) {
        var found = IMPOSSIBLE.matcher(DECIBELS.matcher(report).replaceAll(""));
        return found.find() ? "report.json has " + found.group() : null;
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
