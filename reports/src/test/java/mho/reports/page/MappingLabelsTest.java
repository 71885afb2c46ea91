package mho.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MappingLabelsTest {
    @Test
    void mappingsAreCalledByWhatTellsThemApart() {
        assertThat(MappingLabels.of(List.of(
                        "{model: sar, bits: 4, shape: [1, 2]}",
                        "{model: sar, bits: 6, shape: [1, 2]}",
                        "{model: sar, bits: 6, shape: [1, 3]}")))
                .containsExactly("bits 4, shape [1, 2]", "bits 6, shape [1, 2]", "bits 6, shape [1, 3]");
    }

    @Test
    void aKeyThatOneLacksIsSaid() {
        assertThat(MappingLabels.of(List.of("{bits: 4}", "{bits: 4, power: 2 mW}")))
                .containsExactly("no power", "power 2 mW");
    }

    @Test
    void nestedKeysStayWhereTheyAre() {
        assertThat(MappingLabels.of(List.of("{a: {b: 1, c: 2}, d: 5}", "{a: {b: 1, c: 3}, d: 5}")))
                .containsExactly("a {b: 1, c: 2}", "a {b: 1, c: 3}");
    }

    @Test
    void whatIsNoMappingStaysAsItIs() {
        List<String> texts = List.of("isaac-ce", "{bits: 4}");
        assertThat(MappingLabels.of(texts)).isEqualTo(texts);
        assertThat(MappingLabels.of(List.of("{bits: 4}"))).containsExactly("{bits: 4}");
    }
}
