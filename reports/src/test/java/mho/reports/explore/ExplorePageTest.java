package mho.reports.explore;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import mho.reports.page.Browser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.WindowType;

/** The page of {@code mho explore} in a real browser. */
class ExplorePageTest {
    private static final int DESK = 1400;
    private static final String BITS = "tile.core.adc.bits";
    private static final String HOSTILE = "<img src=x onerror=document.title='owned'>";

    private static @Nullable Browser opened;

    private @Nullable ServedExplorer served;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

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

    @BeforeEach
    void serve() {
        served = ServedExplorer.of("{\"chip\": \"analog-256\", \"network\": \"lenet5\", \"set\": {}}");
        browser().visit(address(), DESK);
        answered();
    }

    @AfterEach
    void end() {
        if (served != null) {
            served.close();
        }
    }

    private static Browser browser() {
        return requireNonNull(opened);
    }

    private String address() {
        return requireNonNull(served).address();
    }

    private static WebElement at(String selector) {
        return browser().driver().findElement(By.cssSelector(selector));
    }

    private static void waitFor(String condition) {
        browser()
                .driver()
                .executeAsyncScript(
                        """
                        const done = arguments[0];
                        const look = () => { if (%s) done(true); else setTimeout(look, 20); };
                        look();
                        """
                                .formatted(condition));
    }

    private static void choose(String select, String value) {
        at(select + " option[value='" + value + "']").click();
    }

    private static void answered() {
        waitFor("document.getElementById('status').textContent.startsWith('Answered')");
    }

    private static WebElement field(String path) {
        at("#find").clear();
        at("#find").sendKeys(path);
        return at("input[data-path='" + path + "'], select[data-path='" + path + "']");
    }

    private static void type(String path, String text) {
        WebElement field = field(path);
        field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text, Keys.ENTER);
    }

    private static String fact(String key) {
        return at("[data-key='" + key + "'] .value").getText();
    }

    @Test
    void aPersonTurnsAKnobPinsComparesAsksWhyAndTakesTheDesignAlong() {
        assertThat(at("#name").getText()).isEqualTo("lenet5 on analog-256");
        String energy = fact("energy_j");
        assertThat(browser().count("figure.chart:not([hidden]) svg")).isEqualTo(4);
        assertThat(browser().count("#layer-table tbody tr")).isEqualTo(8);
        assertThat(at("#labels").isDisplayed())
                .as("without labels of their own")
                .isFalse();
        browser().screenshot("explore");

        at("#pin").click();
        waitFor("document.querySelectorAll('.fact .ratio').length > 4");
        type(BITS, "10");
        waitFor("document.querySelector('[data-key=energy_j] .ratio.more') !== null");
        assertThat(fact("energy_j")).isNotEqualTo(energy);
        assertThat(browser().ask("return document.querySelector('[data-key=area_m2] .ratio').textContent"))
                .asString()
                .contains("×");
        assertThat(browser().count("#layer-table td .ratio")).isPositive();
        assertThat(at(".parameter.changed").getText()).contains("set by", "stated: 8");

        at("[data-key='energy_j'] button.why").click();
        waitFor("document.querySelectorAll('dialog.why details').length > 3");
        assertThat(at("dialog.why summary").getText()).contains(fact("energy_j"));
        browser().screenshot("explore-why");
        at("dialog.why .close").click();

        choose("#export-form", "command.sh");
        at("#export").click();
        waitFor("document.querySelector('dialog.why pre') !== null");
        assertThat(at("dialog.why pre").getText())
                .isEqualTo("./mho run --chip analog-256 --network lenet5 --set tile.core.adc.bits=10");
        assertThat(at("dialog.why a").getAttribute("download")).isEqualTo("command.sh");
        at("dialog.why .close").click();

        choose("#export-form", "sweep.yaml");
        at("#export").click();
        waitFor("document.querySelector('dialog.why pre') !== null");
        assertThat(at("dialog.why pre").getText()).contains("tile.core.adc.bits");
        at("dialog.why .close").click();
        assertThat(browser().complaints()).isEmpty();
        assertThat(browser().addresses()).isNotEmpty().allSatisfy(asked -> assertThat(asked)
                .matches(own -> own.startsWith(address()) || own.startsWith("data:")));
    }

    @Test
    void aSliderMovesItsParameterAndResetTakesItBack() {
        String energy = fact("energy_j");
        field(BITS);
        WebElement slider = at("[data-path='" + BITS + "'] input[type=range]");
        slider.sendKeys(Keys.ARROW_RIGHT);
        waitFor("document.querySelectorAll('.parameter.changed').length === 1");
        answered();
        assertThat(field(BITS).getAttribute("value")).isEqualTo("9");
        assertThat(fact("energy_j")).isNotEqualTo(energy);

        at(".parameter.changed button").click();
        waitFor("document.querySelectorAll('.parameter.changed').length === 0");
        answered();
        assertThat(fact("energy_j")).isEqualTo(energy);
        assertThat(browser().complaints()).isEmpty();
    }

    private static void choose(String chip, String network, String name) {
        choose("#chip", chip);
        choose("#network", network);
        waitFor("document.getElementById('name').textContent === '" + name + "'");
        answered();
    }

    /** What a chip's binder says of the ends of every slider; figures that must fit one another are another matter. */
    @ParameterizedTest
    @ValueSource(strings = {"analog-256", "isaac-ce", "puma", "hermes-64-4phase", "rpu", "hybrid-256", "k80"})
    void noSliderOffersWhatIsOutOfBounds(String chip) {
        choose(chip, "lenet5", "lenet5 on " + chip);
        List<?> ends = (List<?>)
                browser()
                        .ask(
                                "return [...document.querySelectorAll('#parameters input[type=range]')].flatMap(s => ['least', 'most'].map(end => s.getAttribute('aria-label') + '=' + s.dataset[end]))");
        assertThat(ends).hasSizeGreaterThan(8);
        List<String> refused = new ArrayList<>();
        for (Object end : ends) {
            try {
                ChipFiles.load(chip, List.of(Setting.parse(String.valueOf(end))));
            } catch (BadInput e) {
                refused.add(end + ": " + e.getMessage());
            }
        }
        assertThat(refused).noneMatch(problem -> problem.contains(": must be ") || problem.contains(": expected "));
    }

    @Test
    void aFieldSaysItsBoundsAndItsSliderEndsThere() {
        field(BITS);
        WebElement slider = at("[data-path='" + BITS + "'] input[type=range]");
        assertThat(at("[data-path='" + BITS + "'] p").getText()).contains("from 1 to 16");
        assertThat(slider.getAttribute("data-least")).isEqualTo("1");
        assertThat(slider.getAttribute("data-most")).isEqualTo("16");
        slider.sendKeys(Keys.END);
        waitFor("document.querySelectorAll('.parameter.changed').length === 1");
        answered();
        assertThat(field(BITS).getAttribute("value")).isEqualTo("16");
        assertThat(browser().count(".wrong")).isZero();
    }

    private static WebElement copies(String layer) {
        return at("[data-copies='mapping.layers." + layer + "']");
    }

    @Test
    void copiesOfALayerAreTypedIntoItsRow() {
        String interval = fact("interval_s");
        copies("C1").sendKeys(Keys.chord(Keys.CONTROL, "a"), "2", Keys.ENTER);
        waitFor("document.querySelector('input.copies.changed') !== null");
        answered();
        assertThat(copies("C1").getAttribute("value")).isEqualTo("2");
        assertThat(fact("interval_s")).isNotEqualTo(interval);
        assertThat(browser().driver().switchTo().activeElement().getAttribute("data-copies"))
                .as("who types goes on")
                .isEqualTo("mapping.layers.C1");

        copies("C1").sendKeys(Keys.chord(Keys.CONTROL, "a"), "0", Keys.ENTER);
        waitFor("document.querySelector('td.wrong .wrong-why') !== null");
        assertThat(at("td.wrong .wrong-why").getText()).isEqualTo("must be above 0, found \"0\"");
        assertThat(copies("C1").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(at("#problems").getText()).isEmpty();

        copies("C1").sendKeys(Keys.chord(Keys.CONTROL, "a"), Keys.DELETE, Keys.ENTER);
        waitFor("document.querySelector('.wrong') === null");
        answered();
        assertThat(copies("C1").getAttribute("value")).as("as the plan says").isEqualTo("8");
        assertThat(fact("interval_s")).isEqualTo(interval);
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void whileALargeNetworkIsSimulatedWhatIsCertainStandsThereAsABound() {
        browser()
                .ask(
                        """
                window.told = [];
                new MutationObserver(() => window.told.push(document.getElementById('facts').textContent + ' | ' + document.getElementById('status').textContent))
                  .observe(document.getElementById('facts'), { childList: true, attributes: true });
                window.drawn = [];
                new MutationObserver(() => window.drawn.push(document.getElementById('limit').textContent + ' | ' + document.querySelectorAll('#layer-table tbody tr').length))
                  .observe(document.getElementById('limit'), { childList: true });
                return true;""");
        choose("#chip", "isaac-ce");
        choose("#network", "vgg16");
        waitFor("document.getElementById('name').textContent === 'vgg16 on isaac-ce'");
        answered();
        assertThat(String.valueOf(browser().ask("return window.told.join('\\n')")))
                .contains("interval\u2265 ", "at least; being simulated");
        assertThat(String.valueOf(browser().ask("return window.drawn[0]")))
                .startsWith("Of one input alone, while the rest is simulated: ")
                .contains("What limits it: ");
        assertThat(at("#limit").getText()).startsWith("What limits it: ");
        assertThat(browser().count("[data-certain]")).isZero();
        assertThat(at("#facts").getText()).doesNotContain("\u2265");
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void anErrorStandsAtItsFieldAndGoesWithItsCause() {
        type(BITS, "600");
        waitFor("document.querySelectorAll('.parameter.wrong').length === 1");
        assertThat(at(".parameter.wrong .wrong-why").getText()).isEqualTo("must be at most 16, found \"600\"");
        assertThat(field(BITS).getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(at("#problems").getText()).isEmpty();

        type(BITS, "6");
        waitFor("document.querySelectorAll('.wrong').length === 0");
        answered();
        assertThat(browser().complaints()).isEmpty();
    }

    @Test
    void aClickOnATileShowsItsParts() {
        Object point = browser()
                .ask(
                        "const r = document.querySelector('#picture-chart svg').getBoundingClientRect(); window.scrollTo(0, r.top - 100); return true");
        assertThat(point).isEqualTo(true);
        WebElement drawing = at("#picture-chart svg");
        org.openqa.selenium.interactions.Actions mouse =
                new org.openqa.selenium.interactions.Actions(browser().driver());
        int left = -drawing.getSize().getWidth() / 2;
        int top = -drawing.getSize().getHeight() / 2;
        mouse.moveToElement(drawing, left + 16, top + 16).click().perform();
        waitFor("document.getElementById('tile-says').textContent.startsWith('tile 0')");
        assertThat(at("#tile-says").getText()).contains("layers", "arrays in use", "busy");
        assertThat(browser().ask("return document.getElementById('floor-within').selectedIndex"))
                .isEqualTo(1L);
        browser().screenshot("explore-tile");
    }

    @Test
    void twoTabsHaveTwoDesigns() {
        String first = browser().driver().getWindowHandle();
        String energy = fact("energy_j");
        browser().driver().switchTo().newWindow(WindowType.TAB);
        browser().visit(address(), DESK);
        answered();
        type(BITS, "4");
        waitFor("document.querySelectorAll('.parameter.changed').length === 1");
        answered();
        String other = fact("energy_j");
        assertThat(other).isNotEqualTo(energy);

        String second = browser().driver().getWindowHandle();
        browser().driver().switchTo().window(first);
        assertThat(fact("energy_j")).isEqualTo(energy);
        browser().driver().navigate().refresh();
        answered();
        assertThat(fact("energy_j")).as("a reload goes on with its own").isEqualTo(energy);

        browser().driver().switchTo().window(second);
        browser().driver().navigate().refresh();
        answered();
        assertThat(fact("energy_j")).isEqualTo(other);
        browser().driver().close();
        browser().driver().switchTo().window(first);
    }

    @Test
    void hostileNamesAreTextWhereverTheyStand() throws IOException {
        Path network = Files.writeString(
                directory.resolve("n<img src=x>.yaml"),
                """
                network: "%s"
                input: [8]
                layers:
                  - dense: {name: "%s", out: 4}
                """
                        .formatted(HOSTILE, HOSTILE));
        at("#upload").sendKeys(network.toString());
        waitFor("document.getElementById('name').textContent.startsWith('<img')");
        answered();
        assertThat(at("#layer-table tbody").getText()).contains(HOSTILE);
        assertThat(at("#limit").getText()).contains(HOSTILE);

        Path chip = Files.writeString(
                directory.resolve("chip.yaml"),
                "chip: \"" + HOSTILE + "\"\nextends: analog-256\nabout: \"" + HOSTILE + "\"\n");
        choose("#upload-as", "chip");
        at("#upload").sendKeys(chip.toString());
        waitFor("document.getElementById('name').textContent.endsWith('>')");
        answered();
        assertThat(browser().count("img")).isZero();
        assertThat(browser().driver().getTitle()).startsWith("<img").isNotEqualTo("owned");
        assertThat(browser().complaints()).isEmpty();
        List<String> asked = browser().addresses();
        assertThat(asked).noneMatch(each -> each.endsWith("/x"));
    }
}
