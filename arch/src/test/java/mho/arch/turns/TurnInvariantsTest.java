package mho.arch.turns;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.RandomChips;
import mho.arch.RandomNetworks;
import mho.arch.RunInvariants;
import mho.arch.Seeds;
import mho.arch.run.RunResult;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every run holds where layers take turns, on arrays of units and on crossbars, whatever the weights do. */
final class TurnInvariantsTest {
    private static final String PORT = "port: {bandwidth: %d MB/s, latency: %d ns, energy: 100 pJ, area: 1 mm2}";

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    private static List<String> settings(Random random, RandomChips.Drawn drawn) {
        List<String> settings = new ArrayList<>(drawn.settings());
        String port = PORT.formatted(1 << random.nextInt(14), random.nextInt(100));
        boolean units = random.nextBoolean();
        if (units) {
            settings.removeIf(s -> s.startsWith("tile.core."));
            settings.add(
                    "tile.core={kind: mac-array, rows: %d, columns: %d, arrays: %d, clock: 600 MHz, weight-bits: 8 bit, holds: %s, double-buffer: %d, mac: {energy: 1 pJ, area: 1 um2}, memory: {kind: sram, size: %d KiB, width: 256 bit, clock: 500 MHz, energy: 1 pJ, area: 1 mm2}%s}"
                            .formatted(
                                    8 << random.nextInt(3),
                                    8 << random.nextInt(3),
                                    1 + random.nextInt(3),
                                    random.nextBoolean() ? "weights" : "sums",
                                    random.nextInt(2),
                                    4 << random.nextInt(6),
                                    random.nextBoolean() ? ", accumulators: 64" : ""));
        } else {
            settings.add(
                    "tile.core.array.write={pulse: 10 ns, pulses: 2, energy: 1 pJ, parallel: %d, arrays: %s, verify: %s}"
                            .formatted(
                                    1 << random.nextInt(5),
                                    List.of("one", "tiles", "all").get(random.nextInt(3)),
                                    random.nextBoolean()));
        }
        settings.add("tile.buffer.size=1 MiB");
        settings.add("mapping.schedule=sequential");
        settings.add("mapping.batch=" + (1 + random.nextInt(20)));
        switch (random.nextInt(3)) {
            case 0 -> settings.add("weights={kind: streamed, fifo: " + random.nextInt(5) + ", " + port + "}");
            case 1 -> settings.add("weights={kind: reloaded, " + port + "}");
            default -> {
                // weights stay, or do not fit
            }
        }
        return settings;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bounds_hold_for_any_chip_and_network(long seed) {
        Random random = Seeds.random(seed);
        RandomChips.Drawn drawn = RandomChips.draw(random);
        List<String> settings = settings(random, drawn);
        Network network = seed % 5 == 4
                ? RandomNetworks.sequence(seed, 30)
                : RandomNetworks.branching(seed, 1 + (int) (seed % 3), 30);
        RunResult run;
        try {
            run = Given.run(Given.chip(drawn.base(), settings), network, 1 + random.nextInt(3));
        } catch (ModelSaysNo no) {
            assertThat(no.getMessage()).as("seed %d", seed).doesNotContain("waits for");
            return;
        }
        RunInvariants.hold(run, "seed " + seed + ", " + settings);
    }
}
