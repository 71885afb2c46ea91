package mho.arch.training;

import static mho.arch.training.TrainingRuns.chain;
import static mho.arch.training.TrainingRuns.exactly;
import static mho.arch.training.TrainingRuns.id;
import static mho.arch.training.TrainingRuns.peakHeld;
import static mho.arch.training.TrainingRuns.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mho.arch.RunInvariants;
import mho.arch.run.RunResult;
import mho.core.engine.ModelSaysNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that do not wait for updates: how old weights are, how long what is read is kept. */
class StalenessTest {
    private static final double SLOW = 25_604e6;

    /** Reads beside which all else takes no time. */
    private static RunResult stale(int layers) {
        return exactly(200, chain(layers), "mapping.updates=stale", "tile.core.driver.unit=100 ns");
    }

    /** Updates that are lacking when a layer reads an input. */
    private static int behind(RunResult run, String layer, int input) {
        int done = 0;
        while (run.timeline().finish(id(run, layer + ".update"), done)
                <= run.timeline().start(id(run, layer), input)) {
            done++;
        }
        return input - done;
    }

    /** s_l = 2 (L - l), and one for the gradient of the output, which takes a step of its own; nobody is slower for it. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5})
    void weights_are_as_old_as_the_pipeline_is_long(int layers) {
        RunResult run = stale(layers);
        assertThat(run.pace().intervalTicks() / SLOW).isBetween(2.0, 2.01);
        for (int l = 1; l <= layers; l++) {
            assertThat(behind(run, "d" + l, 150))
                    .as("layer %d of %d", l, layers)
                    .isEqualTo(2 * (layers - l) + 1);
        }
    }

    /** Kept from before it is read to its update: its own staleness, the input itself, and what the layer before is ahead of it by. */
    @Test
    void what_a_layer_reads_is_kept_until_its_update() {
        int layers = 5;
        RunResult run = stale(layers);
        for (int l = 2; l <= layers; l++) {
            int own = 2 * (layers - l) + 1;
            assertThat(peakHeld(run, "d" + (l - 1), "d" + l + ".update"))
                    .as("layer %d", l)
                    .isBetween(own + 1, own + 2 + 1);
        }
    }

    /** More inputs behind hide what is done in digital units; one behind waits for nearly all of it. */
    @Test
    void weights_may_be_older_than_that_or_younger() {
        double own = steady(chain(3), "mapping.updates=stale").pace().intervalTicks();
        double old = steady(chain(3), "mapping.updates=stale", "mapping.behind=32")
                .pace()
                .intervalTicks();
        double young = steady(chain(3), "mapping.updates=stale", "mapping.behind=1")
                .pace()
                .intervalTicks();
        double waited = steady(chain(3)).pace().intervalTicks();
        assertThat(old).isEqualTo(582e6);
        assertThat(own).isBetween(old, young);
        assertThat(young).isBetween(own * 1.5, waited);
        RunResult run = exactly(100, chain(3), "mapping.updates=stale", "mapping.behind=1");
        assertThat(behind(run, "d1", 80)).isEqualTo(1);
    }

    /** Where buffers are short inputs are held up, and where nothing could move the chip is refused with the room that would do. */
    @Test
    void short_buffers_slow_and_are_refused_and_never_get_stuck() {
        List<Double> intervals = new ArrayList<>();
        for (int bytes = 64; bytes <= 1024; bytes += 32) {
            try {
                RunResult run = steady(
                        chain(5),
                        "mapping.updates=stale",
                        "mapping.behind=32",
                        "tile.buffer.size=" + bytes + " B",
                        "tile.buffer.energy=1 pJ",
                        "tile.buffer.leakage=1 uW",
                        "tile.buffer.area=0.01 mm2");
                RunInvariants.hold(run, bytes + " B");
                intervals.add(run.pace().intervalTicks());
            } catch (ModelSaysNo no) {
                assertThat(no).as("%d B", bytes).hasMessageContaining("tile.buffer.size");
                assertThat(intervals).as("%d B, and less did", bytes).isEmpty();
            }
        }
        assertThat(intervals.get(0)).isGreaterThan(1.2 * intervals.get(intervals.size() - 1));
        assertThatThrownBy(() -> steady(chain(2), "mapping.behind=0")).hasMessageContaining("mapping.behind");
    }
}
