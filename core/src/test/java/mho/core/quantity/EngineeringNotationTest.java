package mho.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EngineeringNotationTest {
    /** Names are compared without regard to case by some who read them. */
    @Test
    void noTwoUnitsEndANameAlike() {
        assertThat(java.util.Arrays.stream(Dimension.values())
                        .filter(Dimension::hasUnit)
                        .map(Dimension::inNames))
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z][a-z0-9_]*"))
                .contains("s", "siemens", "samples_per_s", "bytes_per_s", "ops_per_s_per_w", "j_per_bit_per_m", "m2");
    }

    @ParameterizedTest
    @CsvSource({
        "1.28e9, S/s, 1.28 GS/s",
        "65.8, W, 65.8 W",
        "0.0241, W, 24.1 mW",
        "1e-13, J, 100 fJ",
        "1.23456e-12, J, 1.235 pJ",
        "999.96e-12, J, 1 nJ",
        "0, W, 0 W",
        "-0.002, V, -2 mV",
        "1e-21, J, 0.001 aJ",
        "1e20, W, 100000 PW",
        "8.54e-5, m2, 85.4 mm2",
        "3.72e-7, m2, 0.372 mm2",
        "9.6e-9, m2, 0.0096 mm2",
        "9.6e-10, m2, 960 um2",
        "1e-14, m2, 0.01 um2",
        "0, m2, 0 m2",
        "2, m2, 2 m2",
        "1e-13, m2/bit, 0.1 um2/bit",
        "65536, B, 64 KiB",
        "1536, B, 1.5 KiB",
        "1000, B, 1 kB",
        "65000, B, 65 kB",
        "65537, B, 65.54 kB",
        "100, B, 100 B",
        "0.5, B, 0.5 B",
        "6.4e9, B/s, 6.4 GB/s",
        "256, bit, 256 bit",
        "131072, bit, 131.1 kbit",
        "300, K, 300 K",
        "0.25, 1, 0.25",
        "123456, 1, 123500",
        "NaN, W, NaN W",
        "Infinity, W, Infinity W",
        "6.275e11, OP/s/W, 627.5 GOP/s/W",
    })
    void printsFourDigitsAndAnEngineeringPrefix(double si, String unit, String text) {
        assertThat(Quantity.format(si, unit)).isEqualTo(text);
    }

    @Test
    void printsAsManyDigitsAsAsked() {
        assertThat(Quantity.format(1.23456e-12, "J", 2)).isEqualTo("1.2 pJ");
        assertThat(Quantity.format(1.23456e-12, "J", 6)).isEqualTo("1.23456 pJ");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsPrintedIsReadBack(Dimension dimension) {
        long seed = 20260;
        Random random = new Random(seed);
        String unit = dimension.symbol();
        for (int i = 0; i < 300; i++) {
            double si = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(60) - 30);
            String context = "seed " + seed + ", " + si + " " + unit;
            assertThat(Quantity.parse(Quantity.exact(si, unit), unit))
                    .as(context)
                    .isEqualTo(si);
            assertThat(Quantity.parse(Quantity.format(si, unit), unit))
                    .as(context)
                    .isCloseTo(si, within(Math.abs(si) * 5e-4));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theExtremesOfADoubleAreReadBack(Dimension dimension) {
        String unit = dimension.symbol();
        for (double si : new double[] {Double.MIN_VALUE, Double.MIN_NORMAL, Double.MAX_VALUE, -Double.MAX_VALUE, 0}) {
            assertThat(Quantity.parse(Quantity.exact(si, unit), unit)).isEqualTo(si);
        }
    }
}
