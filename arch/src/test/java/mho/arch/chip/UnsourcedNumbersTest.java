package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mho.core.yaml.MapNode;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnsourcedNumbersTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void every_figure_of_every_shipped_chip_has_a_source_or_a_reasoning() {
        for (String name : Chips.names()) {
            assertThat(UnsourcedNumbers.of(Chips.load(name, List.of()).tree()))
                    .as(name)
                    .isEmpty();
        }
    }

    /** All that the file says is counted; what mho fills in is not. */
    @Test
    void a_file_without_a_source_has_none_for_each_of_its_numbers() throws Exception {
        MapNode bare = bare("isaac-ce");
        long written = NumericLeaves.of(bare).stream()
                .filter(leaf -> !DEFAULTS.contains(leaf.path()))
                .count();
        Path file = Files.writeString(folder.resolve("bare.yaml"), Yaml.write(bare));
        MapNode tree = Chips.load(file.toString(), List.of()).tree();
        assertThat(UnsourcedNumbers.of(tree)).hasSize((int) written).contains("tile.core.adc.power", "technology");
        assertThat(UnsourcedNumbers.of(Chips.bind(tree).tree())).isEqualTo(UnsourcedNumbers.of(tree));
    }

    /** Numbers that isaac-ce writes though they are what mho would take. */
    private static final List<String> DEFAULTS =
            List.of("precision.partial-sums", "tile.buffer.latency-cycles", "tile.core.driver.bits");

    @Test
    void what_is_set_by_hand_has_whoever_set_it_and_what_follows_by_a_law_keeps_its_source() {
        assertThat(UnsourcedNumbers.of(tree("isaac-ce", "tile.core.array.rows=64")))
                .isEmpty();
    }

    @Test
    void a_variant_that_cites_has_a_source_and_one_that_does_not_has_none() throws Exception {
        String variant = "extends: isaac-ce\nchip: mine\nlink: {leakage: 1 W%s}\n";
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, variant.formatted(""));
        assertThat(UnsourcedNumbers.of(tree(file.toString())))
                .containsExactly("link.leakage (set by chip file mine.yaml)");
        Files.writeString(file, variant.formatted(", source: a paper"));
        assertThat(UnsourcedNumbers.of(tree(file.toString()))).isEmpty();
        Files.writeString(file, variant.formatted(", assumed: {leakage: a guess}"));
        assertThat(UnsourcedNumbers.of(tree(file.toString()))).isEmpty();
    }

    @Test
    void how_a_network_is_mapped_is_a_choice() {
        assertThat(UnsourcedNumbers.of(tree("isaac-ce", "mapping.layers.conv1=4")))
                .isEmpty();
    }

    private static MapNode tree(String chip, String... settings) {
        return Chips.load(chip, Stream.of(settings).map(Setting::parse).toList())
                .tree();
    }

    private static MapNode bare(String chip) throws Exception {
        try (var in = Chips.class.getResourceAsStream("/mho/arch/chips/" + chip + ".yaml")) {
            String text = new String(
                    java.util.Objects.requireNonNull(in).readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            return without((MapNode) Yaml.parse(chip, text));
        }
    }

    private static MapNode without(MapNode map) {
        MapNode plain = map.without("source").without("assumed").without("about");
        for (String key : plain.keys()) {
            if (plain.get(key) instanceof MapNode within) {
                plain = plain.put(key, without(within));
            }
        }
        return plain;
    }
}
