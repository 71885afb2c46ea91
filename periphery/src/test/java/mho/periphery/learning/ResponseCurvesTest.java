package mho.periphery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What a population shows after so many pulses up and then down, in the mean and in its deviation, against {@link PresetCell}: as many cells
 * computed one by one. Device files and laws are both on trial, for the other side reads aihwkit's own table.
 */
class ResponseCurvesTest {
    private static final int ROWS = 50;
    private static final int COLUMNS = 50;
    private static final int CELLS = ROWS * COLUMNS;

    /** Mean, deviation, and the standard error of the deviation, of numbers as they come. */
    private static final class Spread {
        private final double[] values = new double[CELLS];
        private int count;

        void add(double value) {
            values[count++] = value;
        }

        double mean() {
            double sum = 0;
            for (double value : values) {
                sum += value;
            }
            return sum / CELLS;
        }

        private double moment(int power) {
            double mean = mean();
            double sum = 0;
            for (double value : values) {
                sum += Math.pow(value - mean, power);
            }
            return sum / CELLS;
        }

        double deviation() {
            return Math.sqrt(moment(2));
        }

        double errorOfDeviation() {
            double variance = moment(2);
            return Math.sqrt(Math.max(0, moment(4) - variance * variance) / CELLS) / (2 * Math.sqrt(variance));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ReRamES, reram-es, 900",
        "ReRamSB, reram-sb, 1000",
        "Capacitor, capacitor-rpu, 300",
        "EcRam, ecram-li, 800",
        "EcRamMO, ecram-mo, 1200",
        "Idealized, rpu-idealized, 1500",
        "GokmenVlasov, rpu-gokmen-vlasov, 600",
        "ReRamArrayOM, reram-om, 25",
        "ReRamArrayHfO2, reram-hfo2, 6",
    })
    void a_preset_responds_as_its_equations_say_cell_by_cell(String preset, String device, int pulses) {
        Map<String, String> figures =
                Objects.requireNonNull(PresetCell.presets().get(preset));
        UpdateLaw law = Laws.ofDevice(device);
        CellPopulation cells = law.population(ROWS, COLUMNS, 3);
        Random random = new Random(4);
        PresetCell[] others = new PresetCell[CELLS];
        for (int i = 0; i < CELLS; i++) {
            others[i] = new PresetCell(figures, random);
        }
        compare(cells, others, "at first");
        int[] course = {1, pulses / 3, pulses - pulses / 3 - 1, -1, -pulses / 3, -pulses};
        for (int step : course) {
            for (int i = 0; i < CELLS; i++) {
                cells.pulse(i / COLUMNS, i % COLUMNS, step);
                for (int n = 0; n < Math.abs(step); n++) {
                    others[i].pulse(step > 0);
                }
            }
            compare(cells, others, "after " + step);
        }
    }

    /** PCM is read in a pair: each side is an exponential step of its own. */
    @ParameterizedTest
    @CsvSource({"1", "3", "8", "20"})
    void each_device_of_the_phase_change_pair_responds_as_its_equations_say(int pulses) {
        Map<String, String> figures =
                Objects.requireNonNull(PresetCell.presets().get("PCM"));
        OneSidedPair pair = (OneSidedPair) Laws.ofDevice("pcm-pair");
        CellPopulation cells = pair.cell().population(ROWS, COLUMNS, 5);
        Random random = new Random(6);
        PresetCell[] others = new PresetCell[CELLS];
        for (int i = 0; i < CELLS; i++) {
            others[i] = new PresetCell(figures, random);
            cells.pulse(i / COLUMNS, i % COLUMNS, pulses);
            for (int n = 0; n < pulses; n++) {
                others[i].pulse(true);
            }
        }
        compare(cells, others, pulses + " up");
    }

    private static void compare(CellPopulation cells, PresetCell[] others, String when) {
        Spread ours = new Spread();
        Spread theirs = new Spread();
        for (int i = 0; i < CELLS; i++) {
            ours.add(cells.weight(i / COLUMNS, i % COLUMNS));
            theirs.add(others[i].shown());
        }
        double errorOfMeans = Math.hypot(ours.deviation(), theirs.deviation()) / Math.sqrt(CELLS);
        assertThat(ours.mean()).as("mean %s", when).isCloseTo(theirs.mean(), within(4.5 * errorOfMeans + 1e-6));
        if (theirs.deviation() < 1e-6) {
            assertThat(ours.deviation()).as("deviation %s", when).isLessThan(1e-6);
            return;
        }
        double errorOfDeviations = Math.hypot(ours.errorOfDeviation(), theirs.errorOfDeviation());
        assertThat(ours.deviation())
                .as("deviation %s", when)
                .isCloseTo(theirs.deviation(), within(4.5 * errorOfDeviations));
    }

    /** Without noise and with equal cells, n steps of a straight line have a closed form. */
    @ParameterizedTest
    @CsvSource({
        "'{kind: constant-step, step: 0.01}', 30, 0.3",
        "'{kind: constant-step, step: 0.01}', 130, 1",
        "'{kind: constant-step, step: 0.01, up-down: 0.2}', -30, -0.24",
        "'{kind: constant-step, step: 0.01, up-down: -0.2}', 30, 0.24",
        // w = 1/γ (1 - (1 - γ step)^n)
        "'{kind: linear-step, step: 0.01, gamma-up: 0.5, gamma-down: 0}', 100, 0.788459",
        "'{kind: linear-step, step: 0.01, gamma-up: 0, gamma-down: 0.5}', -100, -0.788459",
        "'{kind: soft-bounds, step: 0.02}', 50, 0.635830",
        "'{kind: soft-bounds, step: 0.02, lowest: -0.5}', -50, -0.435057",
        "'{kind: power-step, step: 0.02, gamma-up: 0, gamma-down: 1}', 20, 0.4",
        // level 1/2 of a window of 2: left (1 - 0.02 / 2)^n
        "'{kind: power-step, step: 0.02, gamma-up: 0, gamma-down: 1}', -20, -0.182093",
        "'{kind: piecewise-step, step: 0.02, up: [1, 1], down: [0, 2]}', -20, -0.332392",
        "'{kind: exponential-step, step: 0.02, a-up: 0, a-down: 0, gamma-up: 1, gamma-down: 1, slope: 1}', 7, 0.14",
    })
    void cells_alike_and_without_noise_follow_the_closed_form(String yaml, int pulses, double expected) {
        CellPopulation cells = Laws.law(yaml).population(2, 2, 1);
        cells.pulse(1, 0, pulses);
        assertThat((double) cells.weight(1, 0)).isCloseTo(expected, within(2e-6));
        assertThat(cells.weight(0, 0)).isZero();
        for (int i = 0; i < Math.abs(pulses); i++) {
            cells.pulse(0, 0, pulses > 0 ? 1 : -1);
        }
        assertThat(cells.weight(0, 0)).isEqualTo(cells.weight(1, 0));
    }

    /** What a law says of the mean cell is what a cell without spread and noise does. */
    @ParameterizedTest
    @CsvSource({
        "'{kind: constant-step, step: 0.01, up-down: 0.3}'",
        "'{kind: linear-step, step: 0.01, gamma-up: 0.4, gamma-down: 0.7, lowest: -0.8}'",
        "'{kind: soft-bounds, step: 0.01, highest: 1.2}'",
        "'{kind: soft-bounds-reference, step: 0.01, up-down: 0.3, reference-mean: 0.1, subtract-symmetry-point: true}'",
        "'{kind: exponential-step, step: 0.01, a-up: 0.1, a-down: 0.2, gamma-up: 2, gamma-down: 1, slope: 0.7, offset: 0.1}'",
        "'{kind: power-step, step: 0.01, gamma-up: 1.5, gamma-down: 0.6}'",
        "'{kind: piecewise-step, step: 0.01, up: [2, 1, 0.5], down: [0.1, 0.8, 1.5, 1.6]}'",
        "'{kind: neurosim, up-pulses: 64, down-pulses: 50, up-label: 2.4, down-label: -4.88}'",
        "'{kind: capacitor, current: 6.67 uA, width: 0.5 ns, capacitance: 100 fF, swing: 1.1 V, gamma-up: 0.1}'",
    })
    void the_change_a_law_speaks_of_is_that_of_its_mean_cell(String yaml) {
        UpdateLaw law = Laws.law(yaml);
        CellPopulation cells = law.population(1, 1, 1);
        for (float weight : new float[] {-0.5f, 0, 0.3f, 0.7f}) {
            for (boolean up : new boolean[] {true, false}) {
                cells.set(0, 0, weight);
                cells.pulse(0, 0, up ? 1 : -1);
                assertThat((double) cells.weight(0, 0) - weight)
                        .as("%s from %s", up, weight)
                        .isCloseTo(law.change(up, weight), within(2e-7));
            }
        }
    }
}
