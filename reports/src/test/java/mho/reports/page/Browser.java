package mho.reports.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;

/** Chromium without a window, on a profile of its own. */
public final class Browser implements AutoCloseable {
    private static final String ASKED = "MHO_BROWSER_TESTS";
    private static final String CHROMIUM = System.getenv().getOrDefault("MHO_CHROMIUM", "/usr/bin/chromium");
    private static final String DRIVER = System.getenv().getOrDefault("MHO_CHROMEDRIVER", "/usr/bin/chromedriver");
    private static final Path PAGES = Path.of("target/pages");
    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final ChromeDriver driver;
    private final Path profile;

    private Browser(ChromeDriver driver, Path profile) {
        this.driver = driver;
        this.profile = profile;
    }

    /** Skips the test unless {@code MHO_BROWSER_TESTS} is set; then a missing browser is a failure. */
    public static Browser open() {
        if (System.getenv(ASKED) == null) {
            String why = "Pages are not tried in a browser: set " + ASKED
                    + "=1 where chromium and chromium-driver are installed";
            System.out.println(why);
            Assumptions.abort(why);
        }
        assertThat(new File(CHROMIUM)).as("Chromium (MHO_CHROMIUM)").exists();
        assertThat(new File(DRIVER)).as("its driver (MHO_CHROMEDRIVER)").exists();
        try {
            Path profile = Files.createTempDirectory("mho-chromium");
            ChromeOptions options = new ChromeOptions();
            options.setBinary(CHROMIUM);
            options.addArguments(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--hide-scrollbars",
                    "--user-data-dir=" + profile);
            options.setCapability("goog:loggingPrefs", Map.of("browser", "ALL", "performance", "ALL"));
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(new File(DRIVER))
                    .build();
            return new Browser(new ChromeDriver(service, options), profile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public ChromeDriver driver() {
        return driver;
    }

    /** Opens a page from a file, in a window so wide, as it is on a screen with a light background. */
    void show(String name, String html, int width) {
        media("", "light");
        width(width, false);
        try {
            Files.createDirectories(PAGES);
            Path file = Files.writeString(PAGES.resolve(name + ".html"), html);
            driver.manage().logs().get("browser");
            driver.manage().logs().get("performance");
            driver.get(file.toUri().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(ready()).isEqualTo("true");
    }

    /** Opens an address that is served, in a window so wide. */
    public void visit(String address, int width) {
        media("", "light");
        width(width, false);
        driver.manage().logs().get("browser");
        driver.manage().logs().get("performance");
        driver.get(address);
        assertThat(ready()).isEqualTo("true");
    }

    /** Addresses asked for since a page was opened, whoever they belong to. */
    public List<String> addresses() {
        return driver.manage().logs().get("performance").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .map(message -> message.replaceFirst("(?s).*?\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"))
                .toList();
    }

    /** What a page says of itself when its charts are drawn, which may be a moment after it has been loaded. */
    private Object ready() {
        return driver.executeAsyncScript(
                """
                const done = arguments[0];
                const look = () => {
                  const ready = document.documentElement.dataset.ready;
                  if (ready) done(ready); else setTimeout(look, 10);
                };
                look();
                """);
    }

    void width(int width, boolean phone) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 900, "deviceScaleFactor", 1, "mobile", phone));
    }

    void media(String media, String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("media", media, "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        driver.executeAsyncScript( // pages hear of it with the next frame that is drawn
                "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 0)));");
    }

    /** What a script in the page returns. */
    public Object ask(String script, Object... arguments) {
        return driver.executeScript(script, arguments);
    }

    public long count(String selector) {
        return (Long) ask("return document.querySelectorAll(arguments[0]).length", selector);
    }

    /** What the page complained of. */
    public List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses asked for since the page was opened, but its own. */
    List<String> requests() {
        return driver.manage().logs().get("performance").getAll().stream()
                .map(LogEntry::getMessage)
                .filter(message -> message.contains("\"Network.requestWillBeSent\""))
                .filter(message -> !message.contains("\"url\":\"file://" + PAGES.toAbsolutePath()))
                .filter(message -> !message.contains("\"url\":\"data:,\""))
                .toList();
    }

    /** The whole page as a picture under target/screenshots. */
    public void screenshot(String name) {
        Map<String, Object> how = new HashMap<>(Map.of("format", "png", "captureBeyondViewport", true));
        Object data = driver.executeCdpCommand("Page.captureScreenshot", how).get("data");
        try {
            Files.createDirectories(SCREENSHOTS);
            Files.write(SCREENSHOTS.resolve(name + ".png"), Base64.getDecoder().decode(String.valueOf(data)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            // what the browser still holds goes with the machine's other temporary files
        }
    }
}
