package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import mho.arch.power.StaticLine;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Books of chips whose parts draw, sleep, wake and refresh in all ways there are: every report checks that they balance. */
class StaticBooksTest {
    private static final List<String> CHIPS = List.of("isaac-ce", "analog-256", "hermes-64-1phase", "hermes-64-4phase");
    private static final List<String> NETWORKS = List.of("lenet5", "mlp", "prime-cnn-1");
    private static final List<String> PARTS =
            List.of("tile.buffer", "tile.bus", "tile.activation", "tile.pool", "tile.core.adc", "tile.core.driver");

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_books_balance_in_any_states(long seed) {
        Random random = new Random(seed);
        String chip = CHIPS.get(random.nextInt(CHIPS.size()));
        String network = NETWORKS.get(random.nextInt(NETWORKS.size()));
        int images = 1 + random.nextInt(4);
        List<String> states = states(random);
        Report report = ExampleReports.report(chip, network, images, states.toArray(String[]::new));

        double total = report.totals().energy().totalJ();
        double atRest = report.entries().stream()
                .filter(entry -> StaticLine.isOne(entry.action()))
                .mapToDouble(Report.Entry::energyJ)
                .sum();
        assertThat(atRest)
                .as("%d: %s", seed, states)
                .isCloseTo(report.totals().energy().leakageJ(), within(1e-9 * total));
        assertThat(report.components().stream()
                        .mapToDouble(ComponentRow::leakageJ)
                        .sum())
                .isCloseTo(atRest, within(1e-9 * total));
        // nobody draws longer than the interval, and a switch saves and never adds but for waking up
        List<String> open = states.stream().filter(s -> !s.contains("gating=")).toList();
        Report without = ExampleReports.report(chip, network, images, open.toArray(String[]::new));
        for (ComponentRow part : report.components()) {
            for (ComponentRow.ActionRow action : part.actions()) {
                boolean seconds = StaticLine.isOne(action.action())
                        && !action.action().equals(StaticLine.REFRESH.action())
                        && !action.action().equals(StaticLine.WAKE_UP.action());
                if (seconds) {
                    assertThat(action.count())
                            .as("%d: %s of %s", seed, action.action(), part.name())
                            .isLessThanOrEqualTo(
                                    part.instances() * report.totals().times().intervalS() * (1 + 1e-9));
                }
            }
        }
        if (images > 1) {
            double waking = report.entries().stream()
                    .filter(entry -> entry.action().equals(StaticLine.WAKE_UP.action()))
                    .mapToDouble(Report.Entry::energyJ)
                    .sum();
            assertThat(atRest - waking)
                    .as("%d: %s", seed, states)
                    .isLessThanOrEqualTo(without.totals().energy().leakageJ() * (1 + 1e-9));
        }
    }

    private static List<String> states(Random random) {
        List<String> states = new ArrayList<>();
        for (String part : PARTS) {
            if (random.nextBoolean()) {
                states.add(part + ".leakage=" + (1 + random.nextInt(9)) + " uW");
            }
            if (random.nextInt(3) == 0) {
                states.add(part + ".static={power: 3 uW, while: "
                        + List.of("always", "on", "in-use").get(random.nextInt(3)) + "}");
            }
            if (random.nextInt(3) == 0) {
                states.add(part + ".gating=" + gating(random));
            }
        }
        if (random.nextBoolean()) {
            states.add("tile.gating=" + gating(random));
        }
        if (random.nextBoolean()) {
            states.add("link={count: 4, bandwidth: 6.4 GB/s, energy: 1 nJ, area: 1 mm2, leakage: 1 W}");
            states.add("link.gating=" + gating(random));
        }
        if (random.nextBoolean()) {
            states.add("upkeep={leakage: 28 mW, static: {power: 12 mW, while: on}}");
        }
        if (random.nextBoolean()) {
            states.add("memory={kind: hbm2, bandwidth: 30 GB/s, channels: 8, capacity: 4 GiB, leakage: 100 mW,"
                    + " refresh: {every: 32 ms, rows: 8192, takes: 200 ns, energy: 1 mJ}}");
        }
        if (random.nextBoolean()) {
            states.add("tile.buffer.refresh={every: 40 us, rows: 64, takes: 10 ns, energy: 1 nJ}");
        }
        return states;
    }

    private static String gating(Random random) {
        return "{wake-up: %d ns, energy: 1 nJ, remainder: %d %%, parts: %s}"
                .formatted(10 << random.nextInt(12), 10 * random.nextInt(4), random.nextBoolean() ? "unused" : "idle");
    }
}
