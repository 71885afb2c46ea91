package mho.reports.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.compare.Comparison;
import mho.reports.compare.SavedRun;
import mho.reports.figures.Definition;
import mho.reports.figures.RunFigures;
import mho.reports.form.comparison.ComparisonTable;
import mho.reports.form.sweep.SweepTable;
import mho.reports.medium.Terminal;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.tornado.ExampleTornados;
import mho.reports.training.ExampleTrainings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages as text. */
class PageTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    private static JsonNode data(String page) throws IOException {
        Matcher island = DATA.matcher(page);
        assertThat(island.find()).isTrue();
        return new ObjectMapper().readTree(island.group(1));
    }

    private static int count(String text, String part) {
        return text.split(Pattern.quote(part), -1).length - 1;
    }

    @Test
    void aHostileNameIsTextWhereverItStands() throws IOException {
        Report report = ExamplePages.hostile();
        String page = ExamplePages.of(report);

        assertThat(page).doesNotContain("<b id=", "<img", "</script><b");
        assertThat(count(page, "</script>")).isEqualTo(2);
        assertThat(data(page).at("/layers/0/name").asText())
                .isEqualTo(report.layers().get(0).name())
                .endsWith(ExamplePages.HOSTILE);
        String validation = ValidationPage.of(ExamplePages.validation(), ExamplePages.HOSTILE);
        assertThat(validation).doesNotContain("<b id=", "<img", "</script><b");
        assertThat(data(validation).at("/rows/1/what").asText()).endsWith(ExamplePages.HOSTILE);
        String tornado = TornadoPage.of(ExampleTornados.all(ExamplePages.HOSTILE), ExamplePages.HOSTILE);
        assertThat(tornado).doesNotContain("<b id=", "<img", "</script><b");
        assertThat(data(tornado).at("/rows/0/row").asText()).endsWith(ExamplePages.HOSTILE);
        assertThat(SweepPage.of(ExamplePages.sweep())).doesNotContain("<b id=", "<img", "</script><b");
        String search = SearchPage.of(ExamplePages.search());
        assertThat(search).doesNotContain("<b id=", "<img", "</script><b");
        assertThat(data(search).at("/weights/0/knobs/0/knob").asText()).endsWith(ExamplePages.HOSTILE);
        String comparison = ComparisonPage.of(ExamplePages.comparison(2), ExamplePages.HOSTILE);
        assertThat(comparison).doesNotContain("<b id=", "<img", "</script><b");
        assertThat(data(comparison).at("/layers/1/name").asText()).endsWith(ExamplePages.HOSTILE);
    }

    @Test
    void aPageIsOneFileThatAsksForNoOther() {
        for (String page : new String[] {
            ExamplePages.of(ExamplePages.withValues()),
            SweepPage.of(ExamplePages.sweep()),
            SearchPage.of(ExamplePages.search()),
            ComparisonPage.of(ExamplePages.comparison(2), ""),
            ValidationPage.of(ExamplePages.validation(), ""),
            TornadoPage.of(ExampleTornados.all(""), ""),
            ChipPage.of(ExamplePages.chip("hybrid-256"), ""),
            ExamplePages.of(ExampleTrainings.inCells())
        }) {
            String markup = page.replaceAll("(?s)<script>.*?</script>", "");
            assertThat(markup)
                    .contains("default-src 'none'")
                    .doesNotContain("src=\"", "url(", "@import")
                    .doesNotContainPattern("href=\"(?!#|data:,)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "page.css",
                "page.js",
                "report.js",
                "explain.js",
                "sweep.js",
                "search.js",
                "compare.js",
                "tornado.js",
                "chip.js",
                "validation.js",
                "training.js",
                "echarts.js"
            })
    void noAssetEndsTheElementItStandsIn(String asset) {
        String text = Asset.text(asset).toLowerCase(Locale.ROOT);

        assertThat(text.contains("</script") || text.contains("</style") || text.contains("<!--"))
                .isFalse();
    }

    @Test
    void aTrainingWithHostileNamesIsTextWhereverItStands() throws IOException {
        String page = ExamplePages.of(ExampleTrainings.hostile());
        assertThat(page).doesNotContain("<img", "<b>two");
        assertThat(count(page, "</script>")).isEqualTo(2);
        assertThat(data(page).at("/distributions/1/layer").asText()).isEqualTo("<b>two</b>");
    }

    @Test
    void aTrainingHasItsEpochsLayersSettingsAndNotes() throws IOException {
        String page = ExamplePages.of(ExampleTrainings.inCells());
        assertThat(page)
                .contains("mlp learns on mlp", "seed 1", "mho train --config config.yaml")
                .contains("80 % of what was asked of dense1 in the last epoch became no pulse")
                .contains("data-v=\"0.75\"", "id=\"sources\"", "id=\"arrays\"");
        assertThat(data(page).at("/epochs/2/layers/0/worn").asLong()).isEqualTo(150);
        assertThat(data(page).at("/distributions/0/weightsAfter")).hasSize(40);
        assertThat(ExamplePages.of(ExampleTrainings.ideal())).doesNotContain("id=\"arrays\"");
    }

    @Test
    void sameRunSameBytes() {
        assertThat(ExamplePages.of(ExamplePages.isaac())).isEqualTo(ExamplePages.of(ExamplePages.isaac()));
        assertThat(SweepPage.of(ExamplePages.sweep())).isEqualTo(SweepPage.of(ExamplePages.sweep()));
    }

    @Test
    void everyLayerHasARowWithItsFiguresAndEveryFigureAFootnote() {
        Report report = ExamplePages.withValues();
        String page = ExamplePages.of(report);

        for (LayerRow layer : report.layers()) {
            assertThat(page).contains("data-v=\"" + layer.energy().totalJ() + "\"");
        }
        String text = page.replace("&#39;", "'").replace("&lt;", "<").replace("&gt;", ">");
        for (Definition definition : Definition.values()) {
            assertThat(text.contains(definition.words().substring(1)))
                    .as(definition.figure())
                    .isTrue();
        }
    }

    @Test
    void valuesAreShownWhereThereAreAny() {
        assertThat(ExamplePages.of(ExamplePages.withValues())).contains("id=\"values\"", "Agreement");
        assertThat(ExamplePages.of(ExamplePages.isaac())).doesNotContain("id=\"values\"");
    }

    @Test
    void assumedFiguresAreMarkedAndTheConfigurationIsWhole() {
        String page = ExamplePages.of(ExamplePages.isaac());

        assertThat(page)
                .contains(
                        "<tr data-marks=\"assumed\">", "the paper gives no hop latency", "mho run --config config.yaml")
                .contains("images: 2\nchip: &lt;/script&gt;");
    }

    @Test
    void whatLimitsTheChipIsSaidInWords() {
        assertThat(ExamplePages.of(ExamplePages.isaac()))
                .contains("What limits it: ", "no input can follow another faster");
    }

    @Test
    void aSweepShowsEveryPointAndWhyOneFailed() throws IOException {
        String page = SweepPage.of(ExamplePages.sweep());

        assertThat(page).contains("the network does not fit: &lt;/script&gt;");
        assertThat(data(page).get("points")).hasSize(55);
        assertThat(data(page).at("/axes/2/numbers/6").asDouble()).isEqualTo(10);
        assertThat(data(page).at("/axes/0/numbers").isMissingNode()).isTrue();
        assertThat(data(page).at("/objectives/2/column").asInt()).isEqualTo(3);
    }

    @Test
    void aSweepHasPartsInPercentAndNoColumnOfFiguresThatNoPointHas() {
        SweepTable sweep = new SweepTable(
                "a",
                "1 point",
                List.of("tiles"),
                List.of(
                        SweepTable.Column.of(RunFigures.metric("utilization")),
                        SweepTable.Column.of(RunFigures.metric("accuracy"))),
                List.of(),
                List.of(new SweepTable.Row(1, List.of("8"), Arrays.asList(0.375, null), null, true, true)),
                "",
                "",
                List.of());
        String table =
                SweepPage.of(sweep).replaceAll("(?s).*(<div class=\"table\" id=\"point-table\".*?</table>).*", "$1");
        assertThat(table).contains("utilization", "37.5 %").doesNotContain("accuracy");
    }

    @Test
    void aComparisonHasNoRowsOfNothing() {
        Comparison comparison = Comparison.of(List.of(run(1), run(2)));
        String page = ComparisonPage.of(comparison, "");
        assertThat(page).contains(">conv1<", ">adc<").doesNotContain(">pool<", ">idle<", ">leakage<");
        String text = ComparisonTable.of(comparison, Terminal.PLAIN);
        assertThat(text).contains("conv1", "adc").doesNotContain("pool", "idle", "leakage  ", "unchanged");
    }

    /** A pool, a part and leakage that take nothing in any run. */
    private static SavedRun run(double energyJ) {
        return new SavedRun(
                "a",
                "chip",
                "net",
                2,
                1,
                "1",
                "",
                "adc",
                Map.of("energy_j", energyJ, "leakage_j", 0.0),
                List.of(
                        new SavedRun.Layer("conv1", "conv", Map.of("energy_j", energyJ)),
                        new SavedRun.Layer("pool", "max-pool", Map.of("energy_j", 0.0))),
                Map.of("adc", energyJ, "idle", 0.0),
                (MapNode) Yaml.parse("config.yaml", "bits: " + energyJ));
    }

    @Test
    void aComparisonShowsSettingsTotalsOriginsAndLayers() throws IOException {
        String page = ComparisonPage.of(ExamplePages.comparison(2), "mho compare runs/0 runs/1 --html x.html");

        assertThat(page.indexOf("chip.tile.core.adc.bits"))
                .as("what was configured comes first")
                .isBetween(0, page.indexOf("id=\"totals\""));
        assertThat(page).contains("geometric mean", "mho compare runs/0 runs/1 --html x.html", "abc1");
        double share = 0;
        for (JsonNode part : data(page).at("/components/0/parts")) {
            share += part.get("share").asDouble();
        }
        assertThat(share).isCloseTo(1, within(1e-12));
        assertThat(data(page).at("/figures/4/means/1").isNull())
                .as("no mean of decibels")
                .isTrue();
        assertThat(ComparisonPage.of(ExamplePages.comparison(1 + 1), "")).doesNotContain("data-choice=\"run\"");
        assertThat(ComparisonPage.of(ExamplePages.comparison(4), ""))
                .contains("<option value=\"0\" selected>all</option>");
        assertThat(ComparisonPage.of(ExamplePages.comparison(12), "")).doesNotContain(">all</option>");
    }
}
