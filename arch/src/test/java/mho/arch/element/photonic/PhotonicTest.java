package mho.arch.element.photonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import mho.arch.chip.Chips;
import mho.arch.chip.Inventory;
import mho.arch.element.Block;
import mho.arch.element.Element;
import mho.core.yaml.Setting;
import mho.workloads.task.Verb;
import org.junit.jupiter.api.Test;

/** A vector through 256 x 256 weights in light, by pencil. */
class PhotonicTest {
    private static int cycles(String chip, int rows, int columns) {
        var spec = Chips.load(chip, List.of()).spec();
        Element element = spec.tile().core();
        return element.timing(spec.inputBits(), spec.cycle())
                .service(Verb.MULTIPLY, new Block(rows, columns, 1))
                .occupancyCycles();
    }

    /** 10 uW that arrive after 24 dB, of a laser that makes light of a tenth: 10 uW x 10^2.4 / 0.1. */
    @Test
    void a_laser_draws_what_the_way_to_the_diode_loses() {
        assertThat(new LossBudget(10e-6, 24, 0, 0.1).watts(1, 0)).isCloseTo(25.118864e-3, within(1e-8));
        assertThat(new LossBudget(10e-6, 0, 0, 1).watts(1, 0)).isEqualTo(10e-6);
        assertThat(new LossBudget(10e-6, 0, 0, 1).watts(24, 0)).isCloseTo(240e-6, within(1e-15));
        assertThat(new LossBudget(10e-6, 0, 0.5, 1).watts(1, 20)).isCloseTo(100e-6, within(1e-12));
    }

    private static double laserWatts(String... settings) {
        var spec = Chips.load(
                        "lightning", Stream.of(settings).map(Setting::parse).toList())
                .spec();
        return Inventory.of(spec).component("tile.core.laser").figures().leakageW();
    }

    /** 10 dB lose nine tenths, 20 dB ninety-nine hundredths: 10 uW x 24 columns x 10 / 0.1 = 24 mW, and 240 mW. */
    @Test
    void twice_the_loss_of_a_chip_takes_ten_times_the_laser() {
        assertThat(laserWatts()).isCloseTo(24e-3, within(1e-12));
        assertThat(laserWatts("tile.core.laser.budget.loss=20")).isCloseTo(240e-3, within(1e-12));
        assertThat(laserWatts("tile.core.laser.budget.loss=13.0103")).isCloseTo(48e-3, within(1e-8));
        assertThat(laserWatts("tile.core.columns=48")).isCloseTo(48e-3, within(1e-12));
    }

    /** 256 outputs of 9 at once, 256 inputs of 27 at once. */
    @Test
    void albireo_takes_29_times_10_turns() {
        assertThat(cycles("albireo-conservative", 256, 256)).isEqualTo(290);
        assertThat(cycles("albireo-conservative", 27, 9)).isEqualTo(1);
        assertThat(cycles("albireo-conservative", 28, 9)).isEqualTo(2);
    }

    /** 256 of 24 wavelengths each way. */
    @Test
    void lightning_takes_11_times_11_turns() {
        assertThat(cycles("lightning", 256, 256)).isEqualTo(121);
    }
}
