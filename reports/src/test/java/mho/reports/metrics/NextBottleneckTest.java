package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import mho.arch.chip.Chips;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.core.engine.Watcher;
import mho.core.yaml.Setting;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;

/** What is told to be in the way next is in the way where the key is set so. */
class NextBottleneckTest {
    private static Bottleneck limit(String... settings) {
        Chips.Loaded chip = Chips.load(
                "isaac-ce", List.of(settings).stream().map(Setting::parse).toList());
        Report report = Metrics.of(
                Run.run(chip.spec(), Zoo.load("prime-cnn-1"), InputCount.untilSteady(2), Watcher.NONE),
                chip.tree(),
                new Report.RunFacts("", "", 0, 0, "", ""));
        return report.totals().limit();
    }

    /** The tile's units are in the way; with twice their clock it is what was said, for as long. */
    @Test
    void a_key_set_twice_as_fast_leaves_what_was_told() {
        Bottleneck before = limit("tile.activation.clock=1 MHz");
        Bottleneck.Next next = Objects.requireNonNull(before.next());
        assertThat(next.key()).isEqualTo("tile.activation.clock");
        Bottleneck after = limit("tile.activation.clock=2 MHz");
        assertThat(after.resource()).isEqualTo(next.resource());
        assertThat(after.busyS()).isCloseTo(next.busyS(), within(1e-6 * next.busyS()));
        assertThat(before.afterwards(String::valueOf)).contains("tile.activation.clock");
    }
}
