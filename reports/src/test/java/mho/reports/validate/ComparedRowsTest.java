package mho.reports.validate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows of two machines, of any kind. */
class ComparedRowsTest {
    @TempDir
    private Path folder = Path.of("");

    private List<ValidationRow> rows(String... rows) throws IOException {
        Path file = folder.resolve("rows.yaml");
        Files.writeString(file, "rows:\n" + String.join("", List.of(rows)));
        return ComparedRows.read(file);
    }

    private static String row(String more, double published, String tolerance) {
        return "  - {row: r, network: lenet5, published: " + published + ", tolerance: " + tolerance + ", source: s, "
                + more + "}\n";
    }

    @Test
    void machinesDoWhatTheyWereFittedToAndSaySo() {
        assertThat(ComparedRows.shipped("machines").compared())
                .hasSize(8)
                .allMatch(ValidationRow::holds)
                .filteredOn(row -> !row.what().contains("TPU"))
                .hasSize(5)
                .allMatch(row -> row.verdict().equals("fitted"));
    }

    @Test
    void aChipOverItselfIsOneAndOverAnotherTheInverseOfThat() throws IOException {
        List<ValidationRow> rows = rows(
                row("of: interval, a: isaac-ce, b: isaac-ce", 1, "0 %"),
                row("of: energy, a: isaac-ce, b: isaac-ce", 1, "0 %"),
                row("of: interval, a: isaac-ce, b: analog-256", 1, "x1000000"),
                row("of: interval, a: analog-256, b: isaac-ce", 1, "x1000000"),
                row("of: energy, a: isaac-ce, b: k80", 1, "x1000000"));
        assertThat(rows).allMatch(ValidationRow::holds);
        assertThat(simulated(rows, 0)).isEqualTo(1);
        assertThat(simulated(rows, 1)).isEqualTo(1);
        assertThat(simulated(rows, 2) * simulated(rows, 3)).isEqualTo(1, within(1e-12));
    }

    @Test
    void twiceTheBandwidthOfAMemoryThatHoldsALayerUpIsTwiceAsManyInputs() throws IOException {
        List<ValidationRow> rows = rows(row(
                "of: interval, a: k80, set-a: {mapping.batch: 1, efficiency.value: 1, memory.on-chip.bandwidth: 2 GB/s}, b: k80, set-b: {mapping.batch: 1, efficiency.value: 1, memory.on-chip.bandwidth: 1 GB/s}",
                2,
                "0.1 %"));
        assertThat(rows).allMatch(ValidationRow::holds);
    }

    @Test
    void aFactorHoldsToEitherSide() {
        assertThat(ValidationRow.byFactor(1.5, "", "1", 10, 14.9, "").holds()).isTrue();
        assertThat(ValidationRow.byFactor(1.5, "", "1", 10, 15.1, "").holds()).isFalse();
        assertThat(ValidationRow.byFactor(1.5, "", "1", 10, 6.7, "").holds()).isTrue();
        assertThat(ValidationRow.byFactor(1.5, "", "1", 10, 6.6, "").holds()).isFalse();
        assertThat(ValidationRow.byFactor(1.5, "", "1", 10, Double.NaN, "").holds())
                .isFalse();
    }

    @Test
    void whatCannotBeComparedIsARowThatDoesNotHoldAndHidesNoOther() throws IOException {
        List<ValidationRow> rows = rows(
                row("of: interval, a: no-chip", 1, "5 %"), row("of: interval, a: isaac-ce, b: isaac-ce", 1, "0 %"));
        assertThat(rows.get(0).holds()).isFalse();
        assertThat(rows.get(0).simulated()).startsWith("no-chip: no such chip");
        assertThat(rows.get(1).holds()).isTrue();
    }

    @Test
    void aToleranceIsAFactorOrAPart() {
        assertThatThrownBy(() -> rows(row("of: interval, a: k80", 1, "some")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "tolerance: expected a factor from 1 up, as in x1.5, or a part, as in 5 %, or exact, never above, never below, report, found \"some\"");
        assertThatThrownBy(() -> rows(row("of: speed, a: k80", 1, "5 %")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("interval");
    }

    @Test
    void figuresOfChipsAndNetworksStandAlone() throws IOException {
        Files.writeString(
                folder.resolve("rows.yaml"),
                """
                networks:
                  layer: {network: layer, input: 128, layers: [dense: {out: 16, bias: false}]}
                rows:
                  - {row: peak, of: peak, a: isaac-ce, published: 41.28768 TOP/s, tolerance: exact, source: s}
                  - {row: area, of: part-area, a: isaac-ce, part: link, published: 22.88 mm2, tolerance: 0.001 %, source: s}
                  - {row: window, of: element-time, a: isaac-ce, part: interval_s, published: 1.6 us, tolerance: exact, source: s}
                  - {row: weights, of: weights, network: layer, published: 2048, tolerance: exact, source: s}
                  - {row: conversions, of: actions, a: isaac-ce, network: layer, part: tile.core.adc, published: 2064, tolerance: never above, source: s}
                  - {row: conversions, of: actions, a: isaac-ce, network: layer, part: tile.core.adc, published: 2048, tolerance: never below, source: s}
                  - {row: latency, of: layer-latency, a: isaac-ce, network: layer, part: dense1, published: 1 ns, tolerance: report, source: s}
                """);
        List<ValidationRow> rows = ComparedRows.read(folder.resolve("rows.yaml"));
        assertThat(rows).allMatch(ValidationRow::holds, "holds");
        assertThat(rows.get(6).verdict()).isEqualTo("told");
        assertThat(rows.get(0).chip()).isEqualTo("isaac-ce");
    }

    @Test
    void aFigureSaysWhatItIsTheFigureOf() {
        assertThatThrownBy(() -> rows(row("of: peak, a: k80", 1, "5 %")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("of: peak has no need of a network: leave out network");
        assertThatThrownBy(() -> rows(row("of: actions, a: k80", 1, "5 %")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("of: actions is the figure of a part: add part");
        assertThatThrownBy(
                        () -> rows("  - {row: r, of: power, a: k80, published: 3 ns, tolerance: exact, source: s}\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("published: expected a power such as 2 mW, found \"3 ns\"");
    }

    private static double simulated(List<ValidationRow> rows, int row) {
        Double simulated = rows.get(row).simulatedSi();
        return simulated == null ? Double.NaN : simulated;
    }
}
