package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import mho.periphery.driver.Driver;
import mho.periphery.driver.Encoding;
import mho.periphery.driver.WeightSide;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every driver owes those who ask it, whatever its kind. */
final class DriverContractTest {
    private static final double READ = 10e-9;
    private static final Site SITE = new Site("tile.core.driver", Technology.ofNode(32e-9));

    static Stream<ChipKind> kinds() {
        return ChipKind.of(Driver.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void phases_are_as_long_as_rows_conduct_and_more_bits_never_take_fewer(ChipKind kind) {
        Driver driver = Example.part(Driver.class, kind);
        double phase = driver.phaseSeconds(READ);
        assertThat(driver.conductionSeconds(READ)).isPositive().isLessThanOrEqualTo(phase);
        assertThat(driver.waitsForArray()).isEqualTo(driver.phaseSeconds(2 * READ) != phase);
        for (int bits = 1; bits < 16; bits++) {
            assertThat(driver.phases(bits)).isPositive().isLessThanOrEqualTo(driver.phases(bits + 1));
        }
    }

    /** What rows carry, phase by phase, is the input: sum of significance times digit = code + offset. */
    @ParameterizedTest
    @MethodSource("kinds")
    void the_digits_of_all_phases_are_the_code(ChipKind kind) {
        for (boolean negative : new boolean[] {false, true}) {
            Encoding encoding = Example.part(Driver.class, kind).encoding(8, negative);
            int count = encoding.high() - encoding.low() + 1;
            float[] values = new float[count];
            for (int i = 0; i < count; i++) {
                values[i] = encoding.low() + i;
            }
            float[] codes = new float[count];
            assertThat(encoding.codes(values, count, 1f, codes)).as("clipped").isZero();
            double[] sums = new double[count];
            float[] digits = new float[count];
            for (int phase = 0; phase < encoding.phases(); phase++) {
                encoding.digits(phase, codes, count, digits);
                for (int i = 0; i < count; i++) {
                    assertThat((int) digits[i]).isBetween(encoding.smallestDigit(), encoding.largestDigit());
                    sums[i] +=
                            encoding.side(phase) == WeightSide.NEGATIVE ? 0 : encoding.significance(phase) * digits[i];
                }
            }
            for (int i = 0; i < count; i++) {
                assertThat(sums[i]).as("code " + values[i]).isCloseTo(values[i] + encoding.offset(), within(1e-6));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_it_costs_is_what_is_stated_and_zeros_skipped_change_no_more_than_how_often(ChipKind kind) {
        Driver driver = Example.part(Driver.class, kind);
        double phase = driver.phaseSeconds(READ);
        assertThat(driver.figures(SITE, phase).energyJ()).isCloseTo(1e-12, within(1e-20));
        Driver skipping = driver.skipping(0.75);
        assertThat(skipping.skipZeros()).isEqualTo(0.75);
        assertThat(skipping.drivenShare()).isEqualTo(0.25);
        assertThat(skipping.costsByPulse()).isTrue();
        assertThat(driver.skipping(null).drivenShare()).isEqualTo(1);
        assertThat(skipping.skipping(driver.skipZeros())).isEqualTo(driver);
        assertThat(skipping.figures(SITE, phase)).isEqualTo(driver.figures(SITE, phase));
    }
}
