package mho.arch.element.photonic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.arch.chip.Chips;
import mho.arch.element.Block;
import mho.arch.element.Element;
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
        assertThat(new LossBudget(10e-6, 24, 0.1).watts()).isCloseTo(25.118864e-3, within(1e-8));
        assertThat(new LossBudget(10e-6, 0, 1).watts()).isEqualTo(10e-6);
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
