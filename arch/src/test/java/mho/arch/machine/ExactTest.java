package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** With all effects off and enough bits in the converters, arrays compute what integers would, to the last bit. */
class ExactTest {
    private static final List<String> SIGNS = List.of("pair", "cell-pair", "offset", "shared-reference");
    private static final List<String> DRIVERS = List.of(
            "{kind: bit-serial, bits: 1, energy: 1 pJ, area: 1 um2}",
            "{kind: bit-serial, bits: 3, energy: 1 pJ, area: 1 um2}",
            "{kind: voltage-level, bits: 4, energy: 1 pJ, area: 1 um2}",
            "{kind: pulse-duration, bits: 8, unit: 1 ns, energy: 1 pJ, area: 1 um2}",
            "{kind: pulse-duration, bits: 4, unit: 1 ns, energy: 1 pJ, area: 1 um2}",
            "{kind: pulse-duration, bits: 8, unit: 1 ns, negative: two-phases, energy: 1 pJ, area: 1 um2}",
            "{kind: pulse-duration, bits: 8, signed: true, unit: 1 ns, energy: 1 pJ, area: 1 um2}");
    private static final String SIDES =
            "{kind: pulse-duration, bits: 8, signed: true, phases: 4, unit: 1 ns, energy: 1 pJ, area: 1 um2}";

    static IntStream seeds() {
        return IntStream.range(0, 160);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void arraysComputeWhatIntegersWould(int seed) {
        Random random = Seeds.random(seed);
        List<String> settings = settings(random);
        ChipSpec chip = Given.chip("analog-256", settings);
        Network network = Trained.randomly(network(random), random).folded();
        double low = random.nextBoolean() ? 0 : -1;
        List<Batch> calibration = List.of(Trained.evenly(4, network.node(0).output(), low, 1, random));
        List<Batch> inputs = List.of(Trained.evenly(3, network.node(0).output(), 1.3 * low, 1.3, random));
        ProgrammedNetwork analog = ProgrammedNetwork.of(chip, network, calibration, 0, seed);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        List<Batch> made = new Interpreter(network, arithmetic).run(inputs);
        List<Batch> wanted = new Interpreter(network, WholeNumbers.ofCrossbars(chip, analog.ranges())).run(inputs);
        for (int i = 0; i < made.size(); i++) {
            assertThat(made.get(i).values())
                    .as("seed %d: %s", seed, settings)
                    .containsExactly(wanted.get(i).values());
        }
        network.nodes()
                .forEach(node -> assertThat(arithmetic.tally(node.id()).clipped).isZero());
    }

    /** Of a chip without any effects. */
    static List<String> settings(Random random) {
        String sign = SIGNS.get(random.nextInt(SIGNS.size()));
        boolean sides = sign.endsWith("pair") && random.nextInt(4) == 0;
        int bits = 1 + random.nextInt(8);
        int cellBits = 1 + random.nextInt(Math.min(8, bits));
        List<String> settings = new ArrayList<>();
        settings.add("precision.values=" + (3 + random.nextInt(6)) + " bit");
        settings.add("tile.core.array.rows=" + (3 + random.nextInt(40)));
        settings.add("tile.core.array.columns=" + (2 * bits + 1 + random.nextInt(40)));
        settings.add("tile.core.array.read-time=10 ns");
        settings.add("tile.core.array.cell={bits: " + cellBits + "}");
        settings.add("tile.core.weights={bits: " + bits + ", sign: " + sign + ", flipped: "
                + (sign.equals("offset") && random.nextBoolean()) + ", bias: "
                + (random.nextBoolean() ? "array" : "digital") + "}");
        settings.add("tile.core.driver=" + (sides ? SIDES : DRIVERS.get(random.nextInt(DRIVERS.size()))));
        settings.add("tile.core.adc={kind: sar, bits: 24, rate: 1 GS/s, count: 2, range: full-scale, once: "
                + random.nextBoolean() + ", energy: 1 pJ, area: 1 um2}");
        return settings;
    }

    /** Plain and grouped convolutions, private kernels, recurrences and dense layers. */
    static Network network(Random random) {
        int channels = 1 + random.nextInt(4);
        int groups = channels % 2 == 0 && random.nextBoolean() ? 2 : 1;
        return switch (random.nextInt(4)) {
            case 0 -> Given.network(
                    channels + ", 5, 6",
                    "conv: {out: %d, kernel: 3, pad: 1, groups: %d, activation: relu}"
                            .formatted(groups * (1 + random.nextInt(9)), groups),
                    "pool: {kernel: 2}",
                    "dense: {out: %d, activation: sigmoid}".formatted(1 + random.nextInt(30)),
                    "dense: {out: 5}");
            case 1 -> Given.network(
                    channels + ", 6, 6",
                    "conv: {name: a, out: 4, kernel: 3, pad: 1, stride: 2, activation: tanh}",
                    "conv: {name: b, out: 4, kernel: 1}",
                    "add: {from: [a, b], activation: relu}",
                    "local: {out: 3, kernel: 2}",
                    "pool: {kind: average, kernel: 2}");
            case 2 -> Given.network(
                    channels + ", 1, 4",
                    List.of("lstm", "gru", "rnn").get(random.nextInt(3))
                            + ": {hidden: %d}".formatted(1 + random.nextInt(12)),
                    "dense: {out: 3, per-position: true}");
            default -> Given.network(
                    (1 + random.nextInt(100)) + ", 1, 1", "dense: {out: %d}".formatted(1 + random.nextInt(50)));
        };
    }
}
