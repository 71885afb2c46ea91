package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What happened in the arrays while they learnt takes time and energy: reads that are repeated, transfers between cells. */
class TrainingCostsTest {
    private static final int EXAMPLES = 60;
    private static final String ONE_LAYER =
            "network: one\nabout: one layer\nsource: made for tests\ninput: [1, 28, 28]\n"
                    + "layers:\n  - dense: {name: only, out: 10}\n";

    /** Of the default chip's arrays: 256 units of 1 ns and 4 until they have settled, a ramp of 256, 2 for the latches. */
    private static final double READ_S = 518e-9;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private JsonNode epoch(String... settings) throws IOException {
        Path network = folder.resolve("one.yaml");
        Files.writeString(network, ONE_LAYER);
        List<String> line = new ArrayList<>(List.of(
                "train",
                "--network",
                network.toString(),
                "--data",
                "fashion-mnist-1000",
                "--images",
                "" + EXAMPLES,
                "--tests",
                "10",
                "--json",
                "--out",
                folder.resolve("out" + runs++).toString()));
        for (String setting : settings) {
            line.addAll(List.of("--set", setting));
        }
        CommandRun run = CommandRun.mho(line.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        return new ObjectMapper().readTree(run.out()).at("/epochs/0");
    }

    private int runs;

    private static String forward(double bound) {
        return "tile.core.learning.reads.forward={output-bits: 8, output-bound: " + bound
                + ", noise-management: abs-max, bound-management: iterative}";
    }

    private static double of(JsonNode epoch, String pointer) {
        return epoch.at(pointer).asDouble();
    }

    private static double energyOf(JsonNode epoch, String phase) {
        for (JsonNode one : epoch.at("/phases")) {
            if (one.at("/phase").asText().equals(phase)) {
                return of(one, "/energy_j");
            }
        }
        throw new AssertionError("no phase " + phase);
    }

    @Test
    void a_vector_that_is_read_again_takes_a_read_more() throws IOException {
        JsonNode wide = epoch(forward(1000));
        JsonNode narrow = epoch(forward(1));
        double reads = of(narrow, "/layers/0/forward_reads");

        assertThat(of(wide, "/layers/0/forward_reads")).isEqualTo(1);
        assertThat(reads).isGreaterThan(1.5);
        assertThat(of(narrow, "/time_s") - of(wide, "/time_s"))
                .isCloseTo(EXAMPLES * (reads - 1) * READ_S, within(EXAMPLES * 2e-9));
        assertThat(energyOf(narrow, "forward")).isGreaterThan(energyOf(wide, "forward"));
    }

    @Test
    void transfers_take_their_reads_and_their_slots() throws IOException {
        String fast = "tile.core.learning.devices=[reram-sb]";
        JsonNode often = epoch(fast, "tile.core.learning.scheme={kind: tiki-taka, transfer-rate: 100}");
        JsonNode never = epoch(fast, "tile.core.learning.scheme={kind: tiki-taka, transfer-rate: 100, every: 1000000}");
        double lineReads = of(often, "/layers/0/line_reads");
        // 28 x 28 inputs in four arrays, of which the last one's may all be dark: a cell and its reference in each
        double rounds = lineReads / 2 / 4;

        assertThat(of(never, "/layers/0/line_reads")).isZero();
        assertThat(rounds).isBetween(0.75 * EXAMPLES, 1.0 * EXAMPLES);
        assertThat(of(often, "/layers/0/transfer_pulses")).isPositive();
        assertThat(of(never, "/layers/0/transfer_pulses")).isZero();
        assertThat(of(often, "/time_s") - of(never, "/time_s")).isBetween(rounds * READ_S, rounds * READ_S * 1.3);
        assertThat(energyOf(often, "update")).isGreaterThan(energyOf(never, "update"));
    }
}
