package mho.arch.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Random;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Tally;
import mho.core.engine.ModelSaysNo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacedMatrixTest {
    private static PlacedMatrix placed(ChipSpec chip, int units) {
        Random random = new Random(units);
        float[] kernel = new float[units * units];
        for (int i = 0; i < kernel.length; i++) {
            kernel[i] = (float) random.nextGaussian();
        }
        return PlacedMatrix.of(chip, "test", units, units, kernel, null);
    }

    private static double sweep(PlacedMatrix matrix) {
        double conversions = 0;
        for (int unit = 0; unit < matrix.outputs(); unit++) {
            conversions += matrix.of(unit).conversions();
        }
        return conversions;
    }

    @ParameterizedTest
    @CsvSource({
        "boltzmann, 256, 256", // one row of arrays, one phase, one cell
        "boltzmann, 512, 512",
        "boltzmann, 513, 1026",
        "boltzmann, 1300, 3900",
        "analog-256, 250, 500", // pairs of columns, one conversion a vector
        "isaac-ce, 129, 33024", // two rows, 16 phases, 8 cells a weight
    })
    void a_sweep_converts_units_times_rows_of_arrays_times_phases_times_cells(
            String chip, int units, double conversions) {
        PlacedMatrix matrix = placed(Given.chip(chip), units);
        assertThat(sweep(matrix)).isEqualTo(conversions);
        assertThat(matrix.whole().conversions()).as("all at once").isEqualTo(conversions);
    }

    /** 10 ns a phase, 1 ns a conversion, 1 ns to merge; 1 + 4 ns the controller; 1 + 1 ns the way back. */
    @Test
    void an_update_takes_what_it_takes_by_pencil() {
        PlacedMatrix one = placed(Given.chip("boltzmann"), 256);
        assertThat(one.of(3).readSeconds()).isCloseTo(12e-9, within(1e-18));
        assertThat(one.of(3).updateSeconds()).isCloseTo(19e-9, within(1e-18));
        // 256 columns, 16 converters: 16 ns; 256 decisions, 16 at once: 16 + 4 ns; 256 bits of 512: 2 ns
        assertThat(one.whole().readSeconds()).isCloseTo((10 + 16 + 1) * 1e-9, within(1e-18));
        assertThat(one.whole().updateSeconds()).isCloseTo((27 + 20 + 2) * 1e-9, within(1e-18));
        // two cores a column: two sums of 16 bits over the bus 2 ns, added by the first of 16 adders 1 + 1 ns
        PlacedMatrix two = placed(Given.chip("boltzmann"), 600);
        assertThat(two.of(3).readSeconds()).isCloseTo((12 + 2 + 2) * 1e-9, within(1e-18));
    }

    @Test
    void an_update_costs_what_its_parts_do_by_pencil() {
        ChipSpec chip = Given.chip("boltzmann");
        PlacedMatrix matrix = placed(chip, 256);
        TileBook book = new TileBook(matrix);
        book.update(matrix.of(7), 100, 1);
        Map<String, Double> joules = book.joules(Inventory.of(chip));
        assertThat(joules.get("tile.core.array")).isCloseTo(100 * 1e-15, within(1e-21));
        assertThat(joules.get("tile.core.driver")).isCloseTo(100 * 4.1e-15, within(1e-21));
        assertThat(joules.get("tile.core.integration")).isCloseTo(0.02e-12, within(1e-20));
        assertThat(joules.get("tile.core.adc")).isCloseTo(0.68e-12, within(1e-20));
        assertThat(joules.get("tile.core.control")).isCloseTo(10e-12, within(1e-20));
        assertThat(joules.get("tile.activation")).isCloseTo(1.5e-12, within(1e-20));
        assertThat(joules.get("tile.bus")).isCloseTo(0.1e-12, within(1e-20));
        assertThat(joules.get(TileBook.REST)).isCloseTo(19e-9 * 16e-3, within(1e-15));
        assertThat(joules).hasSize(9).containsKey("tile.core.shift-add");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 200, 600})
    void products_in_arrays_are_near_to_exact_ones(int units) {
        PlacedMatrix matrix = placed(
                Given.chip(
                        "boltzmann",
                        "tile.core.array.cell.device=ideal",
                        "tile.core.adc.bits=14",
                        "tile.core.adc.energy=1 pJ",
                        "tile.core.adc.area=1200 um2"),
                units);
        Random random = new Random(units);
        float[] states = new float[20 * units];
        for (int i = 0; i < states.length; i++) {
            states[i] = random.nextBoolean() ? 1 : 0;
        }
        ProgrammedMatrix programmed = ProgrammedMatrix.of(matrix, states, 1);
        float[] in = new float[units];
        System.arraycopy(states, 3 * units, in, 0, units);
        float[] out = new float[units];
        programmed.multiply(in, out, new Tally());
        Random again = new Random(units);
        double error = 0;
        double size = 0;
        for (int o = 0; o < units; o++) {
            double sum = 0;
            for (int i = 0; i < units; i++) {
                sum += (float) again.nextGaussian() * in[i]; // output after output, as it was filled
            }
            error += (sum - out[o]) * (sum - out[o]);
            size += sum * sum;
        }
        assertThat(Math.sqrt(error / size))
                .isLessThan(0.02); // eight bits of a weight, the largest of which is five times a usual one
    }

    @Test
    void what_has_no_room_in_a_tile_is_refused_with_what_would_give_it_room() {
        ChipSpec chip = Given.chip("boltzmann", "tile.cores=2");
        assertThatThrownBy(() -> placed(chip, 600))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("takes 4 arrays, and a tile of boltzmann has 2")
                .hasMessageContaining("--set tile.cores=4");
        assertThatThrownBy(() -> placed(Given.chip("tpu-v1"), 64))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("has to stay");
    }
}
