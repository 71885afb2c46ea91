package mho.periphery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import mho.periphery.device.Device;
import mho.periphery.device.Devices;
import mho.periphery.device.ProgrammingPulses;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeuroSimStepTest {
    private static CellPopulation cells(double up, double down, double upLabel, double downLabel) {
        return Laws.law(String.format(
                        "{kind: neurosim, up-pulses: %s, down-pulses: %s, up-label: %s, down-label: %s}",
                        up, down, upLabel, downLabel))
                .population(1, 1, 1);
    }

    /** Entries of NeuroSim's own table of labels, as it prints them. */
    @ParameterizedTest
    @CsvSource({
        "0.04, 31.56683",
        "0.2, 6.311253",
        "0.5, 2.519877",
        "1, 1.251653",
        "1.94, 0.629249",
        "2.4, 0.499181",
        "3.68, 0.300644",
        "4.88, 0.200303",
        "6.76, 0.100251",
        "9, 0.022810",
    })
    void a_label_stands_for_the_exponential_that_neurosim_tables(double label, double a) {
        assertThat(1 / NonlinearityLabel.rate(label)).isCloseTo(a, within(3e-5 * a));
        assertThat(1 / NonlinearityLabel.rate(-label)).isCloseTo(-a, within(3e-5 * a));
        assertThat(NonlinearityLabel.rate(0)).isZero();
        assertThat(NonlinearityLabel.rate(1e-4)).isCloseTo(8 * 0.07 * Math.sqrt(2) * 1e-4, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"64, 0, 0", "97, 2.4, -4.88", "50, 3.68, -6.76", "32, 1.75, 1.46", "128, 0.04, -0.63"})
    void all_pulses_lead_from_end_to_end_and_half_of_them_to_the_middle_of_the_curve(
            int pulses, double upLabel, double downLabel) {
        CellPopulation cells = cells(pulses, pulses, upLabel, downLabel);
        cells.set(0, 0, -1);
        cells.pulse(0, 0, pulses / 2);
        assertThat((cells.weight(0, 0) + 1) / 2.0)
                .isCloseTo(curve(upLabel, (pulses / 2) / (double) pulses), within(2e-6));
        cells.pulse(0, 0, pulses - pulses / 2);
        assertThat((double) cells.weight(0, 0)).isCloseTo(1, within(5e-6));
        cells.pulse(0, 0, -(pulses / 2));
        assertThat((cells.weight(0, 0) + 1) / 2.0)
                .isCloseTo(curve(downLabel, 1 - (pulses / 2) / (double) pulses), within(5e-6));
        cells.pulse(0, 0, pulses / 2 - pulses);
        assertThat((double) cells.weight(0, 0)).isCloseTo(-1, within(5e-6));
    }

    /** B (1 - e^(-P/A)) over the window, as the manual prints it. */
    private static double curve(double label, double part) {
        double rate = NonlinearityLabel.rate(label);
        return rate == 0 ? part : (1 - Math.exp(-part * rate)) / (1 - Math.exp(-rate));
    }

    /** One curve for both ways is walked back the way it was walked; labels of other curves lead elsewhere. */
    @Test
    void up_and_then_down_returns_only_along_the_same_curve() {
        assertThat(returned(0, 0)).isCloseTo(-0.9, within(1e-6));
        assertThat(returned(1.5, 1.5)).isCloseTo(-0.9, within(1e-6));
        assertThat(Math.abs(returned(1.5, 0) + 0.9)).isGreaterThan(0.02);
        assertThat(Math.abs(returned(1.5, -1.5) + 0.9)).isGreaterThan(0.02);
    }

    private static double returned(double upLabel, double downLabel) {
        CellPopulation cells = cells(64, 64, upLabel, downLabel);
        cells.set(0, 0, -0.9f);
        cells.pulse(0, 0, 10);
        cells.pulse(0, 0, -10);
        return cells.weight(0, 0);
    }

    /** Mirror images: up from the lowest is down from the highest. */
    @Test
    void opposite_labels_are_mirror_images() {
        CellPopulation cells = cells(64, 64, 2.4, -2.4);
        for (int n = 1; n <= 64; n++) {
            cells.set(0, 0, -1);
            cells.pulse(0, 0, n);
            float up = cells.weight(0, 0);
            cells.set(0, 0, 1);
            cells.pulse(0, 0, -n);
            assertThat(cells.weight(0, 0)).isCloseTo(-up, within(2e-6f));
        }
    }

    @Test
    void a_weight_knows_its_place_in_a_run_of_pulses_that_grow() {
        NeuroSimStep law = (NeuroSimStep) Laws.ofDevice("hzo-fefet");
        CellPopulation cells = law.population(1, 1, 1);
        assertThat(law.position(true, -1)).isCloseTo(0, within(1e-9));
        assertThat(law.position(false, 1)).isCloseTo(0, within(1e-9));
        assertThat(law.position(true, 1)).isCloseTo(32, within(1e-9));
        assertThat(law.position(false, -1)).isCloseTo(32, within(1e-9));
        CellPopulation quiet = cells(32, 32, 1.75, 1.46);
        quiet.set(0, 0, -1);
        for (int n = 0; n < 32; n++) {
            assertThat(law.position(true, quiet.weight(0, 0))).isCloseTo(n, within(2e-4));
            quiet.pulse(0, 0, 1);
        }
        assertThat(cells.law()).isSameAs(law);
        Device device = Devices.load("hzo-fefet");
        ProgrammingPulses pulses = Objects.requireNonNull(device.pulses());
        double volts = 0;
        for (int n = 0; n < 32; n++) {
            volts += pulses.up().volts(n) / 32;
        }
        assertThat(volts).isCloseTo(3.65, within(0.03));
        assertThat(pulses.up().joules(1e-6, 1)).isCloseTo(1e-6 * 2.9 * 2.9 * 75e-9, within(1e-18));
    }

    @Test
    void requests_below_half_a_step_are_lost_and_each_way_counts_its_own_pulses() {
        UpdateLaw law = Laws.law("{kind: neurosim, up-pulses: 100, down-pulses: 50, up-label: 1, down-label: -1}");
        assertThat(law.pulsesFor(0.0099)).isZero();
        assertThat(law.pulsesFor(0.01)).isEqualTo(1);
        assertThat(law.pulsesFor(-0.0199)).isZero();
        assertThat(law.pulsesFor(-0.06)).isEqualTo(-2);
        assertThat(law.nominalStep()).isCloseTo(0.03, within(1e-12));
    }

    /** NeuroSim's σ² n, where the curve is straight. */
    @ParameterizedTest
    @ValueSource(ints = {1, 4, 25})
    void noise_of_pulses_adds_in_variance(int pulses) {
        CellPopulation cells = Laws.law(
                        "{kind: neurosim, up-pulses: 1000, down-pulses: 1000, up-label: 0, down-label: 0, window-noise: 0.5 %}")
                .population(100, 100, 3);
        double squares = 0;
        for (int i = 0; i < 10_000; i++) {
            cells.pulse(i / 100, i % 100, pulses);
            squares += Math.pow(cells.weight(i / 100, i % 100) - pulses * 0.002, 2);
        }
        assertThat(Math.sqrt(squares / 10_000))
                .isCloseTo(0.01 * Math.sqrt(pulses), within(0.01 * Math.sqrt(pulses) * 0.03));
    }

    /** Between cells labels differ: ends stay, the way between them spreads, within what the curves of the spread say. */
    @Test
    void labels_that_differ_between_cells_spread_the_middle_of_the_curve() {
        CellPopulation cells = Laws.law(
                        "{kind: neurosim, up-pulses: 100, down-pulses: 100, up-label: 2, down-label: -2, label-spread: 0.3}")
                .population(50, 50, 4);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < 2500; i++) {
            cells.set(i / 50, i % 50, -1);
            cells.pulse(i / 50, i % 50, 50);
            double level = (cells.weight(i / 50, i % 50) + 1) / 2;
            sum += level;
            squares += level * level;
        }
        double slope = (curve(2.3, 0.5) - curve(1.7, 0.5)) / 0.6;
        double deviation = Math.sqrt(squares / 2500 - sum / 2500 * sum / 2500);
        assertThat(sum / 2500).isCloseTo(curve(2, 0.5), within(0.003));
        assertThat(deviation).isCloseTo(0.3 * slope, within(0.05 * 0.3 * slope));
    }

    /** The same figures stand twice in a device file: as its levels and as its law. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ag-si",
                "taox-tio2",
                "taox-hfox",
                "pcmo",
                "alox-hfo2",
                "gst-pcm",
                "epiram",
                "hzo-fefet",
                "fefet-2t1f"
            })
    void a_device_says_the_same_of_its_levels_and_of_its_pulses(String name) {
        Device device = Devices.load(name);
        NeuroSimStep law = (NeuroSimStep) Laws.ofDevice(name);
        assertThat(device.levels()).isEqualTo((int) law.upPulses());
        assertThat(device.cycleToCycle()).isEqualTo(law.windowNoise());
        if (device.write() != null) {
            assertThat(device.write().pulse())
                    .isEqualTo(Objects.requireNonNull(device.pulses()).up().width());
        }
    }
}
