package mho.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mho.reports.form.sweep.SweepTable;
import org.junit.jupiter.api.Test;

class SweepAxisTest {
    private static SweepAxis axis(String... settings) {
        List<SweepTable.Row> rows = java.util.Arrays.stream(settings)
                .map(setting -> new SweepTable.Row(1, List.of(setting), List.of(), null, true, false))
                .toList();
        return SweepAxis.of(new SweepTable("s", "", List.of("path"), List.of(), List.of(), rows, "", "", List.of()), 0);
    }

    @Test
    void quantitiesOfOneKindStandBySizeWhateverTheirPrefixes() {
        SweepAxis axis = axis("1.2 GHz", "900 MHz", "1.2 GHz", "2 GHz");

        assertThat(axis.texts()).containsExactly("900 MHz", "1.2 GHz", "2 GHz");
        assertThat(axis.numbers()).containsExactly(9e8, 1.2e9, 2e9);
    }

    @Test
    void namesStandAsTheyCome() {
        SweepAxis axis = axis("isaac-ce", "analog-256", "isaac-ce");

        assertThat(axis.texts()).containsExactly("isaac-ce", "analog-256");
        assertThat(axis.numbers()).isNull();
    }

    @Test
    void quantitiesAmongNamesAreNames() {
        assertThat(axis("8", "auto").numbers()).isNull();
        assertThat(axis("8", "16", "4").texts()).containsExactly("4", "8", "16");
    }
}
