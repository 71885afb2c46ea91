package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inputs that come from outside, as people ask for them. */
class ArrivalsCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private CommandRun run(String name, String... more) {
        List<String> args = new java.util.ArrayList<>(
                List.of("run", "--out", directory.resolve(name).toString()));
        args.addAll(List.of(more));
        return CommandRun.mho(args.toArray(String[]::new));
    }

    private String file(String run, String name) throws IOException {
        return Files.readString(directory.resolve(run).resolve(name));
    }

    private JsonNode arrivals(String run) throws IOException {
        return new ObjectMapper().readTree(file(run, "report.json")).path("arrivals");
    }

    @Test
    void aRateIsPoissonAndItsLatenciesStandInEveryForm() throws IOException {
        CommandRun run = run("a", "--network", "mlp", "--arrivals", "10 kHz", "--images", "300", "--seed", "7");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("300 inputs, Poisson arrivals at 10 kHz, seed 7", "offered load", "p99.9 ");
        assertThat(file("a", "report.html")).contains("id=\"arrivals\"", "Poisson arrivals at 10 kHz, seed 7");
        JsonNode arrivals = arrivals("a");
        assertThat(arrivals.path("images").asInt()).isEqualTo(300);
        double before = 0;
        for (String key : List.of("min", "p50", "p90", "p99", "p99_9", "max")) {
            double latency = arrivals.path("latency_" + key + "_s").asDouble();
            assertThat(latency).as(key).isGreaterThanOrEqualTo(before).isPositive();
            before = latency;
        }
        JsonNode totals = new ObjectMapper().readTree(file("a", "report.json")).path("totals");
        assertThat(arrivals.path("offered_load").asDouble())
                .isEqualTo(1e4 * totals.path("interval_s").asDouble());
    }

    @Test
    void regularInputsThatComeOneAfterTheOtherTakeTheLatency() throws IOException {
        run("a", "--chip", "isaac-ce", "--network", "mlp", "--arrivals", "1 kHz regular", "--images", "20");

        JsonNode totals = new ObjectMapper().readTree(file("a", "report.json")).path("totals");
        double latency = totals.path("latency_s").asDouble();
        for (String key : List.of("min", "p50", "p90", "p99", "p99_9", "max")) {
            assertThat(arrivals("a").path("latency_" + key + "_s").asDouble())
                    .as(key)
                    .isEqualTo(latency);
        }
        assertThat(file("a", "config.yaml"))
                .contains("images: 2\n", "arrivals:\n  rate: 1 kHz\n  spacing: regular\n  images: 20\n");
    }

    @Test
    void theConfigurationAloneRepeatsARunWhoseTimesStoodInAFile() throws IOException {
        Path times = directory.resolve("times.txt");
        Files.writeString(times, "# when they came\n0 s\n1.5 us  # the second\n\n1.5 us\n0.1 ms\n");
        CommandRun run = run("a", "--network", "mlp", "--arrivals", times.toString());
        assertThat(run.err()).isEmpty();
        Files.delete(times);

        CommandRun again =
                run("b", "--config", directory.resolve("a/config.yaml").toString());

        assertThat(again.err()).isEmpty();
        assertThat(arrivals("a").path("images").asInt()).isEqualTo(4);
        for (String name : List.of("config.yaml", "report.json", "report.html", "layers.csv", "components.csv")) {
            assertThat(file("b", name)).as(name).isEqualTo(file("a", name));
        }
    }

    @Test
    void aConfigurationMaySayItShortAndIsWrittenWhole() throws IOException {
        run("a", "--network", "mlp");
        String config = file("a", "config.yaml");
        assertThat(config).doesNotContain("arrivals");
        Path own = directory.resolve("own.yaml");
        Files.writeString(own, "arrivals: 20 kHz\n" + config);

        CommandRun run = run("b", "--config", own.toString(), "--images", "50");

        assertThat(run.err()).isEmpty();
        assertThat(file("b", "config.yaml"))
                .contains("images: 2\n", "arrivals:\n  rate: 20 kHz\n  spacing: poisson\n  images: 50\n");
        assertThat(arrivals("b").path("images").asInt()).isEqualTo(50);
    }

    @Test
    void arrivalsChangeNoOtherFigure() throws IOException {
        run("a", "--network", "mlp");
        run("b", "--network", "mlp", "--arrivals", "10 kHz", "--images", "10");

        assertThat(arrivals("a").isMissingNode()).isTrue();
        for (String part : List.of("chip", "totals", "layers", "components")) {
            ObjectMapper json = new ObjectMapper();
            assertThat(json.readTree(file("b", "report.json")).path(part))
                    .isEqualTo(json.readTree(file("a", "report.json")).path(part));
        }
        assertThat(file("b", "layers.csv")).isEqualTo(file("a", "layers.csv"));
    }

    @Test
    void moreThanTheChipIsDoneWithIsSaid() throws IOException {
        CommandRun run = run("a", "--network", "mlp", "--arrivals", "1 GHz", "--images", "100");

        assertThat(run.code()).isZero();
        assertThat(run.out().replaceAll("\\s+", " "))
                .contains(
                        "the queue grows without end, and the latencies of arrivals depend on the number of inputs, 100");
        assertThat(file("a", "report.json")).contains("the queue grows without end");
        assertThat(arrivals("a").path("offered_load").asDouble()).isGreaterThan(1);
    }

    @Test
    void inputsThatComeAllAtOnceHaveNoLoad() throws IOException {
        Path times = directory.resolve("times.txt");
        Files.writeString(times, "2 us\n2 us\n");
        run("a", "--network", "mlp", "--arrivals", times.toString());

        assertThat(arrivals("a").path("offered_load").isNull()).isTrue();
        assertThat(arrivals("a").path("rate_per_s").isNull()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 s;1 us;0.5 us  | :3: \"0.5 us\" is earlier than the time before it",
                "0 s;1            | :2: ",
                "1 us;-1 us       | :2: \"-1 us\" is no time from 0 s to 4611 s",
                "# nothing;;      | : holds no times, give one such as 1.5 us on each line",
                "1 us;2 kHz       | :2: ",
                "1 us;9000 s      | :2: \"9000 s\" is no time",
                "1 us,2 us        | :1: ",
            })
    void badFilesAreRefusedWithTheirLine(String lines, String message) throws IOException {
        Path times = directory.resolve("times.txt");
        Files.writeString(times, lines.replace(';', '\n'));

        CommandRun run = run("a", "--network", "mlp", "--arrivals", times.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains(times + message.strip());
        assertThat(run.err().lines()).hasSize(1);
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @Test
    void filesThatAreNoTextAreRefused() throws IOException {
        Path times = directory.resolve("times.txt");
        Files.write(times, new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertThat(run("a", "--network", "mlp", "--arrivals", times.toString()).err())
                .contains("not a text in UTF-8");
        assertThat(run("a", "--network", "mlp", "--arrivals", directory.toString())
                        .err())
                .contains("this is a directory");
        Files.write(times, "1 s\n".repeat(50_001).getBytes(StandardCharsets.UTF_8));
        assertThat(run("a", "--network", "mlp", "--arrivals", times.toString()).err())
                .contains("times.txt:50001: more than 50000 times");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 kHz          | 0       | ",
                "0 Hz            | 10      | expected a rate above zero such as 10 kHz",
                "-3 kHz regular  | 10      | expected a rate above zero such as 10 kHz",
                "10 kHz now      | 10      | there is no such file",
                "10              | 10      | there is no such file",
                "10 kHz          | 2000000 | 2000000 inputs that come are more than the 1000000",
                "1 mHz           | 1000    | let them come faster, or ask for fewer (--images)",
            })
    void badRatesAndNumbersAreRefused(String arrivals, String images, String message) {
        CommandRun run = run("a", "--network", "mlp", "--arrivals", arrivals, "--images", images);

        assertThat(run.code()).isIn(1, 2);
        assertThat(run.err()).contains(message == null ? "images" : message);
        assertThat(run.err().lines()).hasSize(1);
        assertThat(directory.resolve("a")).doesNotExist();
    }

    @Test
    void moreInputsThanTimesAreRefused() throws IOException {
        Path times = directory.resolve("times.txt");
        Files.writeString(times, "0 s\n1 us\n");
        CommandRun run = run("a", "--network", "mlp", "--arrivals", times.toString(), "--images", "3");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("3 inputs, but times of 2 only: ask for at most so many (--images 2)");

        run("a", "--network", "mlp", "--arrivals", times.toString());
        CommandRun again =
                run("b", "--config", directory.resolve("a/config.yaml").toString(), "--images", "3");
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).contains("3 inputs, but times of 2 only");
    }

    @Test
    void badTimesInAConfigurationAreRefusedWithTheirPlace() throws IOException {
        run("a", "--network", "mlp");
        Path own = directory.resolve("own.yaml");
        for (String bad : List.of(
                "{times: [1 us, 0 s]}", "{rate: 1 kHz, times: [0 s]}", "{times: []}", "[1 us]", "{spacing: regular}")) {
            Files.writeString(own, "arrivals: " + bad + "\n" + file("a", "config.yaml"));
            CommandRun run = run("b", "--config", own.toString());
            assertThat(run.code()).as(bad).isEqualTo(2);
            assertThat(run.err()).as(bad).contains("own.yaml:1:");
        }
    }

    @Test
    void aSweepHasNoFigureOfArrivals() throws IOException {
        Path sweep = directory.resolve("s.yaml");
        Files.writeString(
                sweep, "sweep: s\nbase: {network: mlp, arrivals: 1 kHz}\nvary: {tile.core.adc.bits: [6, 7]}\n");
        CommandRun run = CommandRun.mho(
                "sweep", sweep.toString(), "--out", directory.resolve("s").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("base.arrivals: a sweep compares points by no figure of arrivals");
    }
}
