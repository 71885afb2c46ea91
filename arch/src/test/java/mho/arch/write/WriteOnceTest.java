package mho.arch.write;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.WriteOnce;
import mho.arch.element.crossbar.CrossbarCore;
import mho.arch.run.RunResult;
import mho.core.yaml.BadInput;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against what a hand counts. On isaac-ce a weight takes eight cells of a row, sixteen stand in 128 columns, and a unit column stands
 * beside them: thirty outputs are an array of 129 columns in use and one of 113.
 */
class WriteOnceTest {
    private static final String PULSES =
            "tile.core.array.write={pulse: 100 ns, pulses: 10, energy: 1 pJ, endurance: 1e6}";
    private static final Network DENSE = Given.network("20, 1, 1", "dense: {out: 30}");
    private static final Network TALL = Given.network("300, 1, 1", "dense: {out: 30}");
    private static final long CELLS = 20 * (129 + 113);

    private static WriteOnce written(String chip, Network network, String... settings) {
        RunResult run = Given.run(Given.chip(chip, settings), network);
        return AllWeights.of(Given.chipOf(run), run.placement(), run.inventory());
    }

    private static WriteOnce written(Network network, String... settings) {
        List<String> all = new ArrayList<>(List.of(PULSES));
        all.addAll(List.of(settings));
        return written("isaac-ce", network, all.toArray(String[]::new));
    }

    private static void holds(@Nullable Double figure, double expected) {
        assertThat(requireNonNull(figure)).isCloseTo(expected, within(1e-12 * expected));
    }

    @Test
    void cell_after_cell_takes_its_pulses_and_array_after_array_its_cells() {
        WriteOnce once = written(DENSE);
        assertThat(once.cells()).isEqualTo(CELLS);
        holds(once.pulses(), 10);
        holds(once.seconds(), CELLS * 10 * 100e-9);
        holds(once.joules(), CELLS * 10 * 1e-12);
        assertThat(once.verifyJoules()).isZero();
        holds(once.lifeUsed(), 10 / 1e6);
    }

    @Test
    void rows_beyond_an_array_stand_in_the_next() {
        WriteOnce once = written(TALL);
        assertThat(once.cells()).isEqualTo(300 * (129 + 113));
        holds(once.seconds(), 300 * (129 + 113) * 1e-6);
    }

    /** Four cells at once: 33 turns for 129 columns, 29 for 113; a row at once; and two, of an array's 20 rows in use. */
    @ParameterizedTest
    @CsvSource({"4, 1240", "100, 80", "128, 40", "256, 20", "16384, 2"})
    void cells_in_parallel_save_turns_and_no_energy(int parallel, int turns) {
        WriteOnce once = written(DENSE, "tile.core.array.write.parallel=" + parallel);
        holds(once.seconds(), turns * 1e-6);
        holds(once.joules(), CELLS * 1e-11);
    }

    /**
     * Two arrays a tile hold, of three row blocks of 128, 128 and 44 rows and two column blocks, first two of the first column block; its
     * last and the first of the other; the rest.
     */
    @Test
    void tiles_or_arrays_side_by_side_take_as_long_as_the_longest() {
        String[] two = {"tile.cores=1", "tile.core.arrays=2"};
        holds(written(TALL, two[0], two[1]).seconds(), 300 * (129 + 113) * 1e-6);
        holds(
                written(TALL, two[0], two[1], "tile.core.array.write.arrays=tiles")
                        .seconds(),
                256 * 129 * 1e-6);
        holds(written(TALL, two[0], two[1], "tile.core.array.write.arrays=all").seconds(), 128 * 129 * 1e-6);
    }

    @Test
    void chips_are_written_side_by_side() {
        WriteOnce once = written(
                TALL,
                "chips=2",
                "tiles=2",
                "tile.cores=1",
                "tile.core.arrays=2",
                "mesh.columns=2",
                "mesh.concentration=2");
        holds(once.seconds(), (256 * 129 + 44 * 129 + 128 * 113) * 1e-6);
        holds(once.joules(), 300 * (129 + 113) * 1e-11);
    }

    @Test
    void every_copy_of_a_layer_is_written() {
        Network conv = Given.network("3, 6, 6", "conv: {name: c, out: 20, kernel: 3}");
        long one = 27 * (129 + 33);
        for (int copies = 1; copies <= 3; copies++) {
            WriteOnce once = written(
                    conv, "mapping={copies: one, layers: {c: " + copies + "}}", "tile.core.array.write.arrays=all");
            assertThat(once.cells()).isEqualTo(copies * one);
            holds(once.joules(), copies * one * 1e-11);
            holds(once.seconds(), 27 * 129 * 1e-6);
        }
    }

    /** In a pair a weight takes two cells, beside a shared reference one, and a column more; a bias in the array is a row. */
    @ParameterizedTest
    @CsvSource({
        "pair, array, 21, 60",
        "pair, digital, 20, 60",
        "cell-pair, digital, 20, 30",
        "shared-reference, digital, 20, 31",
        "offset, array, 21, 31"
    })
    void what_holds_no_weight_is_written_too(String sign, String bias, int rows, int columns) {
        WriteOnce once = written(
                "analog-256", DENSE, PULSES, "tile.core.weights.sign=" + sign, "tile.core.weights.bias=" + bias);
        assertThat(once.cells()).isEqualTo((long) rows * columns);
    }

    @Test
    void a_pulse_is_followed_by_a_read_of_every_row_that_is_paid_like_any_other() {
        String[] settings = {
            PULSES,
            "tile.core.array.write.parallel=256",
            "tile.core.array.write.verify=true",
            "tile.core.weights.bias=digital"
        };
        ChipSpec chip = Given.chip("analog-256", settings);
        Inventory prices = Inventory.of(chip);
        WriteOnce once = written("analog-256", DENSE, settings);
        double phase = 256e-9 + 4e-9;
        double conversion = 256e-9; // all columns of a ramp together
        holds(once.seconds(), 20 * 10 * (100e-9 + phase + conversion));
        double cell = prices.price(CrossbarCore.CELL_READ).joules()
                + prices.price(CrossbarCore.INTEGRATE).joules()
                + prices.price(CrossbarCore.CONVERT).joules();
        double row = prices.price(CrossbarCore.ROW_DRIVE).joules()
                + prices.price(CrossbarCore.RAMP).joules();
        double verify = 10 * (20 * 60 * cell + 20 * row);
        holds(once.verifyJoules(), verify);
        holds(once.joules(), 20 * 60 * 10 * 1e-12 + verify);
    }

    /** Sixteen columns of a core on each of eight converters at 1.28 GS/s. */
    @Test
    void a_read_waits_for_the_columns_that_share_a_converter() {
        WriteOnce whole = written(DENSE, "tile.core.array.write.parallel=128", "tile.core.array.write.verify=true");
        holds(whole.seconds(), 20 * 10 * (2 * 200e-9 + 17 / 1.28e9 + 15 / 1.28e9));
        WriteOnce stated = written(
                DENSE,
                "tile.core.array.write.parallel=128",
                "tile.core.array.write.verify=true",
                "tile.core.array.write.verify-time=50 ns");
        holds(stated.seconds(), 40 * 10 * 150e-9);
    }

    /** Two rows are written in one turn and read one after the other. */
    @Test
    void rows_that_are_written_together_are_read_one_by_one() {
        WriteOnce once = written(
                DENSE,
                "tile.core.array.write.parallel=256",
                "tile.core.array.write.verify=true",
                "tile.core.array.write.verify-time=50 ns");
        holds(once.seconds(), 10 * (20 * 100e-9 + 40 * 50e-9));
    }

    @Test
    void a_device_file_gives_what_the_chip_file_does_not() {
        WriteOnce once = written("isaac-ce", DENSE, "tile.core.array.cell.device=taox-hfox");
        holds(once.pulses(), 128);
        holds(once.seconds(), CELLS * 128 * 50e-9);
        holds(once.joules(), CELLS * 128 * 5.5e-6 * 1.6 * 1.6 * 50e-9);
        assertThat(once.lifeUsed()).isNull();

        WriteOnce fewer = written(
                "isaac-ce",
                DENSE,
                "tile.core.array.cell.device=taox-hfox",
                "tile.core.array.write={pulses: 3, voltage: 2 V}");
        holds(fewer.seconds(), CELLS * 3 * 50e-9);
        holds(fewer.joules(), CELLS * 3 * 5.5e-6 * 4 * 50e-9);
    }

    @Test
    void what_nobody_states_is_not_zero() {
        for (String chip : List.of("isaac-ce", "analog-256", "hermes-64-1phase", "hermes-64-4phase")) {
            WriteOnce once = written(chip, DENSE);
            assertThat(once.cells()).isPositive();
            assertThat(once.pulses()).isNull();
            assertThat(once.seconds()).isNull();
            assertThat(once.joules()).isNull();
            assertThat(once.verifyJoules()).isNull();
            assertThat(once.lifeUsed()).isNull();
        }
        WriteOnce timed = written("isaac-ce", DENSE, "tile.core.array.write={pulse: 1 us, pulses: 2}");
        holds(timed.seconds(), CELLS * 2e-6);
        assertThat(timed.joules()).isNull();
        WriteOnce priced = written("isaac-ce", DENSE, "tile.core.array.write={energy: 1 pJ, pulses: 2}");
        assertThat(priced.seconds()).isNull();
        holds(priced.joules(), CELLS * 2e-12);
    }

    /** A gate's voltage drives no current through the cell: its time is known, its energy is not. */
    @Test
    void a_transistors_pulse_has_no_energy_by_ohms_law() {
        WriteOnce once = written("isaac-ce", DENSE, "tile.core.array.cell.device=hzo-fefet");
        holds(once.seconds(), CELLS * 32 * 75e-9);
        assertThat(once.joules()).isNull();
    }

    @Test
    void cells_at_once_that_fill_no_rows_are_refused_with_the_most_that_do() {
        assertThatThrownBy(() -> Given.chip("isaac-ce", PULSES, "tile.core.array.write.parallel=300"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("(tile.core.array.write.parallel=256)");
        assertThatThrownBy(() -> Given.chip("isaac-ce", PULSES, "tile.core.array.write.parallel=1000000"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("(tile.core.array.write.parallel=16384)");
        assertThat(Given.crossbar(Given.chip("isaac-ce", PULSES, "tile.core.array.write.parallel=256"))
                        .array()
                        .written()
                        .parallel())
                .isEqualTo(256);
    }

    @Test
    void groups_that_share_an_array_are_written_with_what_lies_between_them() {
        Network grouped = Given.network("6, 4, 4", "conv: {name: c, out: 6, kernel: 3, groups: 3}");
        WriteOnce once =
                written("analog-256", grouped, PULSES, "tile.core.weights.bias=digital", "mapping={copies: one}");
        assertThat(once.cells()).isEqualTo((3 * 18) * (6 * 2));
    }
}
