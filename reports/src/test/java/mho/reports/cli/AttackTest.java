package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
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
 * Changed chip, device, network, sweep, search, data and ONNX files, PUMA's configuration, and settings of every parameter: whatever they are, mho answers with 0, 1 or
 * 2, in time, with a message and without figures that cannot be. {@code -Dmho.attack.seconds=3600} attacks for an hour,
 * {@code -Dmho.attack.seed=7} with other inputs.
 */
@Tag("fuzz")
class AttackTest {
    private static final long SECONDS = Long.getLong("mho.attack.seconds", 20);
    private static final long SEED = Long.getLong("mho.attack.seed", 1);

    /** Far more processor time than any of the small files takes. */
    private static final long LIMIT_SECONDS = 30;

    /** Every row there is, however small the input. */
    private static final long LIMIT_OF_VALIDATION_SECONDS = 300;

    /** Whatever else the machine does meanwhile; who waits for nothing takes no processor time. */
    private static final int SLOWER_BY_OTHER_WORK = 20;

    private static final OperatingSystemMXBean MACHINE =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private static final Pattern TRACE = Pattern.compile(
            "(?m)^\\s+at [\\w.$/]+\\(|Exception\\b|internal error|(?<!by writing |=)\\bnull\\b|\\b(java|mho|sun)\\.[a-z]+\\.");
    private static final Pattern RAW = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f\\u202e]");
    private static final Pattern IMPOSSIBLE = Pattern.compile("\"[\\w.]+\" : (-(?!0\\b)\\d|\"?-?(NaN|Infinity))");

    /** Figures that may be below zero: a ratio in decibels. */
    private static final Pattern DECIBELS = Pattern.compile("\"sqnr_db\" : -?[0-9.E]+");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyInputIsAnsweredWithinItsTimeByAnExitCodeAndFiguresThatCanBe() throws Exception {
        AttackInputs inputs = new AttackInputs(folder);
        for (String[] command : inputs.unchanged()) {
            CommandRun cli = CommandRun.mho(command);
            assertThat(cli.code()).as(cli.err()).isZero();
        }
        List<String> findings = new ArrayList<>();
        Map<String, Integer> tally = new TreeMap<>();
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
            AttackInputs.Attack attack = inputs.attack(random, place);
            Answer answer = answer(runner, attack.command(), place.resolve("out"));
            tally.merge(attack.kind() + " " + answer.code(), 1, Integer::sum);
            if (answer.finding() != null) {
                findings.add(
                        "input " + tried + ": " + String.join(" ", attack.command()) + "\n    " + answer.finding());
                System.err.println(findings.get(findings.size() - 1));
            } else {
                delete(place);
            }
        }
        System.err.println("attacked with " + tried + " inputs from seed " + SEED + ", exit codes: " + tally);
        runner.shutdownNow();
        assertThat(findings).isEmpty();
    }

    private record Answer(int code, @Nullable String finding) {}

    private static Answer answer(ExecutorService runner, String[] command, Path out) throws Exception {
        Future<CommandRun> answer = runner.submit(() -> CommandRun.mho(command));
        long limit = command[0].equals("validate") ? LIMIT_OF_VALIDATION_SECONDS : LIMIT_SECONDS;
        long begun = MACHINE.getProcessCpuTime();
        try {
            for (long waited = 0; waited < SLOWER_BY_OTHER_WORK * limit && used(begun) < limit; waited++) {
                try {
                    CommandRun cli = answer.get(1, TimeUnit.SECONDS);
                    return new Answer(cli.code(), finding(cli, out));
                } catch (TimeoutException notYet) {
                    // asked again, until it has had its time
                }
            }
            answer.cancel(true);
            return new Answer(-1, "no answer within " + limit + " s of processor time");
        } catch (ExecutionException thrown) {
            return new Answer(-2, "threw " + thrown.getCause());
        }
    }

    private static long used(long begun) {
        return TimeUnit.NANOSECONDS.toSeconds(MACHINE.getProcessCpuTime() - begun);
    }

    private static @Nullable String finding(CommandRun cli, Path out) throws IOException {
        if (cli.code() < 0 || cli.code() > 2 || cli.err().startsWith("out of memory")) {
            return "exit code " + cli.code() + ": " + cli.err();
        }
        if (cli.code() != 0 && cli.err().isBlank() && cli.out().isBlank()
                || TRACE.matcher(cli.err()).find()) {
            return "exit code " + cli.code() + " says " + cli.err();
        }
        if (RAW.matcher(cli.out() + cli.err()).find()) {
            return "says a control character raw: " + cli.err();
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
