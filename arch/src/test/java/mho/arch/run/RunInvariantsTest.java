package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.RandomChips;
import mho.arch.RandomNetworks;
import mho.arch.RunInvariants;
import mho.arch.Seeds;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RunInvariantsTest {
    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void bounds_hold_for_any_chip_and_network(long seed) {
        Random random = Seeds.random(seed);
        RandomChips.Drawn drawn = RandomChips.draw(random);
        Network network = seed % 10 == 9
                ? RandomNetworks.sequence(seed, 30)
                : RandomNetworks.branching(seed, 1 + (int) (seed % 5), 40);
        RunResult run;
        try {
            run = Given.run(Given.chip(drawn.base(), drawn.settings()), network, 1 + random.nextInt(3));
        } catch (ModelSaysNo no) {
            assertThat(no.getMessage())
                    .as("seed %d", seed)
                    .doesNotContain("waits for")
                    .contains("needs");
            return;
        }
        RunInvariants.hold(run, "seed " + seed);
    }
}
