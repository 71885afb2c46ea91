package mho.arch.element.macarray;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.element.TilePath;
import mho.arch.run.RunResult;
import mho.core.engine.Clock;
import mho.workloads.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that work through an array's weights block after block, in a clock of their own, each layer on arrays of its own. */
class FoldTest {
    private static RunResult run(int inputs, int outputs, String... settings) {
        ChipSpec chip = Given.chip("hybrid-256", settings);
        Network network = Given.network(inputs + ", 12, 12", "conv: {name: c, out: " + outputs + ", kernel: 1}");
        return Given.run(chip, network, 3);
    }

    /** 16 x 16 units take a turn for every block of which any weight is used; each turn is one cycle of 700 MHz. */
    @ParameterizedTest
    @CsvSource({"256, 256, 256", "100, 40, 21", "16, 16, 1", "17, 16, 2", "1, 1, 1", "255, 33, 48"})
    void a_vector_takes_a_cycle_for_every_block_in_use(int inputs, int outputs, int turns) {
        RunResult run = run(inputs, outputs, "tiles.digital.core.clock=700 MHz", "mapping.copies=one");
        double busy = busySeconds(run) / (3 * 144);
        assertThat(busy).isCloseTo(turns / 700e6, within(1e-6 * busy));
        double products = run.perImage(1, TilePath.ofKind("digital").in(MacArray.MULTIPLY));
        assertThat(products).isEqualTo(144.0 * inputs * outputs);
    }

    /** A memory of half the width gives the weights of a turn in two cycles. */
    @ParameterizedTest
    @CsvSource({"8, 1", "4, 2", "3, 3"})
    void a_slow_memory_holds_the_units_up(int banks, int cycles) {
        RunResult run = run(64, 64, "tiles.digital.core.memory.banks=" + banks, "mapping.copies=one");
        double busy = busySeconds(run) / (3 * 144);
        assertThat(busy).isCloseTo(16 * cycles / 1e9, within(1e-6 * busy));
    }

    private static double busySeconds(RunResult run) {
        BitSet arrays = run.program().pipelines().get(1);
        double ticks = arrays.stream()
                .mapToDouble(resource -> run.timeline().busy(resource))
                .sum();
        return ticks / Clock.TICKS_PER_SECOND;
    }
}
