package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.reports.form.catalogue.Listings;
import mho.reports.form.catalogue.ParameterList;
import mho.reports.medium.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of a chip of one's own: copied, changed, run. */
class OwnChipTest {
    private static final Path EXAMPLE = Path.of("examples/my-chip.yaml");

    @TempDir
    private Path folder = Path.of("");

    private JsonNode shown(Path chip) throws IOException {
        CommandRun show = CommandRun.mho("show", "--json", chip.toString());
        assertThat(show.err()).isEmpty();
        return new ObjectMapper().readTree(show.out());
    }

    @Test
    void every_figure_of_the_example_has_a_source_or_a_reason_and_nothing_in_it_is_beyond_what_is_built()
            throws IOException {
        JsonNode sheet = shown(EXAMPLE);
        assertThat(sheet.get("unsourced_figures")).isEmpty();
        assertThat(sheet.get("assumed"))
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.get("reasoning").asText()).isNotBlank());
        assertThat(sheet.get("warnings"))
                .allSatisfy(warning -> assertThat(warning.asText()).contains("scaled from those of another node"));
    }

    /** By hand: 16 tiles of 8 cores of an array of 128 x 128; 32 weights of four cells a row; 8 phases of 100 ns. */
    @Test
    void its_peak_follows_from_its_sizes_and_so_does_that_of_a_copy_with_half_the_tiles() throws IOException {
        double one = 2.0 * 128 * 32 / 800e-9;
        assertThat(shown(EXAMPLE).at("/peak/ops_per_s").asDouble()).isCloseTo(16 * 8 * one, within(1e-6 * one));
        Path copy = Files.writeString(
                folder.resolve("mine.yaml"), Files.readString(EXAMPLE).replace("\ntiles: 16\n", "\ntiles: 8\n"));
        assertThat(shown(copy).at("/peak/ops_per_s").asDouble()).isCloseTo(8 * 8 * one, within(1e-6 * one));
    }

    /** Taken out of the file, a part is named as missing; nobody else is. */
    @Test
    void parts_that_a_chip_lacks_are_named_in_what_show_and_run_say() throws IOException {
        Path out = folder.resolve("run");
        CommandRun run = CommandRun.mho(
                "run",
                "--chip",
                EXAMPLE.toString(),
                "--network",
                "mlp",
                "--set",
                "tile.core.integration=null",
                "--set",
                "tile.core.input-register=null",
                "--out",
                out.toString());
        String absent =
                "link, tile.output-register, tile.core.integration, tile.core.input-register, tile.core.control, buffers of mesh.router (an ideal router)";
        assertThat(run.out()).contains("\nNot in this chip: " + absent + ".\n");
        assertThat(Files.readString(out.resolve("report.html"))).contains("Not in this chip: " + absent + ".");
        assertThat(CommandRun.mho("show", EXAMPLE.toString()).out())
                .containsPattern(
                        "\nnot in this chip +link, tile.output-register, tile.core.control, buffers of mesh.router \\(an ideal router\\)\n");
        assertThat(CommandRun.mho("show", "isaac-ce").out())
                .containsPattern(
                        "\nnot in this chip +tile.core.control, buffers of mesh.router \\(an ideal router\\)\n");
    }

    /** Keys of a part that may be left out are required only where it is there; lines fit the terminal. */
    @Test
    void the_list_of_parameters_says_what_is_required_and_fits_a_terminal() {
        ParameterList.Wanted wanted = ParameterList.Wanted.of(List.of("tile.core"));
        String wide = Listings.text("parameters", wanted, Terminal.PLAIN);
        assertThat(wide)
                .containsPattern(
                        "\ntile.core.adc.kind +one of [^\n]* +required +tile.core.kind = crossbar \\(usual\\)\n")
                .containsPattern("\ntile.core.array.rows +whole number +required  ")
                .containsPattern("\ntile.core.integration.kind +one of [^\n]* +required with its part")
                .containsPattern("\ntile.core.input-register.size +B +required with its part");
        for (int width : new int[] {80, 100, 140}) {
            assertThat(Listings.text("parameters", wanted, new Terminal(width, false))
                            .lines())
                    .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(width));
        }
    }

    @Test
    void it_computes_a_trained_network() throws IOException {
        Path out = folder.resolve("run");
        CommandRun run = CommandRun.mho(
                "run",
                "--chip",
                EXAMPLE.toString(),
                "--network",
                "fmnist-lenet",
                "--data",
                "fashion-mnist-1000",
                "--images",
                "100",
                "--out",
                out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        JsonNode report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
        assertThat(report.at("/values/accuracy").asDouble()).isBetween(0.75, 0.95);
        assertThat(report.at("/run/warnings")).isEmpty();
        assertThat(run.out()).doesNotContain("no source:", "hold no weights");
    }
}
