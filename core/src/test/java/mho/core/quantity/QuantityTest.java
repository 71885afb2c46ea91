package mho.core.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
    @ParameterizedTest
    @CsvSource({
        "1.28 GS/s, S/s, 1.28e9",
        "1.28GS/s, S/s, 1.28e9",
        "100 ns, s, 100e-9",
        "1e2 ns, s, 100e-9",
        "1E+2 ns, s, 100e-9",
        ".5 us, s, 0.5e-6",
        "5. us, s, 5e-6",
        "+5 s, s, 5",
        "-5 s, s, -5",
        "0 s, s, 0",
        "1.2 GHz, Hz, 1.2e9",
        "2 mW, W, 2e-3",
        "5 pJ, J, 5e-12",
        "3 aJ, J, 3e-18",
        "25 uS, S, 25e-6",
        "25 µS, S, 25e-6",
        "25 μS, S, 25e-6",
        "0.2 V, V, 0.2",
        "5 uA, A, 5e-6",
        "20 fC, C, 20e-15",
        "10 kOhm, Ohm, 1e4",
        "10 kohm, Ohm, 1e4",
        "10 Mohm, Ohm, 1e7",
        "10 MΩ, Ohm, 1e7",
        "10 kΩ, Ohm, 1e4",
        "200 fF, F, 200e-15",
        "300 K, K, 300",
        "16 bit, bit, 16",
        "2 kbit, bit, 2000",
        "2 Kibit, bit, 2048",
        "10 Gbit/s, bit/s, 1e10",
        "1.6 pJ/bit, J/bit, 1.6e-12",
        "13 pJ/B, J/B, 13e-12",
        "1 pJ/KiB, J/B, 9.765625e-16",
        "0.2 fF/um, F/m, 0.2e-9",
        "3 Ohm/um, Ohm/m, 3e6",
        "60 ps/mm, s/m, 60e-9",
        "0.2 W/mm2, W/m2, 2e5",
        "120 fJ/bit/mm, J/bit/m, 120e-12",
        "2.5 TOP/s, OP/s, 2.5e12",
        "627 GOP/s/W, OP/s/W, 627e9",
        "0.5, 1, 0.5",
        "50 %, 1, 0.5",
        "50%, 1, 0.5",
    })
    void readsEveryUnitIntoSi(String text, String unit, double si) {
        assertThat(Quantity.parse(text, unit)).isEqualTo(si);
    }

    @ParameterizedTest
    @CsvSource({
        "1 KiB, 1024",
        "1 MiB, 1048576",
        "1 GiB, 1073741824",
        "1 TiB, 1099511627776",
        "1 kB, 1000",
        "1 KB, 1000",
        "1 MB, 1000000",
        "1 GB, 1000000000",
        "1 TB, 1e12",
        "0.5 KiB, 512",
        "64 KiB, 65536"
    })
    void binaryPrefixesAreNotDecimalOnes(String text, double bytes) {
        assertThat(Quantity.parse(text, "B")).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "1 m2, 1",
        "1 cm2, 1e-4",
        "1 mm2, 1e-6",
        "1 um2, 1e-12",
        "1 nm2, 1e-18",
        "1 km2, 1e6",
        "0.0096 mm2, 9.6e-9",
        "1 mm^2, 1e-6",
        "1 mm², 1e-6",
        "1 µm², 1e-12"
    })
    void thePrefixOfAnAreaIsSquared(String text, double area) {
        assertThat(Quantity.parse(text, "m2")).isEqualTo(area);
    }

    @ParameterizedTest
    @CsvSource({
        "a, 1e-18",
        "f, 1e-15",
        "p, 1e-12",
        "n, 1e-9",
        "u, 1e-6",
        "m, 1e-3",
        "'', 1",
        "k, 1e3",
        "M, 1e6",
        "G, 1e9",
        "T, 1e12",
        "P, 1e15"
    })
    void everyPrefixScales(String prefix, double factor) {
        assertThat(Quantity.parse("1 " + prefix + "J", "J")).isEqualTo(factor);
        assertThat(Quantity.parse("1 " + prefix + "Hz", "Hz")).isEqualTo(factor);
    }

    @Test
    void readingIsExactWhereFloatingPointWouldRound() {
        assertThat(0.0003 * 1e-6).isNotEqualTo(3e-10); // what a product of doubles would give
        assertThat(Quantity.parse("0.0003 mm2", "m2")).isEqualTo(3e-10);
        assertThat(Quantity.decimal("1.2 GHz", Dimension.FREQUENCY)).isEqualByComparingTo(new BigDecimal("1200000000"));
    }

    @ParameterizedTest
    @EnumSource
    void theExampleOfEveryDimensionIsOne(Dimension dimension) {
        assertThat(Quantity.parse(dimension.example(), dimension)).isPositive();
        assertThat(Dimension.of(dimension.symbol())).isSameAs(dimension);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "5 ns | J | expected an energy such as 5 pJ, found \"5 ns\", a time",
                "5 pJ | s | expected a time such as 5 ns, found \"5 pJ\", an energy",
                "5 mW | J | expected an energy such as 5 pJ, found \"5 mW\", a power",
                "1 GS/s | Hz | expected a frequency such as 1.2 GHz, found \"1 GS/s\", a sampling rate",
                "5 GB/s | B | expected a size such as 64 KiB, found \"5 GB/s\", a data rate",
                "5 m | m2 | expected an area such as 0.0096 mm2, found \"5 m\", a length",
                "5 W/mm2 | W | expected a power such as 2 mW, found \"5 W/mm2\", a power per area",
                "5 Hz | 1 | expected a number such as 0.5, found \"5 Hz\", a frequency",
                "50 % | W | expected a power such as 2 mW, found \"50 %\", a percentage",
                "5 | W | expected a power such as 2 mW, found \"5\" without a unit",
                "0 | W | expected a power such as 2 mW, found \"0\" without a unit",
                "5 mw | W | expected a power such as 2 mW, found \"5 mw\", did you mean \"mW\"?",
                "5 watts | W | expected a power such as 2 mW, found \"5 watts\" with an unknown unit",
                "16 bits | bit | expected a number of bits such as 16 bit, found \"16 bits\", did you mean \"bit\"?",
                "5 KHz | Hz | expected a frequency such as 1.2 GHz, found \"5 KHz\", did you mean \"kHz\"?",
                "5 mB | B | expected a size such as 64 KiB, found \"5 mB\", did you mean \"MB\"?",
                "5 KiHz | Hz | expected a frequency such as 1.2 GHz, found \"5 KiHz\" with an unknown unit",
                "5 cW | W | expected a power such as 2 mW, found \"5 cW\" with an unknown unit",
                "5 G Hz | Hz | expected a frequency such as 1.2 GHz, found \"5 G Hz\" with an unknown unit",
                "5 e | W | expected a power such as 2 mW, found \"5 e\" with an unknown unit",
                "mW | W | expected a power such as 2 mW, found \"mW\"",
                "--5 W | W | expected a power such as 2 mW, found \"--5 W\"",
                "1.2.3 W | W | expected a power such as 2 mW, found \"1.2.3 W\" with an unknown unit",
                ". W | W | expected a power such as 2 mW, found \". W\"",
                "NaN | 1 | expected a number such as 0.5, found \"NaN\"",
                "NaN W | W | expected a power such as 2 mW, found \"NaN W\"",
                "Infinity | 1 | expected a number such as 0.5, found \"Infinity\"",
                "0x10 | 1 | expected a number such as 0.5, found \"0x10\" with an unknown unit",
                "1_000 | 1 | expected a number such as 0.5, found \"1_000\" with an unknown unit",
                "1,000 W | W | expected a power such as 2 mW, found \"1,000 W\": write the number with a point and no separators",
                "٣ W | W | expected a power such as 2 mW, found \"٣ W\"",
                "1e400 | 1 | too large to represent, found \"1e400\"",
                "1e309 W | W | too large to represent, found \"1e309 W\"",
                "-1e400 | 1 | too large to represent, found \"-1e400\"",
                "1e99999999999999999999 W | W | too large to represent, found \"1e99999999999999999999 W\"",
                "1e306 PW | W | too large to represent, found \"1e306 PW\"",
                "1e-400 | 1 | too small to represent, found \"1e-400\"",
                "1e-320 aJ | J | too small to represent, found \"1e-320 aJ\"",
            })
    void saysWhatWasExpectedAndWhatWasFound(String text, String unit, String message) {
        assertThatThrownBy(() -> Quantity.parse(text, unit))
                .isInstanceOf(BadQuantity.class)
                .hasMessage(message);
    }

    @Test
    void refusesANumberOfUnreasonableLength() {
        assertThatThrownBy(() -> Quantity.parse("1".repeat(1_000_000), "1"))
                .isInstanceOf(BadQuantity.class)
                .hasMessage("a number of more than 100 characters, found \"" + "1".repeat(60) + "…\"");
    }

    @Test
    void anUnknownSiUnitIsAMistakeInTheProgram() {
        assertThatThrownBy(() -> Quantity.parse("5 ly", "ly"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no dimension has the unit \"ly\", known units: 1, count, s, Hz");
    }

    @ParameterizedTest
    @ValueSource(strings = {"128", "1.28 GS/s", "64 KiB", "-3 mW", "50 %", "0.2 fF/um"})
    void recognisesQuantitiesOfAnyKind(String text) {
        assertThat(Quantity.isQuantity(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sar", "32 nm technology", "2016-05-01", "1,2", "ISCA 2016", "e5"})
    void recognisesWhatIsNoQuantity(String text) {
        assertThat(Quantity.isQuantity(text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"de-DE", "ar-EG", "tr-TR", "hi-IN-u-nu-deva"})
    void theLocaleChangesNothing(String tag) {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(tag));
            assertThat(Quantity.parse("1.28 GS/s", "S/s")).isEqualTo(1.28e9);
            assertThat(Quantity.parse("1 mib".replace("mib", "MiB"), "B")).isEqualTo(1048576);
            assertThat(Quantity.format(1.28e9, "S/s")).isEqualTo("1.28 GS/s");
            assertThatThrownBy(() -> Quantity.parse("5 PIJ", "J"))
                    .hasMessage("expected an energy such as 5 pJ, found \"5 PIJ\" with an unknown unit");
        } finally {
            Locale.setDefault(before);
        }
    }
}
