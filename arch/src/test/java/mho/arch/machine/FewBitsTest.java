package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.workloads.network.Activation;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Weights of -1 and 1, and of -1, 0 and 1, are held without error by as few bits as they need, whatever the sign scheme. */
class FewBitsTest {
    private static final int ROWS = 150;
    private static final int COLUMNS = 20;

    /** A bit of offset or shared reference holds two values, every other scheme of one to three bits a zero as well. */
    static Stream<Arguments> schemes() {
        return Stream.of("pair", "cell-pair", "offset", "offset flipped", "shared-reference")
                .flatMap(sign -> IntStream.rangeClosed(1, 3)
                        .boxed()
                        .flatMap(bits -> IntStream.rangeClosed(1, bits).boxed().flatMap(cell -> Stream.of(2, 3)
                                .filter(levels -> levels == 2 || bits > 1 || sign.endsWith("pair"))
                                .map(levels -> arguments(sign, bits, cell, levels)))));
    }

    @ParameterizedTest(name = "{0}, {1} bits in cells of {2}, {3} levels")
    @MethodSource("schemes")
    void weightsOfTwoOrThreeLevelsAreExact(String sign, int bits, int cell, int levels) {
        Random random = Seeds.random(bits * 10 + cell);
        // The largest code times 2^-3, so that products in floating point are exact as well.
        float magnitude = Math.max(1, (1 << (bits - 1)) - 1) / 8f;
        float[][] weights = new float[ROWS][COLUMNS];
        for (float[] row : weights) {
            for (int c = 0; c < COLUMNS; c++) {
                row[c] = magnitude * (levels == 2 ? 2 * random.nextInt(2) - 1 : random.nextInt(3) - 1);
            }
        }
        Network network = Trained.dense(weights, Activation.NONE).folded();
        float[] codes = new float[5 * ROWS];
        for (int i = 0; i < codes.length; i++) {
            codes[i] = i == 0 ? 127 : random.nextInt(255) - 127;
        }
        List<Batch> inputs = List.of(new Batch(5, network.node(0).output(), codes));
        float[] wanted = new Interpreter(network, new FloatArithmetic())
                .run(inputs)
                .get(0)
                .values();
        for (double off : new double[] {0, 0.1}) {
            ProgrammedNetwork analog = ProgrammedNetwork.of(chip(sign, bits, cell, off), network, inputs, 0, 1);
            ChipArithmetic arithmetic = ChipArithmetic.of(analog);
            arithmetic.begin(0);
            float[] made = new float[5 * COLUMNS];
            arithmetic.multiply(network.node(1), 0, 0, codes, 5, made);
            for (int i = 0; i < made.length; i++) {
                assertThat(made[i])
                        .as("value %d, off-conductance %s", i, off)
                        .isCloseTo(wanted[i], org.assertj.core.api.Assertions.within(off == 0 ? 0f : magnitude / 4));
            }
        }
    }

    private static ChipSpec chip(String sign, int bits, int cell, double off) {
        return Given.chip(
                "analog-256",
                List.of(
                        "precision.values=8 bit",
                        "tile.core.array.rows=64",
                        "tile.core.array.columns=16",
                        "tile.core.array.read-time=10 ns",
                        "tile.core.array.cell={bits: %d%s}"
                                .formatted(
                                        cell,
                                        off == 0
                                                ? ""
                                                : ", on-conductance: 20 uS, off-conductance: " + 20 * off + " uS"),
                        "tile.core.weights={bits: %d, sign: %s, flipped: %s, bias: digital}"
                                .formatted(bits, sign.split(" ")[0], sign.endsWith("flipped")),
                        "tile.core.driver={kind: bit-serial, bits: 1, energy: 1 pJ, area: 1 um2}",
                        "tile.core.adc={kind: sar, bits: 24, rate: 1 GS/s, count: 2, range: full-scale, energy: 1 pJ, area: 1 um2}"));
    }
}
