package mho.arch.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.network.TrainingNetwork;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Training on a chip, in time and energy, beside a pencil. */
class TrainingRunTest {
    private static final long NS = 1_000_000;
    /** A read of the default chip's array, either way: 256 ns of durations and 4 of settling. */
    private static final long READ = 260 * NS;

    private static final long UPDATE = 2 * 31 * NS;

    /** Such a read and its conversion. */
    private static final long LINE = 518 * NS;

    private static RunResult train(Network network, String... settings) {
        return Given.steady(Given.chip("analog-train", settings), TrainingNetwork.of(network.folded()));
    }

    private static Stage stage(RunResult run, String name) {
        return run.placement().pipeline().stages().stream()
                .filter(stage -> stage.node().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + name));
    }

    /** What one input keeps the busiest of a layer's own arrays busy. */
    private static long busy(RunResult run, String layer) {
        return run.program().pipelines().get(stage(run, layer).id()).stream()
                .mapToLong(resource -> run.alone().busy(resource))
                .max()
                .orElseThrow();
    }

    /**
     * What schemes do beside updates is in their time: of 256 rows, a row read and a train for it behind each update; each second one, and a pulse
     * up and one down; three of four digits read every 100 examples; all rows of pairs every 50. A line is read when the one before has been
     * converted.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: tiki-taka}                       | reram-sb     | 1        | 62",
                "{kind: tiki-taka-v2, every: 2}          | reram-sb     | 0.5      | 1",
                "{kind: carry, digits: 4, every: 100}    | taox-hfox    | 7.68     | 0",
                "{kind: occasional-reset, every: 50}     | gst-pcm-pair | 5.12     | 0"
            })
    void transfers_take_time_where_no_values_are_known(String scheme, String device, double lines, long slots) {
        Network network = Given.network("256, 1, 1", "dense: {out: 100, bias: false}", "dense: {out: 10, bias: false}");
        RunResult run =
                train(network, "tile.core.learning.scheme=" + scheme, "tile.core.learning.devices=[" + device + "]");
        RunInvariants.hold(run, scheme);
        long expected = READ + UPDATE + slots * NS + (long) (lines * LINE);
        assertThat(busy(run, "dense1")).isBetween(expected, expected + NS);
    }

    /** T steps: a read each way and an update of each, and no step back begins before the one behind it has been read. */
    @ParameterizedTest
    @ValueSource(strings = {"rnn", "gru", "lstm"})
    void a_sequence_comes_back_step_by_step(String cell) {
        int steps = 7;
        Network network =
                Given.network("8, 1, " + steps, cell + ": {hidden: 16}", cell + ": {hidden: 12}", "dense: {out: 6}");
        RunResult run = train(network);
        RunInvariants.hold(run, cell);
        assertThat(busy(run, cell + "1")).isEqualTo(steps * (2 * READ + UPDATE));
        assertThat(busy(run, cell + "2")).isEqualTo(steps * (2 * READ + UPDATE));
        assertThat(run.pace().intervalTicks()).isGreaterThanOrEqualTo(steps * (2 * READ + UPDATE));
        for (String way : List.of("", ".reverse")) {
            Stage stage = stage(run, cell + "1" + way);
            long span = run.alone().finish(stage.id(), 0) - run.alone().start(stage.id(), 0);
            assertThat(span).as(way).isGreaterThan(steps * READ);
        }
    }

    @Test
    void arrays_are_read_forward_and_back_and_updated_one_after_the_other() {
        RunResult run = train(Zoo.load("mlp"));
        assertThat(busy(run, "dense1")).isEqualTo(READ + UPDATE);
        assertThat(busy(run, "dense2")).isEqualTo(2 * READ + UPDATE);
        for (String same : List.of("dense2.reverse", "dense2.update")) {
            assertThat(run.program().pipelines().get(stage(run, same).id()))
                    .isEqualTo(
                            run.program().pipelines().get(stage(run, "dense2").id()));
        }
    }

    /** A layer waits for its own update: from the start of the first layer to the end of its update, and again. */
    @Test
    void inputs_follow_one_another_by_the_way_there_and_back() {
        RunResult run = train(Zoo.load("mlp"));
        long way = run.alone().finish(stage(run, "dense1.update").id(), 0)
                - run.alone().start(stage(run, "dense1").id(), 0);
        assertThat(run.pace().intervalTicks()).isCloseTo(way, within(5.0 * NS));
    }

    @Test
    void stale_weights_are_limited_by_the_busiest_arrays() {
        RunResult run = train(Zoo.load("mlp"), "mapping.updates=stale", "mapping.behind=16");
        assertThat(run.pace().intervalTicks()).isCloseTo(2 * READ + UPDATE, within(1.0 * NS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlp", "lenet5", "fmnist-lenet"})
    void invariants_hold(String network) {
        for (String updates : List.of("waited", "stale")) {
            RunResult run = train(Zoo.load(network), "mapping.updates=" + updates);
            RunInvariants.hold(run, network + " " + updates);
            assertThat(run.placement().arrays())
                    .isEqualTo(Given.steady(Given.chip("analog-train"), Zoo.load(network))
                            .placement()
                            .arrays());
        }
    }

    /** An outer product of a window: rows and columns fire in a tenth of 31 slots, cells where both do. */
    @Test
    void pulses_are_those_of_lines_and_of_cells_where_they_meet() {
        RunResult run = train(
                Given.network("100, 4, 4", "conv: {name: a, out: 20, kernel: 1}", "dense: {name: b, out: 10}"),
                "tile.core.learning.row-activity=0.2");
        Action line = new Action("tile.core.learning", "line pulse");
        Action cell = new Action("tile.core.learning", "cell pulse");
        int rows = 100 + 1;
        int columns = 2 * 20;
        assertThat(run.perImage(stage(run, "a.update").id(), line))
                .isCloseTo(16 * 31 * (0.2 * rows + 0.1 * columns), within(1e-6));
        assertThat(run.perImage(stage(run, "a.update").id(), cell))
                .isCloseTo(16 * 31 * 0.2 * 0.1 * rows * columns, within(1e-6));
        assertThat(run.perImage(stage(run, "a").id(), line)).isZero();
    }

    /** The other side has as many conversions as there are rows. */
    @Test
    void a_read_in_reverse_drives_columns_and_converts_rows() {
        RunResult run = train(Given.network("100, 1, 1", "dense: {name: a, out: 50}", "dense: {name: b, out: 10}"));
        Action converted = new Action("tile.core.adc", "conversion");
        Action driven = new Action("tile.core.driver", "row phase");
        assertThat(run.perImage(stage(run, "b").id(), converted)).isEqualTo(2 * 10);
        assertThat(run.perImage(stage(run, "b.reverse").id(), converted)).isEqualTo(50 + 1);
        assertThat(run.perImage(stage(run, "b").id(), driven)).isEqualTo(50 + 1);
        assertThat(run.perImage(stage(run, "b.reverse").id(), driven)).isEqualTo(2 * 10);
    }

    /** Longer trains take longer and cost more; nothing else changes. */
    @Test
    void trains_twice_as_long_take_twice_as_long() {
        RunResult once = train(Zoo.load("mlp"));
        RunResult twice = train(Zoo.load("mlp"), "tile.core.learning.slots=62");
        assertThat(busy(twice, "dense2") - busy(once, "dense2")).isEqualTo(UPDATE);
    }

    /** A scheme says its trains, unless the chip does: 15 slots in one phase, a pulse in two, nine slots, what it says. */
    @Test
    void trains_are_those_of_the_scheme() {
        long reads = 2 * READ;
        String scheme = "tile.core.learning.scheme=";
        for (Map.Entry<String, Long> slots : Map.of(
                        "{kind: stochastic, slots: 15, phases: 1}", 15L,
                        "{kind: manhattan}", 2L,
                        "{kind: local-pulses, most: 3, phases: 2}", 18L,
                        "{kind: outer-product, slots: 7, phases: 4}", 28L)
                .entrySet()) {
            assertThat(busy(train(Zoo.load("mlp"), scheme + slots.getKey()), "dense2"))
                    .as(slots.getKey())
                    .isEqualTo(reads + slots.getValue() * NS);
        }
        RunResult stated = train(Zoo.load("mlp"), scheme + "{kind: manhattan}", "tile.core.learning.slots=3");
        assertThat(busy(stated, "dense2")).isEqualTo(reads + 6 * NS);
    }

    /** A layer in several tiles: what comes back is added up where gradients are made, and nothing is lost. */
    @Test
    void a_layer_of_many_tiles_learns_too() {
        Network wide = Given.network("1500, 1, 1", "dense: {name: a, out: 1200}", "dense: {name: b, out: 700}");
        RunResult run = train(wide);
        RunInvariants.hold(run, "wide");
        assertThat(run.placement().seats().get(stage(run, "b").id()).allTiles().length)
                .isGreaterThan(1);
        assertThat(busy(run, "b")).isEqualTo(2 * READ + UPDATE);
    }

    @Test
    void activations_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> train(Zoo.load("cifar-resnet18")))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("tile.buffer.size");
    }

    @Test
    void arrays_without_a_way_back_are_refused() {
        assertThatThrownBy(() -> Given.steady(
                        Given.chip("analog-256"),
                        TrainingNetwork.of(Zoo.load("mlp").folded())))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("tile.core.learning");
    }

    /** In turns a layer's weights come anew, and a reverse read or an update would have no array to keep busy. */
    @Test
    void layers_that_take_turns_are_refused() {
        Network training = TrainingNetwork.of(Zoo.load("mlp").folded());
        for (String chip : List.of("tpu-v1", "dadiannao")) {
            assertThatThrownBy(() -> Given.steady(Given.chip(chip, "mapping.schedule=sequential"), training))
                    .as(chip)
                    .isInstanceOf(ModelSaysNo.class)
                    .hasMessageContaining("do not learn");
        }
        assertThatThrownBy(() -> Given.steady(Given.chip("tpu-v1"), training)).hasMessageContaining("do not learn");
        assertThatThrownBy(() -> Given.steady(
                        Given.chip(
                                "analog-train",
                                "chips=1",
                                "tiles=1",
                                "tile.core.array.write={pulse: 100 ns, pulses: 4, energy: 10 pJ}"),
                        training))
                .as("too large a network does not fall back to turns")
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("chips would do");
    }

    @Test
    void copies_that_would_drift_apart_are_refused() {
        assertThatThrownBy(() -> train(Zoo.load("lenet5"), "mapping.layers={C1: 4}"))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("kept alike")
                .hasMessageContaining("tile.core.learning.gradients=");
    }
}
