package mho.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mho.arch.chip.Chips;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The references, made from the code as it is. */
class ReferencesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path made;

    @BeforeAll
    static void make() throws IOException {
        Path project = Path.of("..").toRealPath();
        new References(new Mho(project), new SiteDirectory(made)).write();
        new ProjectTexts(project, new SiteDirectory(made)).write();
    }

    private static String page(String name) throws IOException {
        return Files.readString(made.resolve("markdown").resolve(name + ".md"));
    }

    @Test
    void every_chip_has_a_page_and_a_line() throws IOException {
        String list = page("chips");
        for (String chip : Chips.names()) {
            assertThat(list).contains("(chips/" + chip + ".html)");
            assertThat(page("chips/" + chip)).contains("\nchip: " + chip);
        }
    }

    @Test
    void every_network_has_a_line() throws IOException {
        String list = page("networks");
        Zoo.names().forEach(network -> assertThat(list)
                .containsPattern("\\| (\\[" + network + "]\\(|" + network.replace("-", "\\-") + " \\|)"));
    }

    @Test
    void keys_stand_with_the_part_that_they_belong_to() throws IOException {
        String keys = page("keys");
        int part = keys.indexOf("## tile.core.adc\n");
        int next = keys.indexOf("\n## ", part + 1);
        assertThat(keys.substring(part, next)).contains("| `tile.core.adc.bits` |");
    }

    @Test
    void what_is_left_out_is_what_the_modules_say() throws IOException {
        String left = page("left-out");
        for (String module : new String[] {"core", "workloads", "periphery", "arch", "reports"}) {
            assertThat(left).contains("## " + module + "\n");
        }
        assertThat(left).contains("peepholes");
    }

    @Test
    void links_between_readmes_lead_to_pages_and_others_to_copies() throws IOException {
        String readme = page("readme");
        assertThat(readme).contains("](workloads.html)").contains("<a id=\"what-the-output-means\"></a>");
        assertThat(readme).contains("](files/reports/examples/isaac-buffers.yaml)");
        assertThat(made.resolve("resources/files/reports/examples/isaac-buffers.yaml"))
                .isRegularFile();
    }
}
