package mho.reports.validate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ValidationRowTest {
    @Test
    void aRowHoldsUpToItsTolerance() {
        assertThat(ValidationRow.within(0.01, "", "W", 100, 100.9, "").holds()).isTrue();
        assertThat(ValidationRow.within(0.01, "", "W", 100, 98.9, "").holds()).isFalse();
        assertThat(ValidationRow.within(0, "", "cycles", 22, 22, "").holds()).isTrue();
        assertThat(ValidationRow.within(0, "", "cycles", 22, 22.0001, "").holds())
                .isFalse();
        assertThat(ValidationRow.above(0.1, "", "s", 100, 99.9, "").holds()).isFalse();
        assertThat(ValidationRow.above(0.1, "", "s", 100, 109, "").holds()).isTrue();
        assertThat(ValidationRow.above(0.1, "", "s", 100, 111, "").holds()).isFalse();
        assertThat(ValidationRow.never("", "s", 100, 100.1, "").holds()).isFalse();
        assertThat(ValidationRow.never("", "s", 100, 8.4, "").verdict()).isEqualTo("8.40 % of the bound");
        assertThat(ValidationRow.points(1, "", 58, 58.9, "").holds()).isTrue();
        assertThat(ValidationRow.points(1, "", 58, 56.9, "").holds()).isFalse();
        assertThat(ValidationRow.within(0.01, "", "W", 100, Double.NaN, "").holds())
                .isFalse();
    }

    @Test
    void publishedTablesHold() {
        assertThat(IsaacTableRows.rows()).hasSize(13).allMatch(ValidationRow::holds);
        assertThat(IsaacRunRows.pipeline()).hasSize(3).allMatch(ValidationRow::holds);
        assertThat(HermesRows.onePhase()).hasSize(3).allMatch(ValidationRow::holds);
        assertThat(HermesRows.fourPhases()).hasSize(3).allMatch(ValidationRow::holds);
        assertThat(TechnologyRows.rows()).hasSize(4).allMatch(ValidationRow::holds);
        assertThat(TemperatureRows.rows()).hasSize(3).allMatch(ValidationRow::holds);
        assertThat(WritingRows.rows()).hasSize(3).allMatch(ValidationRow::holds);
    }

    /** What is shown and not judged says why: all of it peaks or energies of parts that were not published. */
    @Test
    void chipsThatTrainHoldInTimeAndCount() {
        assertTold(RpuRows.rows(), 6, "RPU peak per watt");
        assertTold(MarinellaRows.rows(), 5, "Marinella, 1024 x 1024, VMM", "Marinella, a multiply-accumulate of it");
        assertTold(PipeLayerRows.rows(), 7, "PipeLayer, peak per area", "PipeLayer, peak per watt");
        assertTold(LearningPcmRows.pairs(), 1);
        assertTold(LearningPcmRows.withCapacitors(), 3, "3T1C and PCM, peak per watt", "3T1C and PCM, peak per area");
    }

    private static void assertTold(List<ValidationRow> rows, int size, String... told) {
        assertThat(rows).hasSize(size).allMatch(ValidationRow::holds);
        List<ValidationRow> shown =
                rows.stream().filter(ValidationRow::onlyTold).toList();
        assertThat(shown).extracting(ValidationRow::what).containsExactly(told);
        assertThat(shown).allMatch(row -> row.source().contains("not seen"));
    }
}
