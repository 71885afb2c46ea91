package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mho.arch.chip.Chips;
import mho.core.yaml.Setting;
import mho.reports.form.report.ReportTable;
import mho.reports.medium.Terminal;
import mho.reports.metrics.ExampleReports;
import mho.reports.metrics.Report;
import mho.reports.metrics.ZeroSkipping;
import mho.reports.page.ReportPage;
import mho.reports.sheet.ChipSheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a table says shows on a terminal and on a page is what stands there, in its order, and nothing else. JSON and CSV: {@link ReadmeTest}. */
class ReportFormsTest {
    private static final Report REPORT = ExampleReports.withValues();
    private static final String TEXT = ReportTable.of(REPORT, 0, Terminal.PLAIN);
    private static final String PAGE = ReportPage.of(
            REPORT,
            ChipSheet.of(Chips.load("analog-256", List.of(Setting.parse("tile.pool.area=1 um2")))),
            "images: 2\n",
            List.of());

    @Test
    void theTerminalsTablesHaveTheColumnsOfTheirFigures() {
        assertThat(heads("layer ")).isEqualTo(headings(LayerFigures.TABLE.in(Place.TERMINAL), Place.TERMINAL));
        assertThat(heads("largest consumers "))
                .isEqualTo(headings(ComponentFigures.TABLE.in(Place.TERMINAL), Place.TERMINAL));
        assertThat(heads("values ").subList(1, 8))
                .isEqualTo(headings(LayerValueFigures.TABLE.in(Place.TERMINAL), Place.TERMINAL));
    }

    @Test
    void theTerminalsLinesAreTheFiguresOfTheRun() {
        for (String object : List.of("totals", "programming", "values")) {
            for (Figure<Report> figure : RunFigures.in(Place.TERMINAL, object)) {
                assertThat(TEXT.lines()
                                .filter(line -> line.startsWith(
                                        figure.column(Place.TERMINAL).heading() + "  ")))
                        .as(figure.key())
                        .isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "layer-table, LayerFigures.TABLE, PAGE",
        "roofline-table, LayerFigures.TABLE, ROOFLINE",
        "components, ComponentFigures.TABLE, PAGE",
        "value-table, LayerValueFigures.TABLE, PAGE",
        "actions, ComponentFigures.ACTION, PAGE",
        "assumptions, SheetFigures.ASSUMED, PAGE",
        "set, ChipFigures.SET, PAGE",
    })
    void aPagesTablesHaveTheColumnsOfTheirFigures(String id, String table, Place place) {
        List<String> columns = columns(id);
        List<String> expected = table.equals("LayerFigures.TABLE") && place == Place.PAGE
                ? headings(LayerFigures.in(place, REPORT.zeros()), place)
                : AllTables.of(table).in(place).stream()
                        .map(figure -> figure.column(place).heading())
                        .toList();
        // the tables of values and of actions say of which layer and part they are
        assertThat(columns.subList(columns.size() - expected.size(), columns.size()))
                .isEqualTo(expected);
        assertThat(columns.size() - expected.size()).isBetween(0, 1);
    }

    @Test
    void aPagesFactsAreTheFiguresOfTheRun() {
        for (String object : List.of("totals", "programming", "values")) {
            for (Figure<Report> figure : RunFigures.in(Place.PAGE, object)) {
                if (figure.column(Place.PAGE).has().test(REPORT)) {
                    assertThat(PAGE)
                            .as(figure.key())
                            .contains(figure.column(Place.PAGE).heading());
                }
            }
        }
    }

    /** Where a run left no zeros out, no form has a column for it; where it did, all have. */
    @Test
    void columnsAboutZerosAreThereWhereZerosAreLeftOut() {
        ZeroSkipping zeros = new ZeroSkipping(true, List.of(0.3));

        assertThat(LayerFigures.in(Place.CSV, REPORT.zeros()))
                .hasSize(LayerFigures.TABLE.in(Place.CSV).size() - 3);
        assertThat(headings(LayerFigures.in(Place.CSV, zeros), Place.CSV))
                .endsWith("rows_left_out", "columns_left_out", "row_phases_skipped");
        assertThat(headings(LayerFigures.in(Place.PAGE, zeros), Place.PAGE))
                .endsWith("rows left out", "columns left out", "row phases skipped");
    }

    private static <T> List<String> headings(List<Figure<T>> figures, Place place) {
        return figures.stream().map(figure -> figure.column(place).heading()).toList();
    }

    private static List<String> heads(String first) {
        String line =
                TEXT.lines().filter(one -> one.startsWith(first)).findFirst().orElseThrow();
        return Arrays.asList(line.strip().split(" {2,}"));
    }

    private static List<String> columns(String id) {
        String table = PAGE.substring(PAGE.indexOf("id=\"" + id + "\""));
        String head = table.substring(0, table.indexOf("</thead>"));
        return Pattern.compile("<th scope=\"col\"[^>]*>([^<]*)<")
                .matcher(head)
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }
}
