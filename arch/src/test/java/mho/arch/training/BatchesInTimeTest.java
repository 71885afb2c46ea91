package mho.arch.training;

import static mho.arch.training.TrainingRuns.NS;
import static mho.arch.training.TrainingRuns.SUMS;
import static mho.arch.training.TrainingRuns.chain;
import static mho.arch.training.TrainingRuns.count;
import static mho.arch.training.TrainingRuns.exactly;
import static mho.arch.training.TrainingRuns.id;
import static mho.arch.training.TrainingRuns.peakHeld;
import static mho.arch.training.TrainingRuns.steady;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.run.InputCount;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import mho.workloads.network.TrainingNetwork;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights that stand still for a batch of inputs, beside a pencil. */
class BatchesInTimeTest {
    private static final long READ = 260 * NS;
    private static final long UPDATE = 2 * 31 * NS;
    /** Rows of an array of {@link TrainingRuns#chain}, one of them the bias. */
    private static final int ROWS = 21;

    /** Reads so slow that all else takes no time, and an update of 21 rows as long as one of them. */
    private static final long SLOW = 25_604 * NS;

    private static final String[] SLOW_READS = {"tile.core.driver.unit=100 ns", "tile.core.learning.pulse=19.665 ns"};

    private static RunResult batches(int layers, int batch, String... more) {
        String[] settings = new String[more.length + 2];
        settings[0] = "mapping.batch=" + batch;
        settings[1] = SUMS;
        System.arraycopy(more, 0, settings, 2, more.length);
        return steady(chain(layers), settings);
    }

    /**
     * PipeLayer's (N/B)(2 L + B + 1) cycles has arrays of their own for reads in reverse. Where an array is read both ways, inputs of a batch
     * follow one another every two reads: the first goes up L - 1 layers, the last layer reads 2 B times, the last goes down L - 2 more (the
     * first layer is not read in reverse), and an update closes the batch. That makes (N/B) 2 (L + B - 1).
     */
    @ParameterizedTest
    @CsvSource({"2, 2", "2, 16", "3, 4", "5, 2", "5, 16"})
    void a_batch_takes_as_many_reads_as_the_pipeline_says(int layers, int batch) {
        RunResult run = batches(layers, batch, SLOW_READS);
        double reads = run.pace().intervalTicks() / SLOW;
        assertThat(reads).isBetween(2.0 * (layers + batch - 1), 2.0 * (layers + batch - 1) + 0.03 * layers);
    }

    /** Once the last layer is never idle, an input more is two reads more, to the tick. */
    @Test
    void an_input_more_is_two_reads_more() {
        double less = batches(3, 16).pace().intervalTicks();
        double more = batches(3, 64).pace().intervalTicks();
        assertThat(more - less).isEqualTo(48 * 2 * READ);
    }

    /** Without sums every input of the batch has its pulses, all behind the last read. */
    @Test
    void without_sums_inputs_are_pulsed_one_after_the_other_when_the_batch_is_read() {
        RunResult less = steady(chain(3), "mapping.batch=16");
        RunResult more = steady(chain(3), "mapping.batch=64");
        assertThat(more.pace().intervalTicks() - less.pace().intervalTicks()).isEqualTo(48.0 * (2 * READ + UPDATE));
        for (int batch = 0; batch < 3; batch++) {
            assertThat(less.timeline().start(id(less, "d2.update"), batch))
                    .isGreaterThanOrEqualTo(less.timeline().finish(id(less, "d2.reverse"), batch));
        }
    }

    @Test
    void weights_stand_still_from_the_first_read_of_a_batch_to_its_last() {
        for (String updates : new String[] {SUMS, "tile.core.learning.slots=31"}) {
            RunResult run = exactly(4 * 8, chain(3), "mapping.batch=8", updates);
            for (String layer : new String[] {"d1", "d2", "d3"}) {
                for (int batch = 1; batch < 4; batch++) {
                    assertThat(run.timeline().start(id(run, layer), batch))
                            .as("%s, batch %d", layer, batch)
                            .isGreaterThanOrEqualTo(run.timeline().finish(id(run, layer + ".update"), batch - 1));
                }
            }
        }
    }

    /** Sums are added to for each input and once for the batch; rows are written once. */
    @Test
    void what_is_gathered_is_written_once() {
        RunResult run = batches(2, 10);
        double weights = ROWS * 20;
        assertThat(count(run, "d2.update", "tile.core.learning.gradients", "sum"))
                .isCloseTo(weights + weights / 10, within(1e-9));
        // 21 rows in every slot of both phases, 21 x 40 cells in a tenth of one phase's
        assertThat(count(run, "d2.update", "tile.core.learning", "line pulse"))
                .isCloseTo((ROWS * 62 + ROWS * 40 * 3.1) / 10, within(1e-9));
        assertThat(count(run, "d2.update", "tile.core.learning", "cell pulse"))
                .isCloseTo(ROWS * 40 * 3.1 / 10, within(1e-9));
    }

    /** What a layer reads is kept for the whole batch where its pulses come behind the batch, and for the pipeline's length where it is summed. */
    @Test
    void sums_spare_room_for_what_is_read() {
        RunResult kept = steady(chain(2), "mapping.batch=64");
        assertThat(peakHeld(kept, "d1", "d2.update")).isGreaterThanOrEqualTo(64);
        RunResult summed = steady(
                chain(2),
                "mapping.batch=64",
                SUMS,
                "tile.buffer.size=8 KiB",
                "tile.buffer.energy=1 pJ",
                "tile.buffer.leakage=1 uW",
                "tile.buffer.area=0.01 mm2");
        assertThat(summed.pace().steady()).isTrue();
        assertThatThrownBy(() -> steady(
                        Given.network("500, 1, 1", "dense: {name: a, out: 10}", "dense: {name: b, out: 10}"),
                        "mapping.batch=256"))
                .as("256 inputs of 500 B each")
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("tile.buffer.size");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "lenet5"})
    void invariants_hold(String network) {
        for (String sums : new String[] {SUMS, "tile.core.learning.slots=31"}) {
            for (String updates : new String[] {"waited", "stale"}) {
                RunResult run = steady(Zoo.load(network), "mapping.batch=4", sums, "mapping.updates=" + updates);
                RunInvariants.hold(run, network + " " + updates);
            }
        }
    }

    /** Batches count as inputs where so many inputs are asked for. */
    @Test
    void inputs_asked_for_are_rounded_up_to_batches() {
        assertThat(exactly(100, chain(2), "mapping.batch=64").images()).isEqualTo(2);
        assertThat(exactly(300, chain(2), "mapping.batch=64").images()).isEqualTo(5);
        assertThat(exactly(1, chain(2), "mapping.batch=64").images()).isEqualTo(1);
    }

    /** With sums beside its arrays, a layer that stands once and learns from every input is the one without. */
    @Test
    void sums_that_nobody_needs_change_no_time() {
        RunResult without = steady(chain(3));
        RunResult with = steady(chain(3), SUMS);
        assertThat(with.pace()).isEqualTo(without.pace());
        assertThat(with.timeline().events()).isEqualTo(without.timeline().events());
        assertThat(RunInvariants.energyJ(with)).isEqualTo(RunInvariants.energyJ(without));
    }

    @Test
    void whole_runs_and_those_that_leave_out_what_repeats_are_the_same() {
        Network network = TrainingNetwork.of(chain(3).folded());
        Watcher all = new Watcher() {
            @Override
            public void progress(long events, long ticks) {}

            @Override
            public boolean seesAll() {
                return true;
            }
        };
        for (String updates : new String[] {"waited", "stale"}) {
            var chip = Given.chip("analog-train", "mapping.batch=4", SUMS, "mapping.updates=" + updates);
            RunResult quick = Run.run(chip, network, InputCount.exactly(4000), Watcher.NONE);
            RunResult whole = Run.run(chip, network, InputCount.exactly(4000), all);
            assertThat(quick.timeline().leftOut()).isPositive();
            assertThat(whole.timeline().leftOut()).isZero();
            assertThat(quick.timeline().end()).isEqualTo(whole.timeline().end());
            assertThat(quick.pace()).isEqualTo(whole.pace());
        }
    }

    @Test
    void sums_of_all_weights_of_a_core_must_fit() {
        assertThatThrownBy(() -> steady(chain(2), SUMS, "tile.core.learning.gradients.size=1 KiB"))
                .hasMessageContaining("tile.core.learning.gradients.size=65536 B");
    }
}
