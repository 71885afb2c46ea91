package mho.reports.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mho.reports.explain.Explanation;
import mho.reports.explain.FigureTree;
import mho.reports.form.sweep.SweepTable;
import mho.reports.metrics.ExampleReports;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.reports.tornado.ExampleTornados;
import mho.reports.training.ExampleTrainings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** Pages in a real browser: drawn, sorted, silent, fit for a phone, the dark and paper. Pictures stand in target/screenshots. */
class BrowserTest {
    private static final int DESK = 1280;
    private static final int PHONE = 360;

    private static @Nullable Browser opened;

    @BeforeAll
    static void open() {
        opened = Browser.open();
    }

    @AfterAll
    static void close() {
        if (opened != null) {
            opened.close();
        }
    }

    private static Browser browser() {
        return requireNonNull(opened);
    }

    private static long layers(Report report) {
        return report.layers().stream().filter(layer -> !layer.isStatic()).count();
    }

    /** Marks of a chart in one colour; the legend has one more. */
    private static long marks(String chart, String colour) {
        return browser().count("#" + chart + "-chart svg path[fill=\"" + colour + "\"]");
    }

    @Test
    void everyLayerHasItsMarkInEveryChart() {
        Report report = ExamplePages.withValues();
        long layers = layers(report);
        browser().show("values", ExamplePages.of(report), DESK);

        assertThat(browser().count("figure.chart")).isEqualTo(9);
        assertThat(browser().count("figure.chart:not([hidden]) svg")).isEqualTo(9);
        assertThat(marks("pipeline", "#0072b2")).as("first input").isEqualTo(layers + 1);
        assertThat(marks("pipeline", "#e69f00")).as("second input").isEqualTo(layers + 1);
        assertThat(marks("times", "#0072b2")).as("latencies").isEqualTo(layers + 1);
        assertThat(marks("utilization", "#d55e00")).as("bottlenecks").isEqualTo(layers + 1);
        assertThat(marks("sqnr", "#009e73")).as("SQNR").isEqualTo(4);
        long works =
                report.layers().stream().filter(layer -> layer.work().ops() > 0).count();
        // the legend has the points and their roof
        assertThat(marks("roofline", "#0072b2")).as("layers, by the buffers").isEqualTo(works + 2);
        browser().screenshot("values-light");
    }

    @Test
    void tablesSortByClickAndByKeyboard() {
        Report report = ExamplePages.isaac();
        browser().show("sorted", ExamplePages.of(report), DESK);
        List<Double> energies = report.layers().stream()
                .map(layer -> layer.energy().totalJ())
                .sorted(Comparator.reverseOrder())
                .toList();
        WebElement button =
                browser().driver().findElement(By.cssSelector("#layer-table th:nth-child(10) [role=button]"));

        button.click();
        assertThat(column("layer-table", 10)).containsExactlyElementsOf(energies);
        assertThat(state("layer-table", 10)).isEqualTo("descending");

        button.sendKeys(Keys.ENTER);
        assertThat(column("layer-table", 10)).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(state("layer-table", 10)).isEqualTo("ascending");

        browser()
                .driver()
                .findElement(By.cssSelector("#layer-table th:nth-child(8) [role=button]"))
                .sendKeys(Keys.SPACE);
        List<?> latencies = cells("layer-table", 8);
        assertThat(latencies.get(latencies.size() - 1)).as("no latency, last").isEqualTo("–");
        assertThat(state("layer-table", 10)).isNull();

        browser()
                .driver()
                .findElement(By.cssSelector("#layer-table th:nth-child(1) [role=button]"))
                .click();
        assertThat(cells("layer-table", 1).get(0)).isEqualTo("(static)");
    }

    @Test
    void aClickOnAnEnergyOpensWhatItIsMadeOf() {
        Report report = ExamplePages.isaac();
        browser().show("explained", ExamplePages.of(report), DESK);
        LayerRow layer = report.layers().get(1);
        String row = "//div[@id='layer-table']//tr[th='" + layer.name() + "']//button[@class='why']";
        WebElement figure = browser().driver().findElement(By.xpath(row));

        figure.click();
        long lines = report.entries().stream()
                .filter(line -> line.layer().equals(layer.name()) && line.energyJ() > 0)
                .count();
        assertThat(browser().count("dialog.why")).isEqualTo(1);
        assertThat(browser().count("dialog.why .leaf")).isEqualTo(lines);
        assertThat(browser().complaints()).isEmpty();
        browser().screenshot("explained");

        browser().driver().findElement(By.cssSelector("dialog.why .close")).click();
        assertThat(browser().count("dialog.why")).isZero();
    }

    @Test
    void aClickOnAnyFigureOpensWhatExplainTellsOfIt() {
        ExamplePages.Explained run = ExamplePages.Explained.run();
        browser().show("explained-all", run.page(figure -> true), DESK);
        int asked = 0;
        for (String figure : run.figures()) {
            List<WebElement> cells =
                    browser().driver().findElements(By.cssSelector("[data-figure='" + figure + "'] button"));
            for (WebElement cell : cells) {
                click(cell);
                String told = text("dialog.why summary, dialog.why .leaf");
                assertThat(told)
                        .as(figure)
                        .startsWith(run.explain(figure).tree().label() + ": ");
                assertThat(text("dialog.why")).as(figure).doesNotContain("NaN", "undefined", "null");
                click(browser().driver().findElement(By.cssSelector("dialog.why .close")));
                asked++;
            }
        }
        assertThat(asked).as("figures on the page").isGreaterThan(run.figures().size() / 2);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void aLatencyUnfoldsToItsPathAnAccuracyToItsCauses() {
        ExamplePages.Explained run = ExamplePages.Explained.run();
        browser().show("explained-times", run.page(figure -> true), DESK);
        Explanation latency = run.explain("latency_s");
        click(figure("latency_s"));
        assertThat(browser().count("dialog.why details.path tbody tr"))
                .isEqualTo(latency.path().size());
        for (FigureTree layer : latency.tree().told(0.01, latency.tree()).each()) {
            assertThat(text("dialog.why")).contains(layer.label() + ": ");
        }
        assertThat(text("dialog.why")).contains("What limits the steady state: ");
        browser().screenshot("explained-latency");
        click(browser().driver().findElement(By.cssSelector("dialog.why .close")));

        click(figure("accuracy"));
        assertThat(text("dialog.why")).contains("programming errors: -").contains("alone off");
        browser().screenshot("explained-accuracy");
        click(browser().driver().findElement(By.cssSelector("dialog.why .close")));

        click(figure("power_w"));
        long lines = run.report().entries().stream()
                .filter(line -> line.energyJ() > 0)
                .count();
        assertThat(browser().count("dialog.why .leaf"))
                .as("a ratio unfolds to all of both: energy from the ledger, interval in two")
                .isEqualTo(lines + 2);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void accuracyIsNoButtonWhereNobodyAskedWhatItIsMadeOf() {
        String page = ExamplePages.Explained.run().page(figure -> !figure.equals("accuracy"));
        browser().show("explained-without", page, DESK);
        assertThat(browser().count("[data-figure='accuracy']")).isZero();
        assertThat(browser().count("[data-figure='latency_s'] button")).isEqualTo(1);
    }

    private static WebElement figure(String name) {
        return browser().driver().findElement(By.cssSelector("[data-figure='" + name + "'] button"));
    }

    /** Wherever it is scrolled to, and folded away or not. */
    private static void click(WebElement element) {
        browser().driver().executeScript("arguments[0].click()", element);
    }

    private static String text(String selector) {
        Object text =
                browser().driver().executeScript("return document.querySelector(arguments[0]).textContent", selector);
        return String.valueOf(text);
    }

    private static List<Double> column(String table, int column) {
        return list(
                        "return Array.from(document.querySelectorAll(arguments[0]), c => Number(c.dataset.v))",
                        table,
                        column)
                .stream()
                .map(number -> ((Number) number).doubleValue())
                .toList();
    }

    private static List<?> cells(String table, int column) {
        return list("return Array.from(document.querySelectorAll(arguments[0]), c => c.textContent)", table, column);
    }

    private static List<?> list(String script, String table, int column) {
        return (List<?>) browser().ask(script, "#" + table + " tbody tr:not([hidden]) > :nth-child(" + column + ")");
    }

    private static @Nullable Object state(String table, int column) {
        return browser()
                .ask(
                        "return document.querySelector(arguments[0]).getAttribute('aria-sort')",
                        "#" + table + " thead th:nth-child(" + column + ")");
    }

    @Test
    void nothingIsAskedOfANetworkAndNothingGoesWrong() {
        Map<String, String> pages = new TreeMap<>(Map.of(
                "isaac", ExamplePages.of(ExamplePages.isaac()),
                "hostile", ExamplePages.of(ExamplePages.hostile()),
                "sweep", SweepPage.of(ExamplePages.sweep()),
                "search", SearchPage.of(ExamplePages.search()),
                "comparison", ComparisonPage.of(ExamplePages.comparison(3), ""),
                "validation", ValidationPage.of(ExamplePages.validation(), ""),
                "tornado", TornadoPage.of(ExampleTornados.all(""), ""),
                "chip", ChipPage.of(ExamplePages.chip("hybrid-256"), ""),
                "training", ExamplePages.of(ExampleTrainings.inCells()),
                "training-hostile", ExamplePages.of(ExampleTrainings.hostile())));
        pages.forEach((name, page) -> {
            browser().show(name, page, DESK);
            browser().ask("window.scrollTo(0, document.body.scrollHeight)");
            assertThat(browser().complaints()).as(name).isEmpty();
            assertThat(browser().requests()).as(name).isEmpty();
            assertThat(browser().ask("return performance.getEntriesByType('resource').length"))
                    .as(name)
                    .isEqualTo(0L);
        });
    }

    @Test
    void everyRowOfAValidationHasItsMark() {
        browser().show("validation", ValidationPage.of(ExamplePages.validation(), ""), DESK);
        assertThat(browser()
                        .ask("return mho.chart('ratios').getOption().series.reduce((n, s) => n + s.data.length, 0)"))
                .isEqualTo(2L + ExamplePages.validation().size() - 1);
        assertThat(browser().ask("return window.broken")).isNull();
        browser().screenshot("validation");
    }

    @Test
    void hostileNamesStayText() {
        browser().show("hostile", ExamplePages.of(ExamplePages.hostile()), DESK);

        assertThat(browser().count("#broken, img, body b:not(.tip b)")).isZero();
        assertThat(browser().ask("return window.broken")).isNull();
        assertThat(cells("layer-table", 1).get(0)).isEqualTo("input" + ExamplePages.HOSTILE);
        // over every layer of a chart, so that each tooltip is made
        browser()
                .ask("const chart = mho.chart('pipeline');"
                        + "mho.data.layers.forEach((l, i) => chart.dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: i}));"
                        + "mho.chart('energy').dispatchAction({type: 'showTip', seriesIndex: 0, dataIndex: 1});");
        assertThat(browser().count(".tip")).isPositive();
        assertThat(browser().count("#broken, img")).isZero();
        assertThat(browser().ask("return window.broken")).isNull();
        assertThat(browser().complaints()).isEmpty();
        browser().screenshot("hostile");
    }

    @Test
    void aPhoneScrollsTablesAndNotThePage() {
        for (Map.Entry<String, String> page : Map.of(
                        "values", ExamplePages.of(ExamplePages.withValues()),
                        "hostile", ExamplePages.of(ExamplePages.hostile()),
                        "sweep", SweepPage.of(ExamplePages.sweep()),
                        "search", SearchPage.of(ExamplePages.search()),
                        "comparison", ComparisonPage.of(ExamplePages.comparison(3), ""),
                        "training", ExamplePages.of(ExampleTrainings.inCells()))
                .entrySet()) {
            browser().show(page.getKey(), page.getValue(), DESK);
            browser().width(PHONE, true);
            browser().driver().navigate().refresh();

            assertThat(browser().ask("return window.innerWidth")).isEqualTo((long) PHONE);
            assertThat((Long) browser().ask("return document.documentElement.scrollWidth"))
                    .as(page.getKey())
                    .isLessThanOrEqualTo(PHONE);
            assertThat((Boolean) browser()
                            .ask(
                                    "return Array.from(document.querySelectorAll('figure svg')).every(s => s.clientWidth <= "
                                            + PHONE + ")"))
                    .isTrue();
            browser().screenshot(page.getKey() + "-phone");
        }
    }

    @Test
    void chartsFollowTheReaderIntoTheDark() {
        browser().show("values", ExamplePages.of(ExamplePages.withValues()), DESK);
        Object light = browser().ask("return getComputedStyle(document.body).backgroundColor");
        long before = marks("times", "#0072b2");

        browser().media("", "dark");
        Object dark = browser().ask("return getComputedStyle(document.body).backgroundColor");

        assertThat(dark).isNotEqualTo(light).isEqualTo("rgb(20, 24, 29)");
        assertThat(marks("times", "#0072b2")).isZero();
        assertThat(marks("times", "#3a9bd9")).isEqualTo(before);
        assertThat(browser().count("#times-chart svg text[fill=\"#e4e8ec\"]")).isPositive();
        browser().screenshot("values-dark");
    }

    @Test
    void paperShowsEverythingWithoutScrolling() {
        Report report = ExamplePages.deep();
        browser().show("deep", ExamplePages.of(report), 800);
        browser().media("print", "dark");

        assertThat(browser().ask("return getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(browser()
                        .ask("return Array.from(document.querySelectorAll('main .scroll')).filter(s =>"
                                + " getComputedStyle(s).overflowY !== 'visible').length"))
                .isEqualTo(0L);
        assertThat((Long) browser().ask("return document.documentElement.scrollWidth"))
                .as("no column is cut off")
                .isLessThanOrEqualTo(800);
        assertThat((Long) browser().ask("return document.querySelector('#energy-chart svg').clientHeight"))
                .as("fits on a sheet")
                .isLessThan(1000);
        assertThat(marks("pipeline", "#0072b2")).isEqualTo(layers(report) + 1);
        browser().screenshot("deep-print");
    }

    /** Names may break behind dots, strokes and spaces, and nowhere else. */
    @Test
    void neitherPaperNorScreenBreaksAWordOfAHead() {
        for (Map.Entry<String, String> page : Map.of(
                        "values", ExamplePages.of(ExamplePages.withValues()),
                        "deep", ExamplePages.of(ExamplePages.deep()),
                        "mapped", SweepPage.of(ExamplePages.mapped()),
                        "comparison", ComparisonPage.of(ExamplePages.comparison(3), ""))
                .entrySet()) {
            for (String media : List.of("", "print")) {
                browser().show(page.getKey(), page.getValue(), 800);
                browser().media(media, "light");
                assertThat(browser().ask(BROKEN_WORDS, "thead th"))
                        .as(page.getKey() + " " + media)
                        .isEqualTo(List.of());
            }
            browser().screenshot(page.getKey() + "-print");
        }
    }

    private static final String BROKEN_WORDS =
            """
            const broken = [];
            for (const cell of document.querySelectorAll(arguments[0])) {
              const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
              while (walker.nextNode()) {
                const node = walker.currentNode;
                for (const word of node.data.matchAll(/[^\\s./_-]+/g)) {
                  const range = document.createRange();
                  range.setStart(node, word.index);
                  range.setEnd(node, word.index + word[0].length);
                  const lines = Array.from(range.getClientRects()).filter(r => r.width > 0 && r.height > 0);
                  if (lines.length > 1) broken.push(word[0]);
                }
              }
            }
            return broken;
            """;

    @Test
    void theTableOfLayersFitsAWindowOf1400Pixels() {
        for (Report report : List.of(
                ExamplePages.isaac(), ExamplePages.withValues(), ExampleReports.report("isaac-ce", "resnet18", 1))) {
            browser().show("layers", ExamplePages.of(report), 1400);
            browser().screenshot("layers-1400");
            assertThat((Long) browser().ask("return document.querySelector('#layer-table .scroll').scrollWidth"))
                    .isLessThanOrEqualTo(
                            (Long) browser().ask("return document.querySelector('#layer-table .scroll').clientWidth"));
            assertThat(browser().ask(BROKEN_WORDS, "#layer-table th, #layer-table td"))
                    .as("long names of resources break behind dots")
                    .isEqualTo(List.of());
        }
    }

    @Test
    void aPhoneShowsTheNamesOfAllParallelAxes() {
        SweepTable sweep = ExamplePages.mapped();
        browser().show("mapped", SweepPage.of(sweep), DESK);
        browser().width(390, true);
        browser().driver().navigate().refresh();
        List<String> names = new java.util.ArrayList<>(sweep.axes());
        names.addAll(List.of("energy", "latency", "accuracy"));
        for (String name : names) {
            assertThat(browser()
                            .ask(
                                    """
                                    const at = document.querySelector('#parallel-chart .canvas').getBoundingClientRect();
                                    return Array.from(document.querySelectorAll('#parallel-chart svg text'))
                                      .filter(text => text.textContent === arguments[0])
                                      .map(text => text.getBoundingClientRect())
                                      .some(box => box.left >= at.left && box.right <= at.right && box.top >= at.top);
                                    """,
                                    name))
                    .as(name)
                    .isEqualTo(true);
        }
        browser().screenshot("mapped-phone");
    }

    /** Settings that are mappings look different on every axis, and points on the front have their numbers. */
    @Test
    void mappingsAreToldApartAndPointsOfTheFrontNamed() {
        SweepTable sweep = ExamplePages.mapped();
        browser().show("mapped", SweepPage.of(sweep), DESK);
        choose("heat", "x", "tile.core.adc");
        List<?> heat = (List<?>) browser()
                .ask("return Array.from(document.querySelectorAll('#heat-chart svg text'), t => t.textContent)"
                        + ".filter(t => t.startsWith('bits '))");
        assertThat(heat).hasSize(12).doesNotHaveDuplicates();
        List<?> numbers = (List<?>) browser()
                .ask("return Array.from(document.querySelectorAll('#pareto-chart svg text'), t => t.textContent)");
        sweep.rows().stream().filter(SweepTable.Row::pareto).forEach(row -> assertThat(
                        numbers.contains(Integer.toString(row.number())))
                .isTrue());
        assertThat(cells("failed-table", 1)).hasSize(3);
        assertThat(cells("point-table", 1)).hasSize(21);
        assertThat(browser().complaints()).isEmpty();
        browser().screenshot("mapped");
    }

    @Test
    void pointsOfTheRooflineAreNamed() {
        Report report = ExamplePages.isaac();
        browser().show("isaac", ExamplePages.of(report), DESK);
        List<?> texts = (List<?>) browser()
                .ask("return Array.from(document.querySelectorAll('#roofline-chart svg text'), t => t.textContent)");
        assertThat(texts.contains("network")).isTrue();
        assertThat(report.layers().stream().filter(layer -> layer.work().ops() > 0))
                .filteredOn(layer -> texts.contains(layer.name()))
                .hasSizeGreaterThan(2);
        browser().screenshot("isaac-roofline");
    }

    @Test
    void aDeepNetworkKeepsARowForEachLayer() {
        Report report = ExamplePages.deep();
        browser().show("deep", ExamplePages.of(report), DESK);

        assertThat(layers(report)).isGreaterThan(100);
        assertThat(marks("pipeline", "#e69f00")).isEqualTo(layers(report) + 1);
        assertThat((Long) browser().ask("return document.querySelector('#energy-chart svg').clientHeight"))
                .isGreaterThan(20 * layers(report));
        assertThat((Long) browser().ask("return document.querySelector('#energy-chart .scroll').clientHeight"))
                .as("scrolls inside")
                .isLessThan(1000);

        browser()
                .driver()
                .findElement(By.cssSelector("#layers input[type=search]"))
                .sendKeys("layer.7/");
        assertThat(cells("layer-table", 1)).hasSize((int) layers(report) / 16);
        browser().screenshot("deep");
    }

    @Test
    void aSweepIsSeenFromAnySide() {
        browser().show("sweep", SweepPage.of(ExamplePages.sweep()), DESK);
        browser().screenshot("sweep");
        long front =
                ExamplePages.sweep().rows().stream().filter(row -> row.pareto()).count();

        assertThat(marks("pareto", "#0072b2")).as("front").isEqualTo(front + 1);
        assertThat(browser().count("#heat-chart svg text")).isGreaterThan(8);
        assertThat(browser().ask("return mho.chart('parallel').getOption().series.map(s => s.data.length)"))
                .isEqualTo(List.of(55 - front, front));

        choose("pareto", "colour", "chip");
        assertThat(marks("pareto", "#0072b2") + marks("pareto", "#e69f00")).isEqualTo(front + 2);
        choose("pareto", "scale", "logarithmic");
        assertThat(browser().ask("return mho.chart('pareto').getOption().yAxis[0].type"))
                .isEqualTo("log");
        assertThat(marks("pareto", "#0072b2") + marks("pareto", "#e69f00")).isEqualTo(front + 2);
        choose("pareto", "x", "tile.core.adc.bits");
        choose("heat", "x", "tile.core.adc.bits");
        choose("heat", "y", "tile.core.array.rows");
        assertThat(browser().ask("return mho.chart('heat').getOption().series[0].data.length"))
                .isEqualTo(28L);

        browser()
                .driver()
                .findElement(By.cssSelector("#points input[type=checkbox]"))
                .click();
        assertThat(cells("point-table", 1)).hasSize((int) front);
        assertThat(browser().complaints()).isEmpty();
        browser().screenshot("sweep-chosen");
        browser().media("", "dark");
        browser().screenshot("sweep-dark");
    }

    @Test
    void aSearchShowsHowItsFrontGrewWhichKnobsMatterAndWhatItsWinnerHangsOn() {
        browser().show("search", SearchPage.of(ExamplePages.search()), DESK);
        browser().screenshot("search");
        assertThat(browser().ask("return mho.chart('growth').getOption().series.map(s => s.data.length)"))
                .isEqualTo(List.of(3L, 3L));
        assertThat(browser().ask("return mho.chart('weights').getOption().yAxis[0].data.length"))
                .isEqualTo(2L);
        choose("weights", "figure", "latency");
        assertThat(browser().ask("return mho.chart('weights').getOption().series.map(s => s.data[0])"))
                .isEqualTo(List.of(0L, 0.1));
        assertThat(browser().count("#tornado-chart svg text")).isPositive();
        assertThat(cells("weight-table", 1)).hasSize(3);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void aTrainingIsDrawnWithItsCurvesPhasesDistributionsAndLayers() {
        browser().show("training", ExamplePages.of(ExampleTrainings.inCells()), DESK);
        assertThat(browser().count("figure.chart:not([hidden]) svg")).isEqualTo(8);
        assertThat(series("accuracy")).isEqualTo(2L);
        assertThat(browser().ask("return mho.chart('accuracy').getOption().series[1].data[2]"))
                .isEqualTo(List.of(3L, 0.75));
        assertThat(browser().ask("return mho.chart('loss').getOption().series[0].data[1][1]"))
                .isEqualTo(1L);
        assertThat(series("energy")).as("phases").isEqualTo(3L);
        assertThat(browser()
                        .ask("return mho.chart('weights').getOption().series.map(s => s.data.slice(0, -1)"
                                + ".reduce((sum, step) => sum + step[1], 0))"))
                .as("all weights, before and behind")
                .isEqualTo(List.of(3L, 3L));
        choose("cells", "layer", "dense2");
        assertThat(browser().ask("return mho.chart('wear').getOption().series[0].data"))
                .isEqualTo(List.of(150L, 150L));
        assertThat(browser().complaints()).isEmpty();
        browser().screenshot("training-light");
        browser().media("", "dark");
        assertThat(browser().count("#loss-chart svg text[fill=\"#9aa4af\"], #loss-chart svg text[fill=\"#e4e8ec\"]"))
                .isPositive();
        browser().screenshot("training-dark");
        browser().media("", "light");
        browser().show("training-ideal", ExamplePages.of(ExampleTrainings.ideal()), DESK);
        assertThat(browser().count("figure.chart:not([hidden]) svg")).isEqualTo(5);
        assertThat(browser().complaints()).isEmpty();
    }

    private static Object series(String chart) {
        return requireNonNull(browser().ask("return mho.chart('" + chart + "').getOption().series.length"));
    }

    @Test
    void aComparisonIsDrawnForTwoRunsForSomeAndForMany() {
        for (int runs : new int[] {2, 3, 12}) {
            browser().show("comparison-" + runs, ComparisonPage.of(ExamplePages.comparison(runs), ""), DESK);
            assertThat(browser().count("figure.chart:not([hidden]) svg"))
                    .as("%d runs", runs)
                    .isEqualTo(4);
            // four layers, and one in the legend; leakage would dwarf them
            assertThat(marks("layers", "#0072b2")).as("%d runs", runs).isEqualTo(4 + 1);
            // four layers, leakage, their mean, and one in the legend
            assertThat(marks("ratios", "#0072b2")).as("%d runs", runs).isEqualTo(6 + 1);
            assertThat(browser().complaints()).isEmpty();
            browser().screenshot("comparison-" + runs);
        }
        choose("layers", "figure", "latency");
        choose("shift", "by", "layer");
        choose("ratios", "figure", "interval");
        assertThat(browser().ask("return mho.chart('layers').getOption().series[1].data[0]"))
                .isEqualTo(1e-6 * "conv1".length());
        assertThat(browser().complaints()).isEmpty();
        browser().media("", "dark");
        browser().screenshot("comparison-dark");
    }

    private static void choose(String chart, String choice, String option) {
        browser()
                .driver()
                .findElements(By.cssSelector("#" + chart + "-chart select[data-choice=" + choice + "] option"))
                .stream()
                .filter(found -> found.getText().equals(option))
                .findFirst()
                .orElseThrow()
                .click();
    }
}
