package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.RandomChips;
import mho.arch.RandomNetworks;
import mho.arch.RunInvariants;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The interval is that of a stream without end, however many inputs are asked for. */
final class PaceTest {
    @ParameterizedTest
    @CsvSource({
        "isaac-ce, lenet5",
        "isaac-ce, resnet18",
        "isaac-ce, lstm-lm",
        "isaac-ce, mlp",
        "analog-256, lenet5",
        "analog-256, mlp",
        "analog-256, lstm-lm",
        "analog-256, prime-cnn-2",
        "hermes-64-1phase, lenet5"
    })
    void more_inputs_change_nothing_once_it_is_steady(String chip, String network) {
        RunResult few = steady(Given.chip(chip), Zoo.load(network), 2);
        RunResult many = steady(Given.chip(chip), Zoo.load(network), 40);
        assertThat(few.pace().steady()).isTrue();
        assertThat(many.pace().steady()).isTrue();
        double interval = few.pace().intervalTicks();
        assertThat(many.pace().intervalTicks()).isCloseTo(interval, within(0.005 * interval));
        assertThat(many.alone().finish(0)).isEqualTo(few.alone().finish(0));
    }

    /** 38.4 us where two inputs were looked at, below what the busiest resource needs for one. */
    @Test
    void a_congested_mesh_is_not_steady_and_says_so() {
        RunResult run = steady(Given.chip("analog-256"), Zoo.load("resnet18"), 2);
        RunInvariants.hold(run, "congested");
        assertThat(run.pace().steady()).isFalse();
        assertThat(run.pace().to()).isBetween(20, InputCount.ENOUGH - 1);
        assertThat(run.pace().spread()).isGreaterThan(0.02);
        assertThat(run.pace().intervalTicks() / 1e9).isBetween(70.0, 85.0);
    }

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_steady_interval_of_any_chip_and_network_is_that_of_many_inputs(long seed) {
        Random random = Seeds.random(seed);
        RandomChips.Drawn drawn = RandomChips.draw(random);
        ChipSpec chip = Given.chip(drawn.base(), drawn.settings());
        Network network = seed % 10 == 9
                ? RandomNetworks.sequence(seed, 30)
                : RandomNetworks.branching(seed, 1 + (int) (seed % 5), 40);
        RunResult run;
        try {
            run = steady(chip, network, 2);
        } catch (ModelSaysNo no) {
            return;
        }
        RunInvariants.hold(run, "seed " + seed);
        RunResult many = steady(chip, network, 3 * InputCount.ENOUGH);
        if (run.pace().steady()) {
            assertThat(many.pace().intervalTicks() / run.pace().intervalTicks())
                    .as("seed %d, %s", seed, drawn)
                    .isBetween(0.98, 1.02);
        }
    }

    @Test
    void one_input_runs_alone() {
        RunResult run = steady(Given.chip("isaac-ce"), Zoo.load("lenet5"), 1);
        assertThat(run.images()).isEqualTo(1);
        assertThat(run.pace().intervalTicks()).isEqualTo((double) run.alone().finish(0));
    }

    private static RunResult steady(ChipSpec chip, Network network, int least) {
        return Run.run(chip, network, InputCount.untilSteady(least), Watcher.NONE);
    }
}
