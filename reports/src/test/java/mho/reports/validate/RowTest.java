package mho.reports.validate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTest {
    @Test
    void aRowHoldsUpToItsTolerance() {
        assertThat(Row.within(0.01, "", "W", 100, 100.9, "").holds()).isTrue();
        assertThat(Row.within(0.01, "", "W", 100, 98.9, "").holds()).isFalse();
        assertThat(Row.within(0, "", "cycles", 22, 22, "").holds()).isTrue();
        assertThat(Row.within(0, "", "cycles", 22, 22.0001, "").holds()).isFalse();
        assertThat(Row.above(0.1, "", "s", 100, 99.9, "").holds()).isFalse();
        assertThat(Row.above(0.1, "", "s", 100, 109, "").holds()).isTrue();
        assertThat(Row.above(0.1, "", "s", 100, 111, "").holds()).isFalse();
        assertThat(Row.never("", "s", 100, 100.1, "").holds()).isFalse();
        assertThat(Row.never("", "s", 100, 8.4, "").verdict()).isEqualTo("8.40 % of the bound");
        assertThat(Row.points(1, "", 58, 58.9, "").holds()).isTrue();
        assertThat(Row.points(1, "", 58, 56.9, "").holds()).isFalse();
        assertThat(Row.within(0.01, "", "W", 100, Double.NaN, "").holds()).isFalse();
    }

    @Test
    void publishedTablesHold() {
        assertThat(IsaacTable.rows()).hasSize(13).allMatch(Row::holds);
        assertThat(IsaacRuns.pipeline()).hasSize(3).allMatch(Row::holds);
        assertThat(Hermes.onePhase()).hasSize(3).allMatch(Row::holds);
        assertThat(Hermes.fourPhases()).hasSize(3).allMatch(Row::holds);
        assertThat(OtherNodes.rows()).hasSize(4).allMatch(Row::holds);
        assertThat(Warmth.rows()).hasSize(3).allMatch(Row::holds);
        assertThat(Writes.rows()).hasSize(3).allMatch(Row::holds);
    }
}
