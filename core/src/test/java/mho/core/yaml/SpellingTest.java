package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({
        "rows, rows",
        "onResistance, on-resistance",
        "OFFSET, offset",
        "DIFFERENTIAL_PAIR, differential-pair",
        "l2Cache, l2-cache",
        "bitsPerCell, bits-per-cell",
        "rowURL, row-url",
        "ADCRate, adc-rate",
        "on_resistance, on-resistance",
        "on-resistance, on-resistance"
    })
    void namesInFilesAreInKebabCase(String java, String file) {
        assertThat(Spelling.kebab(java)).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({
        "bits, bits, 0",
        "bitz, bits, 1",
        "bist, bits, 1",
        "bit, bits, 1",
        "'', bits, 4",
        "ca, abc, 3",
        "kernel, colonel, 4"
    })
    void countsTypingErrors(String a, String b, int errors) {
        assertThat(Spelling.errors(a, b)).isEqualTo(errors);
        assertThat(Spelling.errors(b, a)).isEqualTo(errors);
    }

    @Test
    void guessesTheClosestNameIfItIsCloseEnough() {
        List<String> known = List.of("bits", "rate", "on-resistance", "off-resistance");

        assertThat(Spelling.closest("bitz", known)).isEqualTo("bits");
        assertThat(Spelling.closest("Rate", known)).isEqualTo("rate");
        assertThat(Spelling.closest("onResistence", known)).isEqualTo("on-resistance");
        assertThat(Spelling.closest("area", known)).isNull();
        assertThat(Spelling.closest("b", known)).isNull();
        assertThat(Spelling.closest("x".repeat(1_000_000), known)).isNull();
    }
}
