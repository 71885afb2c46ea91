package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.device;
import static mho.periphery.scheme.Learners.state;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.core.yaml.Kind;
import mho.core.yaml.Kinds;
import mho.periphery.device.Device;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;
import mho.periphery.learning.UpdateLaw;
import mho.periphery.random.NormalStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every scheme owes whoever trains by it, with every law of a cell that it takes. */
class SchemeContractTest {
    private static final int ROWS = 5;
    private static final int COLUMNS = 4;
    private static final int UPDATES = 60;
    private static final float RATE = 0.05f;

    /** An example of each kind, or several; short intervals, so that all that a scheme ever does happens in a few updates. */
    private static final Map<String, List<String>> SCHEMES = Map.ofEntries(
            Map.entry(
                    "stochastic",
                    List.of(
                            "{kind: stochastic}",
                            "{kind: stochastic, phases: 4, weight: {kind: pair}}",
                            "{kind: stochastic, weight: {kind: pair, pulsed: alternate}}",
                            "{kind: stochastic, weight: {kind: several, devices: 3, up-every: 2}}",
                            "{kind: stochastic, weight: {kind: several, devices: 5, increment: 2, up-every: 2, down-every: 3}}",
                            "{kind: stochastic, phases: 1, weight: {kind: referenced, settling: 50}}")),
            Map.entry("outer-product", List.of("{kind: outer-product}")),
            Map.entry("local-pulses", List.of("{kind: local-pulses, most: 3}")),
            Map.entry("manhattan", List.of("{kind: manhattan, x-threshold: 0.2}")),
            Map.entry("batch-manhattan", List.of("{kind: batch-manhattan}")),
            Map.entry(
                    "counted", List.of("{kind: counted, columns-at-once: 3}", "{kind: counted, weight: {kind: pair}}")),
            Map.entry("mixed-precision", List.of("{kind: mixed-precision, every: 3, x-levels: 8, delta-levels: 8}")),
            Map.entry(
                    "tiki-taka",
                    List.of("{kind: tiki-taka, transfer-rate: 20, fast-share: 0.5,"
                            + " fast: {kind: stochastic, weight: {kind: referenced, settling: 50}}}")),
            Map.entry(
                    "tiki-taka-v2",
                    List.of("{kind: tiki-taka-v2, transfer-rate: 20, counted: batch,"
                            + " fast: {kind: stochastic, weight: {kind: referenced, settling: 50}},"
                            + " read: {output-noise: 0.01, output-bits: 9, output-bound: 2}}")),
            Map.entry(
                    "chopped",
                    List.of("{kind: chopped, transfer-rate: 20, chop-probability: 0.3, column-chop-probability: 0.2,"
                            + " forgets: false}")),
            Map.entry("agad", List.of("{kind: agad, transfer-rate: 20, chop-probability: 0.5}")),
            Map.entry("carry", List.of("{kind: carry, digits: 3, base: 2, every: 7, most-pulses: 20}")),
            Map.entry("hybrid", List.of("{kind: hybrid, every: 25, most-pulses: 20}")),
            Map.entry(
                    "occasional-reset",
                    List.of("{kind: occasional-reset}", "{kind: occasional-reset, update: {kind: mixed-precision}}")));

    private static final String SPREADS =
            "step: 0.02, step-spread: 0.2, up-down-spread: 0.05, pulse-noise: 0.3, highest-spread: 0.2, write-noise: 0.5,"
                    + " stuck: 0.05, lifetime: 1000, reset-noise: 0.01";

    private static final Map<String, String> LAWS = Map.ofEntries(
            Map.entry("constant-step", "{kind: constant-step, " + SPREADS + "}"),
            Map.entry(
                    "linear-step",
                    "{kind: linear-step, gamma-up: 0.5, gamma-down: 0.3, noise: additive, " + SPREADS + "}"),
            Map.entry("soft-bounds", "{kind: soft-bounds, " + SPREADS + "}"),
            Map.entry(
                    "soft-bounds-reference",
                    "{kind: soft-bounds-reference, subtract-symmetry-point: true, reference-spread: 0.02, " + SPREADS
                            + "}"),
            Map.entry(
                    "exponential-step",
                    "{kind: exponential-step, a-up: 0.4, a-down: 0.3, gamma-up: 1, gamma-down: 1, slope: 0.5, "
                            + SPREADS + "}"),
            Map.entry("power-step", "{kind: power-step, gamma-up: 1.2, gamma-down: 0.8, " + SPREADS + "}"),
            Map.entry(
                    "piecewise-step",
                    "{kind: piecewise-step, up: [1.5, 1, 0.5], down: [0.5, 1, 1.5], " + SPREADS + "}"),
            Map.entry(
                    "jump-table",
                    "{kind: jump-table, probabilities: [0.01, 0.99], up: [[0.02, 0.06], [0, 0.02]],"
                            + " down: [[-0.02, 0], [-0.06, -0.02]]}"),
            Map.entry(
                    "neurosim",
                    "{kind: neurosim, up-pulses: 60, down-pulses: 50, up-label: 2, down-label: -1, window-noise: 0.005}"),
            Map.entry(
                    "capacitor",
                    "{kind: capacitor, current: 1 uA, current-spread: 0.1, mismatch: 0.05, width: 1 ns, capacitance: 100 fF,"
                            + " swing: 1 V, lifetime: 1000}"),
            Map.entry("binary", "{kind: binary, up-probability: 0.2, down-probability: 0.3}"),
            Map.entry(
                    "one-sided-pair",
                    "{kind: one-sided-pair, refresh-pulses: 20, cell: {kind: soft-bounds, lowest: 0, step: 0.1,"
                            + " pulse-noise: 0.3}}"));

    /** A scheme with a device for all of its roles. */
    record Pairing(UpdateScheme scheme, List<Device> devices) {
        LearningCells cells(long seed) {
            return scheme.cells(devices, ROWS, COLUMNS, 0.5, seed, 3, 1);
        }

        @Override
        public String toString() {
            return scheme.kind() + " with "
                    + devices.stream().map(Device::device).distinct().toList() + " " + scheme;
        }
    }

    private static String kind(Class<?> type) {
        return type.getAnnotation(Kind.class).value();
    }

    private static Device deviceOf(Class<?> law) {
        String kind = kind(law);
        assertThat(LAWS).as("give LAWS an example of each law").containsKey(kind);
        return device(kind, LAWS.getOrDefault(kind, ""));
    }

    private static Stream<UpdateScheme> schemes() {
        return Kinds.of(UpdateScheme.class).stream().flatMap(type -> {
            assertThat(SCHEMES).as("give SCHEMES an example of each scheme").containsKey(kind(type));
            return SCHEMES.getOrDefault(kind(type), List.of()).stream().map(Learners::scheme);
        });
    }

    private static boolean takes(DeviceRole role, Device device) {
        UpdateLaw law = device.update();
        return law != null && role.accepts().contains(law.movement());
    }

    /** Every scheme with every law, as the device of all its roles that accept it; other roles get the first that they do accept. */
    private static Stream<Pairing> all(boolean suitable) {
        List<Device> devices = Kinds.of(UpdateLaw.class).stream()
                .map(SchemeContractTest::deviceOf)
                .toList();
        return schemes().flatMap(scheme -> devices.stream().flatMap(device -> {
            boolean fits = scheme.roles().stream().anyMatch(role -> takes(role, device));
            if (fits != suitable) {
                return Stream.empty();
            }
            List<Device> chosen = new ArrayList<>();
            for (DeviceRole role : scheme.roles()) {
                chosen.add(
                        !fits || takes(role, device)
                                ? device
                                : devices.stream()
                                        .filter(each -> takes(role, each))
                                        .findFirst()
                                        .orElseThrow());
            }
            return Stream.of(new Pairing(scheme, chosen));
        }));
    }

    static Stream<Pairing> suitable() {
        return all(true);
    }

    static Stream<Pairing> unsuitable() {
        return all(false);
    }

    /** Updates of which a fifth of x is zero, three a example, two examples a batch; from one number to another of a fixed series. */
    private static void train(LearningCells cells, int from, int until) {
        float[] x = new float[ROWS + 2];
        float[] delta = new float[COLUMNS + 1];
        for (int update = from; update < until; update++) {
            NormalStream stream = NormalStream.of(11, update);
            for (int i = 0; i < x.length; i++) {
                x[i] = stream.uniform() < 0.2 ? 0 : (float) stream.normal();
            }
            for (int i = 0; i < delta.length; i++) {
                delta[i] = (float) stream.normal();
            }
            cells.update(x, 2, delta, 1, RATE);
            if (update % 3 == 2) {
                cells.exampleEnds();
            }
            if (update % 6 == 5) {
                cells.batchEnds();
            }
        }
    }

    private static void assertSame(CellState one, CellState other) {
        assertThat(one.floats().keySet()).isEqualTo(other.floats().keySet());
        one.floats()
                .forEach((name, values) ->
                        assertThat(values).as(name).isEqualTo(other.floats().get(name)));
        assertThat(one.longs().keySet()).isEqualTo(other.longs().keySet());
        one.longs()
                .forEach((name, values) ->
                        assertThat(values).as(name).isEqualTo(other.longs().get(name)));
    }

    @ParameterizedTest
    @MethodSource("suitable")
    void equal_seeds_give_equal_bytes_and_another_seed_does_not(Pairing pairing) {
        LearningCells one = pairing.cells(1);
        LearningCells same = pairing.cells(1);
        LearningCells other = pairing.cells(2);
        train(one, 0, UPDATES);
        train(same, 0, UPDATES);
        train(other, 0, UPDATES);
        assertSame(state(one), state(same));
        assertThat(weights(one)).isNotEqualTo(new float[ROWS * COLUMNS]);
        assertThat(state(one).longs()).isNotEqualTo(state(other).longs());
    }

    /** At a moment when examples and batches are under way. */
    @ParameterizedTest
    @MethodSource("suitable")
    void one_that_was_saved_and_restored_goes_on_as_if_it_had_never_stopped(Pairing pairing) {
        LearningCells whole = pairing.cells(1);
        train(whole, 0, UPDATES);
        LearningCells first = pairing.cells(1);
        train(first, 0, 31);
        LearningCells second = pairing.cells(1);
        train(second, 0, 5);
        second.restore(state(first));
        train(second, 31, UPDATES);
        assertSame(state(second), state(whole));
    }

    /** A5.9. Pulses that found a symmetry point came before learning. */
    @ParameterizedTest
    @MethodSource("suitable")
    void pulses_that_are_counted_are_those_that_cells_took(Pairing pairing) {
        LearningCells cells = pairing.cells(1);
        long before = Learners.taken(cells);
        train(cells, 0, UPDATES);
        PulseCounts updates = cells.counts().updates();
        PulseCounts transfers = cells.counts().transfers();
        assertThat(updates.coincidences() + transfers.coincidences())
                .isEqualTo(Learners.taken(cells) - before)
                .isPositive();
        for (PulseCounts counts : List.of(updates, transfers)) {
            long reached = counts.rowFires() * COLUMNS + counts.columnFires() * ROWS;
            assertThat(counts.halfSelected()).isBetween(0L, reached - 2 * counts.coincidences());
            if (!pairing.scheme().toString().contains("EqualCells")) {
                assertThat(counts.halfSelected()).isEqualTo(reached - 2 * counts.coincidences());
            }
            assertThat(counts.longestSlots()).isLessThanOrEqualTo(counts.slots());
        }
    }

    @ParameterizedTest
    @MethodSource("suitable")
    void nothing_changes_and_nothing_counts_where_x_or_delta_or_the_rate_is_zero(Pairing pairing) {
        LearningCells cells = pairing.cells(1);
        train(cells, 0, 31);
        CellState before = state(cells);
        float[] nothing = new float[ROWS];
        float[] some = {1, -1, 0.5f, 2, 0};
        cells.update(nothing, 0, some, 0, RATE);
        cells.update(some, 0, nothing, 0, RATE);
        cells.update(some, 0, some, 0, 0);
        assertSame(state(cells), before);
        assertThatThrownBy(() -> cells.update(some, 0, some, 0, -1)).hasMessageContaining("not negative");
        assertThatThrownBy(() -> cells.update(some, 0, some, 0, Float.NaN)).hasMessageContaining("not negative");
    }

    /** In the array that updates reach; what is read of it for a transfer may be noise. */
    @ParameterizedTest
    @MethodSource("suitable")
    void a_row_whose_x_is_zero_takes_no_pulse(Pairing pairing) {
        LearningCells cells = pairing.cells(1);
        float[] x = {0.7f, 0, -1, 0.4f, 0};
        CellPopulation updated = cells.populations().get(0);
        int[] before = wear(updated);
        for (int i = 0; i < 20; i++) {
            cells.update(x, 0, new float[] {1, -0.5f, 0.2f, 0}, 0, 20 * RATE);
        }
        cells.batchEnds();
        int[] after = wear(updated);
        assertThat(after[1]).isEqualTo(before[1]);
        assertThat(after[4]).isEqualTo(before[4]);
        assertThat(after[0]).isGreaterThan(before[0]);
    }

    private static int[] wear(CellPopulation cells) {
        int[] wear = new int[ROWS];
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                wear[row] += cells.wear(row, column);
            }
        }
        return wear;
    }

    @ParameterizedTest
    @MethodSource("suitable")
    void weights_are_what_the_scheme_composes_of_its_cells(Pairing pairing) {
        LearningCells cells = pairing.cells(1);
        assertThat(cells.populations()).hasSize(pairing.scheme().cellsPerWeight());
        train(cells, 0, 20);
        float[] found = weights(cells);
        for (int row = 0; row < ROWS; row++) {
            for (int column = 0; column < COLUMNS; column++) {
                int r = row;
                int c = column;
                double[] each = cells.populations().stream()
                        .mapToDouble(population -> population.weight(r, c))
                        .toArray();
                assertThat((double) found[row * COLUMNS + column])
                        .isCloseTo(0.5 * pairing.scheme().compose(each), within(1e-5));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unsuitable")
    void a_device_that_cannot_learn_so_is_refused_with_its_name_that_of_the_scheme_and_a_remedy(Pairing pairing) {
        assertThatThrownBy(() -> pairing.cells(1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining('"' + pairing.scheme().kind() + '"')
                .hasMessageContaining('"' + pairing.devices().get(0).device() + '"')
                .hasMessageMatching("(?s).*; (train|it needs|pairs|state).*");
    }
}
