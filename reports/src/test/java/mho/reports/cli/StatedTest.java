package mho.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What nobody states is told as that, and not as zero; wherever it is told. */
class StatedTest {
    private static final Pattern REMEDY = Pattern.compile("--set (?:\"([^\"]+)\"|([^\\s)]+))");

    @TempDir
    private Path folder = Path.of("");

    private record Ran(String text, JsonNode json, String page) {}

    private Ran run(String name, String... more) throws IOException {
        List<String> args =
                new ArrayList<>(List.of("run", "--out", folder.resolve(name).toString()));
        args.addAll(List.of(more));
        CommandRun run = CommandRun.mho(args.toArray(String[]::new));
        assertThat(run.err()).isEmpty();
        Path of = folder.resolve(name);
        return new Ran(
                run.out().replaceAll("\\s+", " "),
                new ObjectMapper().readTree(of.resolve("report.json").toFile()),
                Files.readString(of.resolve("report.html")));
    }

    @Test
    void leakage_that_nobody_states_is_not_zero_and_a_stated_zero_is() throws IOException {
        CommandRun show = CommandRun.mho("show", "isaac-ce");
        assertThat(show.out()).contains("10.4 W of it leakage, not stated for 14 of 15 parts");
        assertThat(show.out().lines().filter(line -> line.startsWith("tile.core.adc ")))
                .first()
                .asString()
                .contains("not stated");
        assertThat(CommandRun.mho("show", "analog-256").out()).contains("leakage not stated for 14 of 14 parts");

        JsonNode sheet = new ObjectMapper()
                .readTree(CommandRun.mho("show", "--json", "isaac-ce", "--set", "mesh.router.leakage=0 W")
                        .out());
        assertThat(sheet.get("leakage_unstated").asInt()).isEqualTo(13);
        for (JsonNode part : sheet.get("parts")) {
            boolean stated = List.of("link", "mesh").contains(part.get("name").asText());
            assertThat(part.get("leakage_stated").asBoolean()).isEqualTo(stated);
            assertThat(part.get("leakage_w").isNull()).isEqualTo(!stated);
        }
        Ran run = run("a", "--chip", "analog-256", "--network", "mlp");
        assertThat(run.text()).contains("leakage not stated for 14 of 14 parts").doesNotContain("0 J of it leakage");
        assertThat(run.page()).contains("leakage not stated for 14 of 14 parts").doesNotContain("0 J of it leakage");
        assertThat(run.json().at("/chip/leakage_unstated").asInt()).isEqualTo(14);
    }

    @Test
    void writing_that_nobody_states_is_not_for_nothing() throws IOException {
        Ran silent = run("a", "--chip", "isaac-ce", "--network", "lenet5");
        assertThat(silent.text()).contains("writing once not stated (pulse,");
        assertThat(silent.page()).contains("Writing once").contains("not stated (pulse,");
        assertThat(silent.json().at("/programming/cells").asLong()).isPositive();
        assertThat(silent.json().at("/programming/write_s").isNull()).isTrue();
        assertThat(silent.json().at("/programming/write_j").isNull()).isTrue();

        Ran told = run(
                "b",
                "--chip",
                "isaac-ce",
                "--network",
                "lenet5",
                "--set",
                "tile.core.array.write={pulse: 1 us, pulses: 1, energy: 1 pJ}");
        double cells = told.json().at("/programming/cells").asDouble();
        assertThat(told.json().at("/programming/write_s").asDouble()).isCloseTo(cells * 1e-6, within(1e-9 * cells));
        assertThat(told.json().at("/programming/write_j").asDouble()).isCloseTo(cells * 1e-12, within(1e-15 * cells));
        assertThat(told.json().at("/programming/life_used").isNull()).isTrue();
        assertThat(told.text()).contains("cell by cell, array after array; ");
        assertThat(told.json().at("/totals")).isEqualTo(silent.json().at("/totals"));
        String compared = CommandRun.mho(
                        "compare",
                        folder.resolve("b").toString(),
                        folder.resolve("b").toString())
                .out();
        assertThat(compared).contains("time to write all weights").contains("energy to write all weights");
    }

    @Test
    void figures_without_a_source_are_counted_wherever_a_chip_is_told() throws IOException {
        Path variant = Files.writeString(
                folder.resolve("mine.yaml"),
                "extends: analog-256\nchip: mine\ntile: {core: {control: {energy: 1 pJ}}}\n");
        String told = "1 figure has no source: tile.core.control.energy (set by chip file mine.yaml)";
        assertThat(CommandRun.mho("show", variant.toString()).out()).contains(told);
        assertThat(CommandRun.mho("show", "analog-256").out()).doesNotContain("no source:");
        Ran run = run("a", "--chip", variant.toString(), "--network", "mlp");
        assertThat(run.text().replaceAll("\\s+", " ")).contains(told);
        assertThat(run.page()).contains("1 figure of the chip has no source: tile.core.control.energy");
        assertThat(run.json().at("/chip/unsourced").asInt()).isEqualTo(1);
        assertThat(run.json().at("/chip/unsourced_figures/0").asText()).startsWith("tile.core.control.energy");
    }

    @Test
    void what_an_option_sets_is_told_as_set_and_so_is_what_stays_as_it_was_stated() throws IOException {
        Ran set = run("b", "--chip", "analog-256", "--network", "mlp", "--set", "tile.core.control.energy=1 pJ");
        assertThat(set.text()).contains("Set: tile.core.control.energy.").doesNotContain("no source:");
        assertThat(set.json().at("/chip/unsourced").asInt()).isZero();
        assertThat(set.json().at("/chip/set/0/by").asText()).isEqualTo("set by --set tile.core.control.energy=1 pJ");
        Ran shrunk = run("c", "--chip", "isaac-ce", "--network", "mlp", "--set", "technology=22nm");
        assertThat(shrunk.text().replaceAll("\\s+", " "))
                .containsPattern("Set: technology. [0-9]+ stated figures followed")
                .contains("not scaled with node or temperature, for want of a law with a source: tile.core.integration")
                .contains("clocks, delays, lengths and voltages stay as stated");
        assertThat(shrunk.page()).contains("stated as 2 mW; scaled 32 nm to 22 nm by 0.494 (survey of converters");
        assertThat(shrunk.json().at("/chip/technology_m").asDouble()).isEqualTo(22e-9);
        assertThat(shrunk.json().at("/chip/temperature_k").asDouble()).isEqualTo(300);
        assertThat(shrunk.json().at("/chip/warnings").toString()).contains("not scaled with node or temperature");
    }

    /** The same question, put by an option and by a sweep: the same figures and the same hash, and each says how it was put. */
    @Test
    void a_point_of_a_sweep_says_which_axis_set_it_and_is_the_same_question_as_an_option() throws IOException {
        Path swept = folder.resolve("swept");
        CommandRun sweep = CommandRun.mho(
                "sweep",
                "--network",
                "mlp",
                "--vary",
                "tile.core.control.energy=1 pJ,2 pJ",
                "--keep",
                "--out",
                swept.toString());
        assertThat(sweep.err()).isEmpty();
        Ran option = run("o", "--network", "mlp", "--set", "tile.core.control.energy=1 pJ");

        String hash = option.json().at("/run/config_sha256").asText();
        JsonNode point = new ObjectMapper()
                .readTree(swept.resolve("points/" + hash.substring(0, 12) + "/report.json")
                        .toFile());
        assertThat(point.at("/chip/set/0/by").asText()).startsWith("set by sweep axis");
        assertThat(option.json().at("/chip/set/0/by").asText()).startsWith("set by --set");
        assertThat(point.at("/run/config_sha256").asText()).isEqualTo(hash);
        assertThat(point.at("/totals")).isEqualTo(option.json().at("/totals"));
    }

    /** By hand: four links of 2.6 W leak for the interval, and do little else. */
    @Test
    void energy_that_is_mostly_leakage_of_idle_parts_is_warned_of_and_the_settings_named_answer_it()
            throws IOException {
        Ran run = run("a", "--chip", "isaac-ce", "--network", "lenet5");
        double interval = run.json().at("/totals/interval_s").asDouble();
        double energy = run.json().at("/totals/energy_j").asDouble();
        String warning = run.json().at("/run/warnings/0").asText();
        Matcher share = Pattern.compile("link ([0-9.]+) %").matcher(warning);
        assertThat(share.find()).isTrue();
        assertThat(Double.parseDouble(share.group(1))).isCloseTo(100 * 10.4 * interval / energy, within(0.06));
        assertThat(run.text()).contains("Warning: " + warning + ".");
        assertThat(run.page()).contains("carried nothing in this run, or next to nothing: link");
        assertThat(answered("lenet5", warning)).isEmpty();
    }

    @Test
    void what_tiles_without_a_layer_leak_is_idle_and_a_smaller_chip_the_answer() throws IOException {
        Ran run = run("a", "--network", "lenet5", "--set", "tile.buffer.leakage=1 mW");
        String warning = run.json().at("/run/warnings/0").asText();
        assertThat(run("b", "--network", "lenet5").json().at("/run/warnings")).isEmpty();
        Matcher remedy = Pattern.compile("in tiles without a layer.* a smaller chip \\(--set (tiles=[0-9]+)\\)")
                .matcher(warning);
        assertThat(remedy.find()).as(warning).isTrue();
        Ran smaller = run("c", "--network", "lenet5", "--set", "tile.buffer.leakage=1 mW", "--set", remedy.group(1));
        assertThat(smaller.json().at("/totals/tiles")).isEqualTo(run.json().at("/totals/tiles"));
        assertThat(smaller.json().at("/run/warnings").toString()).doesNotContain("tiles without");
    }

    /** What is named first is to help most: it raises the rate and changes no chip. */
    @Test
    void where_arrays_stand_empty_more_copies_are_named_first_and_shorten_the_interval() throws IOException {
        List<String> args = List.of("--network", "lenet5", "--set", "tile.buffer.leakage=1 mW");
        Ran run = run("a", args.toArray(String[]::new));
        String remedy = "--set mapping.copies=fill";
        long all = run.json().at("/chip/arrays").asLong()
                * run.json().at("/totals/chips").asLong();
        String arrays = String.format(
                Locale.ROOT,
                "%,d of %,d arrays hold no weights",
                all - run.json().at("/totals/arrays").asLong(),
                all);
        assertThat(run.json().at("/run/warnings/0").asText())
                .contains("; compare more copies of layers, as " + arrays + " (" + remedy + ")")
                .doesNotContain("0 W");
        assertThat(run.text()).containsPattern("What limits it: [^\n]*arrays, [^\n]* " + arrays + ": [^\n]*" + remedy);
        assertThat(run.page()).contains("more copies would share its work (" + remedy + ")");

        List<String> filled = new ArrayList<>(args);
        filled.addAll(List.of("--set", "mapping.copies=fill"));
        Ran full = run("b", filled.toArray(String[]::new));
        assertThat(full.json().at("/totals/interval_s").asDouble())
                .isLessThan(run.json().at("/totals/interval_s").asDouble() / 1.25);
        assertThat(full.json().at("/totals/energy_j").asDouble())
                .isLessThan(run.json().at("/totals/energy_j").asDouble());
        assertThat(full.text()).doesNotContain("hold no weights");
    }

    private JsonNode answered(String network, String warning) throws IOException {
        List<String> args = new ArrayList<>(List.of("--chip", "isaac-ce", "--network", network));
        Matcher remedy = REMEDY.matcher(warning);
        while (remedy.find()) {
            args.add("--set");
            args.add(remedy.group(1) == null ? remedy.group(2) : remedy.group(1));
        }
        assertThat(args).hasSizeGreaterThan(4);
        return run("answered", args.toArray(String[]::new)).json().at("/run/warnings");
    }
}
