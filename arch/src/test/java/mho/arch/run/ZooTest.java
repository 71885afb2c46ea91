package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Chips;
import mho.core.engine.Clock;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every network of the zoo on every chip, but for msra-3, whose 40 million events would take most of the suite's time. */
class ZooTest {
    static Stream<Arguments> pairs() {
        return Chips.names().stream().flatMap(chip -> Zoo.names().stream()
                .filter(network -> !network.equals("msra-3"))
                .map(network -> Arguments.of(chip, network)));
    }

    @ParameterizedTest(name = "{1} on {0}")
    @MethodSource("pairs")
    void runsWithinTheChipsPeakOrSaysWhatWouldFit(String chipName, String networkName) {
        ChipSpec chip = Chips.load(chipName, List.of()).spec();
        Network network = Zoo.load(networkName);
        RunResult result;
        try {
            result = Run.run(chip, network, 2, Watcher.NONE);
        } catch (ModelSaysNo no) {
            assertThat(no).hasMessageMatching("(?s).*(would do|give at least).*");
            return;
        }
        Timeline timeline = result.timeline();
        double interval = (double) (timeline.finish(1) - timeline.finish(0)) / Clock.TICKS_PER_SECOND;
        double peak = chip.peakOpsPerSecond() * result.placement().chips();
        assertThat(network.ops() / interval).isPositive().isLessThanOrEqualTo(peak);
        for (int r = 0; r < result.program().model().resources(); r++) {
            int servers = result.program().model().servers(r);
            assertThat(timeline.busy(r)).isLessThanOrEqualTo(servers * timeline.end());
        }
    }
}
