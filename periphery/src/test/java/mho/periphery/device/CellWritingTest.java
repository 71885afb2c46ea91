package mho.periphery.device;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellWritingTest {
    private static CellWriting writing(
            @Nullable Double pulse, @Nullable Double voltage, @Nullable Double energy, @Nullable Double endurance) {
        return new CellWriting(pulse, null, voltage, energy, endurance);
    }

    private static CellWriting of(String device) {
        return requireNonNull(Devices.load(device).write());
    }

    /** V^2 (G_on + G_off)/2 t of the tables in NeuroSim's manual, worked out apart from its resistances and ratios. */
    @ParameterizedTest
    @CsvSource({
        "ag-si, 6.38e-11",
        "taox-tio2, 5.4e-8",
        "taox-hfox, 7.04e-13",
        "pcmo, 9.97e-11",
        "alox-hfo2, 2.94e-9",
        "gst-pcm, 3.28e-10",
        "epiram, 7.87e-10",
        "stt-mram, 2.05e-12",
        "rram-wan, 5.35e-10"
    })
    void a_pulse_dissipates_what_the_mean_conductance_draws(String name, double joules) {
        Device device = Devices.load(name);
        double mean = (requireNonNull(device.onConductance()) + requireNonNull(device.offConductance())) / 2;
        assertThat(of(name).pulseJoules(mean)).isCloseTo(joules, within(0.005 * joules));
    }

    @Test
    void steps_of_a_device_are_as_many_as_its_levels() {
        for (String name :
                new String[] {"ag-si", "taox-tio2", "taox-hfox", "pcmo", "alox-hfo2", "gst-pcm", "epiram", "hzo-fefet"
                }) {
            assertThat(of(name).pulses())
                    .isEqualTo(requireNonNull(Devices.load(name).levels()).doubleValue());
        }
    }

    @Test
    void own_figures_stand_over_the_others() {
        CellWriting own = writing(1e-6, null, null, 5.0);
        CellWriting all = own.over(new CellWriting(2e-6, 3.0, 4.0, null, 6.0));
        assertThat(all).isEqualTo(new CellWriting(1e-6, 3.0, 4.0, null, 5.0));
        assertThat(own.over(null)).isEqualTo(own);
    }

    @Test
    void an_energy_belongs_to_the_pulse_it_was_stated_for() {
        CellWriting device = writing(1e-6, null, 1e-12, null);
        assertThat(writing(null, null, null, 1.0).over(device).energy()).isEqualTo(1e-12);
        assertThat(writing(2e-6, null, null, null).over(device).energy()).isNull();
        assertThat(writing(null, 2.0, null, null).over(device).pulseJoules(1e-6))
                .isCloseTo(4e-12, within(1e-24));
        assertThat(writing(null, 2.0, 7e-12, null).over(device).pulseJoules(1e-6))
                .isEqualTo(7e-12);
    }

    @Test
    void what_is_not_stated_is_not_known() {
        assertThat(writing(1e-6, null, null, null).pulseJoules(1e-6)).isNull();
        assertThat(writing(null, 1.0, null, null).pulseJoules(1e-6)).isNull();
        assertThat(writing(1e-6, 1.0, null, null).pulseJoules(null)).isNull();
        assertThat(writing(1e-6, 1.0, null, 1e9).lifeUsed()).isNull();
        assertThat(new CellWriting(null, 10.0, null, null, 1e9).lifeUsed()).isEqualTo(1e-8);
    }
}
