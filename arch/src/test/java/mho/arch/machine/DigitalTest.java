package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Values of a digital kind of element, beside 64-bit integers. */
class DigitalTest {
    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aDigitalElementComputesExactIntegersAtItsPrecision(int seed) {
        Random random = Seeds.random(seed);
        int bits = 2 + random.nextInt(10);
        ChipSpec chip = Given.chip(
                "isaac-ce",
                "chips=1",
                "link=null",
                "precision.values=" + bits + " bit",
                "tile.core={kind: adders, rows: %d, columns: %d, row: 10 ns, energy: 1 pJ, area: 100 um2, leakage: 1 uW}"
                        .formatted(1 + random.nextInt(60), 1 + random.nextInt(60)));
        Network network = Trained.randomly(ExactTest.network(random), random).folded();
        double low = random.nextBoolean() ? 0 : -1;
        List<Batch> calibration = List.of(Trained.evenly(4, network.node(0).output(), low, 1, random));
        List<Batch> inputs = List.of(Trained.evenly(3, network.node(0).output(), 1.3 * low, 1.3, random));
        ProgrammedNetwork programmed = ProgrammedNetwork.of(chip, network, calibration, 0, seed);
        ChipArithmetic arithmetic = ChipArithmetic.of(programmed);
        arithmetic.begin(0);

        List<Batch> made = new Interpreter(network, arithmetic).run(inputs);
        List<Batch> wanted = new Interpreter(network, WholeNumbers.ofBits(bits, 8, programmed.ranges())).run(inputs);

        for (int i = 0; i < made.size(); i++) {
            assertThat(made.get(i).values())
                    .as("seed %d, %d bit", seed, bits)
                    .containsExactly(wanted.get(i).values());
        }
    }
}
