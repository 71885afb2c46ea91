package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import mho.arch.element.WriteOnce;
import mho.core.quantity.Quantity;
import mho.reports.metrics.ExampleReports;
import mho.reports.metrics.Report;
import org.junit.jupiter.api.Test;

/** Writing in words: everything stated, some of it, nothing. */
class WritingTextTest {
    private static final String WRITE =
            "tile.core.array.write={pulse: 100 ns, pulses: 10, energy: 1 pJ, endurance: 1e6, parallel: 128}";

    private static String told(String... settings) {
        return WritingText.told(
                Objects.requireNonNull(
                        ExampleReports.report("isaac-ce", "lenet5", 1, settings).programming()),
                Quantity::format);
    }

    @Test
    void all_that_is_stated_is_told_with_the_order_it_supposes() {
        Report report = ExampleReports.report("isaac-ce", "lenet5", 1, WRITE, "mapping={copies: one}");
        WriteOnce once = Objects.requireNonNull(report.programming());
        double cells = once.cells();
        assertThat(WritingText.told(once, Quantity::format))
                .contains(", 128 cells at once, array after array; ")
                .contains("; " + Quantity.format(cells * 1e-11, "J") + "; "
                        + String.format(java.util.Locale.ROOT, "%,d cells x 10 pulses; ", (long) cells))
                .endsWith("; 1.00e-05 of a cell's endurance");
        assertThat(RunFigures.metric("write_j").number(report))
                .isEqualTo(report.programming().joules());
        assertThat(RunFigures.metric("write_s").number(report))
                .isEqualTo(report.programming().seconds());
        assertThat(RunFigures.metric("life_used").number(report)).isEqualTo(1e-5);
    }

    @Test
    void what_is_not_stated_is_told_as_that() {
        assertThat(told()).startsWith("not stated (").doesNotContain("0 s").doesNotContain("0 J");
        assertThat(told("tile.core.array.write={pulse: 1 us, pulses: 1}"))
                .contains(", cell by cell, array after array; energy not stated; ")
                .endsWith(" x 1 pulse");
        assertThat(told("tile.core.array.write={energy: 1 pJ, pulses: 8.5, arrays: all}"))
                .startsWith("time not stated; ")
                .endsWith(" x 8.500 pulses");
    }

    @Test
    void writing_is_no_part_of_an_inference() {
        Report without = ExampleReports.report("isaac-ce", "lenet5", 2);
        Report with = ExampleReports.report("isaac-ce", "lenet5", 2, WRITE, "tile.core.array.write.verify=true");
        assertThat(with.totals()).isEqualTo(without.totals());
        assertThat(with.entries()).isEqualTo(without.entries());
        assertThat(with.programming()).isNotEqualTo(without.programming());
    }
}
