package mho.arch.foreign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mho.arch.chip.Chips;
import mho.arch.element.Component;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Yaml;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PumaConfigTest {
    /** What the paper has, in puma-simulator's names. */
    private static final String AS_PUMA =
            """
            inference = 1
            training = not(inference)
            MVMU_ver = "Analog"
            num_bits = 16
            input_prec = 16
            weight_width = 16
            xbar_bits = 2
            num_matrix = 2
            xbar_size = 128
            dac_res = 1
            adc_res = 8
            num_ALU = num_matrix*2
            dataMem_size = 1024
            num_ima = 8
            edram_size = 64
            edram_buswidth = 256
            cmesh_c = 4
            flit_width = 32
            num_tile_max = 138.0
            noc_num_port = 4
            num_node = 4
            """;

    /** What puma-simulator 964f96f ships. */
    private static final String AS_SHIPPED = AS_PUMA.replace("dataMem_size = 1024", "dataMem_size = 2048 # bytes")
                    .replace("= 138.0", "= 168.0")
                    .replace("num_node = 4", "num_node = 1")
            + """
                    num_adc_per_matrix = 2
                    num_adc = num_adc_per_matrix * num_matrix
                    adc_res_new = {
                                    'matrix_adc_0' : 8,
                                    'matrix_adc_1' : 4,
                                    'matrix_adc_2' : 8,
                                    'matrix_adc_3' : 4
                                  }
                    if (training):
                        datamem_off = xbar_size * (num_matrix*6)

                    if (inference):
                        datamem_off = xbar_size * (num_matrix*2)
                    phy2log_ratio = num_bits / xbar_bits
                    data_width = num_bits
                    packet_width = edram_buswidth/data_width
                    cypher_name = ''
                    encrypted = False
                    """;

    private static final Set<String> OF_THE_FILE = Set.of("chip", "about", "remarks");

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("config.py"), text);
    }

    private Chips.Loaded chip(String text) throws IOException {
        return Chips.load(file(text).toString(), List.of());
    }

    private static String said(MapNode tree, String path) {
        return tree.find(path) instanceof ScalarNode scalar ? scalar.text() : "nothing";
    }

    private static Component part(Chips.Loaded chip, String path) {
        return chip.inventory().components().stream()
                .filter(component -> component.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static MapNode without(MapNode tree, Set<String> keys) {
        MapNode left = tree;
        for (String key : keys) {
            left = left.without(key);
        }
        return left;
    }

    @Test
    void a_file_that_says_what_puma_says_is_puma_with_all_its_sources() throws IOException {
        MapNode read = chip(AS_PUMA).tree();
        MapNode puma = Chips.load("puma", List.of()).tree();
        assertThat(Yaml.write(without(read, OF_THE_FILE))).isEqualTo(Yaml.write(without(puma, OF_THE_FILE)));
        assertThat(said(read, "chip")).isEqualTo("puma-config");
        assertThat(chip(AS_PUMA).spec().told()).isEmpty();
    }

    @Test
    void what_puma_simulator_ships_differs_in_memories_tiles_and_nodes_alone() throws IOException {
        MapNode read = chip(AS_SHIPPED).tree();
        MapNode puma = Chips.load("puma", List.of()).tree();
        Set<String> others = new TreeSet<>();
        differing(puma, read, "", others);
        others.removeAll(OF_THE_FILE);
        assertThat(others)
                .containsExactly(
                        "chips",
                        "mesh.columns",
                        "tile.core.input-register.area",
                        "tile.core.input-register.energy",
                        "tile.core.input-register.power",
                        "tile.core.input-register.size",
                        "tiles");
        assertThat(said(read, "tile.core.input-register.size")).isEqualTo("1024 B");
        assertThat(said(read, "mesh.columns")).isEqualTo("7"); // 42 routers
    }

    private static void differing(MapNode one, MapNode other, String at, Set<String> found) {
        Set<String> keys = new TreeSet<>(one.keys());
        keys.addAll(other.keys());
        keys.removeAll(Set.of("set-by", "assumed"));
        for (String key : keys) {
            if (one.get(key) instanceof MapNode a && other.get(key) instanceof MapNode b) {
                differing(a, b, at + key + ".", found);
            } else if (one.get(key) instanceof ScalarNode a && other.get(key) instanceof ScalarNode b) {
                if (!a.text().equals(b.text())) {
                    found.add(at + key);
                }
            } else if (one.get(key) instanceof ScalarNode != other.get(key) instanceof ScalarNode) {
                found.add(at + key);
            }
        }
    }

    @Test
    void what_is_not_carried_over_is_told_once_with_the_reason() throws IOException {
        assertThat(chip(AS_SHIPPED).spec().told())
                .containsExactly(
                        "adc_res_new: matrix_adc_1, matrix_adc_3 are as the first of their matrix, from which puma-simulator takes its times",
                        "of puma-simulator's configuration not carried over: num_adc, num_adc_per_matrix (a converter stands behind every array, as its times suppose); datamem_off (instructions and their memories take power and no time, as in puma); encrypted, cypher_name (of the simulator's own run)");
        assertThat(chip("num_ima = 8\nhome = 7\nimport math\nprint('x')\n")
                        .spec()
                        .told())
                .containsExactly(
                        "of puma-simulator's configuration not carried over: home (no names of puma-simulator's); import, print (lines that set nothing)");
        assertThat(chip("num_bits = 16\ndata_width = 8\nxbdata_width = num_bits\n")
                        .spec()
                        .told())
                .containsExactly(
                        "of puma-simulator's configuration not carried over: data_width (they follow from others)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "num_bits = 8 | precision.values | 8 bit",
                "num_bits = 8 | precision.partial-sums | 16 bit",
                "num_bits = 8 | tile.core.weights.bits | 8",
                "num_bits = 8 | tile.core.arrays | 4",
                "input_prec = 8 | precision.values | 8 bit",
                "input_prec = 8 | precision.partial-sums | 24 bit",
                "input_prec = 8 | tile.core.arrays | 8",
                "weight_width = 8 | tile.core.weights.bits | 8",
                "weight_width = 8 | tile.core.arrays | 8",
                "xbar_bits = 4 | tile.core.array.cell.bits | 4",
                "xbar_bits = 4 | tile.core.arrays | 4",
                "xbar_bits = 6 | tile.core.arrays | 3",
                "xbar_bits = 4 | tile.core.adc.count | 4",
                "xbar_bits = 4 | tile.core.shift-add.count | 4",
                "num_matrix = 4 | tile.cores | 32",
                "num_matrix = 4 | tile.core.input-register.size | 256 B",
                "xbar_size = 64 | tile.core.array.rows | 64",
                "xbar_size = 64 | tile.core.array.columns | 64",
                "xbar_size = 64 | tile.core.array.read-time | 64 ns",
                "xbar_size = 64 | tile.core.merge | 64 ns",
                "dac_res = 2 | tile.core.driver.bits | 2",
                "dac_res = 2 | tile.core.input-register.bandwidth | 4 GB/s",
                "dac_res = 16 | tile.core.driver.energy | 448.8 fJ",
                "adc_res = 6 | tile.core.adc.bits | 6",
                "adc_res = 6 | tile.core.adc.model | sar-puma",
                "adc_res = 6 | tile.core.adc.energy | nothing",
                "num_ALU = 8 | tile.units.vfu.lanes | 8",
                "dataMem_size = 4096 | tile.core.input-register.size | 2048 B",
                "num_ima = 4 | tile.cores | 8",
                "num_ima = 4 | tile.units.vfu.count | 4",
                "edram_size = 2048 | tile.buffer.size | 2048 KiB",
                "edram_size = 128 | tile.buffer.model | edram-puma",
                "edram_size = 2048 | tile.buffer.model | nothing",
                "edram_buswidth = 512 | tile.buffer.width | 512 bit",
                "edram_buswidth = 512 | tile.output-register.bandwidth | 64 GB/s",
                "cmesh_c = 2 | mesh.concentration | 2",
                "cmesh_c = 2 | mesh.columns | 9",
                "cmesh_c = 2 | mesh.router.ports | 6",
                "cmesh_c = 2 | mesh.router.power | 16.13 mW",
                "noc_num_port = 8 | mesh.router.power | 51.48 mW",
                "noc_num_port = 8 | mesh.router.ports | 8",
                "num_tile_max = 64.0 | tiles | 64",
                "num_tile_max = 64.0 | mesh.columns | 4",
                "num_node = 2 | chips | 2",
                "num_node = 2 | tiles | 138",
            })
    void a_line_moves_what_it_means_and_the_chip_has_all_prices(String line, String path, String value)
            throws IOException {
        Chips.Loaded chip = chip(line);
        assertThat(said(chip.tree(), path)).isEqualTo(value);
        assertThat(said(Chips.load("puma", List.of()).tree(), path).equals(value))
                .isEqualTo(isAsBefore(line, path));
        assertThat(chip.inventory().areaM2()).isPositive();
    }

    /** What a line leaves, told so that nobody takes it for moved. */
    private static boolean isAsBefore(String line, String path) {
        return Set.of(
                        "input_prec = 8 tile.core.arrays",
                        "weight_width = 8 tile.core.arrays",
                        "edram_size = 2048 tile.buffer.model",
                        "cmesh_c = 2 mesh.router.power",
                        "noc_num_port = 8 mesh.router.ports",
                        "num_node = 2 tiles")
                .contains(line + " " + path);
    }

    @Test
    void prices_are_puma_simulators_own() throws IOException {
        Chips.Loaded chip = chip("adc_res = 6\ndac_res = 4\nedram_size = 128\nnoc_num_port = 8\nxbar_size = 64\n");
        assertThat(part(chip, "tile.core.adc").figures().energyJ()).isCloseTo(6 * 0.225e-12, within(1e-18));
        assertThat(part(chip, "tile.core.driver").figures().energyJ()).isCloseTo(0.4488e-12, within(1e-18));
        assertThat(part(chip, "tile.core.driver").figures().areaM2()).isCloseTo(0.167e-12, within(1e-18));
        assertThat(part(chip, "tile.buffer").figures().energyJ()).isCloseTo(25.35e-12, within(1e-17));
        assertThat(part(chip, "tile.buffer").figures().leakageW()).isCloseTo(0.77e-3, within(1e-9));
        assertThat(part(chip, "mesh").figures().areaM2()).isCloseTo(0.116e-6, within(1e-12));
        // xbar_pow_dict has a quarter of the power for 64 rows, xbar_lat_dict half of the time, xbar_area_dict a
        // quarter of the area
        assertThat(part(chip, "tile.core.array").figures().energyJ()).isCloseTo(30e-12 / 8 / 4096, within(1e-20));
        assertThat(part(chip, "tile.core.array").figures().areaM2()).isCloseTo(6.25e-12, within(1e-18));
    }

    @Test
    void the_converters_of_a_matrix_are_its_first_and_those_of_the_chip_the_best_of_these() throws IOException {
        String table = "adc_res = 5\nadc_res_new = {'matrix_adc_0': 7, 'matrix_adc_1': 4, 'matrix_adc_2': 6}\n";
        assertThat(chip(table).spec().told())
                .contains("adc_res_new gives matrices converters that differ: all have the most bits, 7");
        assertThat(said(chip(table).tree(), "tile.core.adc.bits")).isEqualTo("7");
        assertThat(said(chip("adc_res = 5\nadc_res_new = {}").tree(), "tile.core.adc.bits"))
                .isEqualTo("5");
        assertThat(said(
                        chip("num_adc_per_matrix = 1\nadc_res_new = {'matrix_adc_1': 9}")
                                .tree(),
                        "tile.core.adc.bits"))
                .isEqualTo("9");
    }

    @Test
    void another_chip_file_may_extend_it() throws IOException {
        Path config = file("num_ima = 4");
        Path mine = Files.writeString(
                folder.resolve("mine.yaml"), "chip: mine\nextends: " + config + "\nlink: {delay: 9 ns}\n");
        Chips.Loaded chip = Chips.load(mine.toString(), List.of());
        assertThat(chip.spec().tile().cores()).isEqualTo(8);
        assertThat(said(chip.tree(), "set-by.tiles")).isEqualTo("nothing");
        assertThat(said(chip.tree(), "tile.set-by.cores")).isEqualTo("set by chip file config.py");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x = 1 | sets no name of puma-simulator's config.py (num_bits, xbar_size, num_ima, …); give that file, or a chip file (.yaml)",
                "num_bits = 8\\nxbar_siz = 64 | :2:12: xbar_siz: is no name of puma-simulator's config.py, did you mean \"xbar_size\"?",
                "num_ima = 8.5 | :1:11: num_ima: expected a whole number from 1 to 1000000, found 8.5",
                "num_ima = 0 | :1:11: num_ima: expected a whole number from 1 to 1000000, found 0",
                "num_ima = -2 | :1:11: num_ima: expected a whole number from 1 to 1000000, found -2",
                "num_ima = 1e300 | :1:11: num_ima: expected a whole number from 1 to 1000000, found 1.0E300",
                "num_ima = 1e999 | :1:11: 1e999 is beyond any number; check it",
                "num_ima = 'eight' | :1:11: num_ima: expected a whole number from 1 to 1000000, found \"eight\"",
                "num_ima = num_ima | :1:11: \"num_ima\" is set by no line before this one; set it there",
                "num_ima = 8 / (2 - 2) | :1:13: divides by zero; give a number that is not",
                "num_ima = 1e300 * 1e300 | :1:17: gives more than any number can hold; check both sides",
                "num_ima = 2 ** 3 | :1:13: \"**\" is not worked out here; write numbers, names of earlier lines, + - * / //, not and dictionaries of them",
                "num_ima = int(8) | :1:11: \"int\" is not worked out here; write numbers, names of earlier lines, + - * / //, not and dictionaries of them",
                "num_ima = 010 | :1:11: \"010\" is no plain number; write numbers, names of earlier lines, + - * / //, not and dictionaries of them",
                "num_ima = | :1:1: ends where a value is missing; write numbers, names of earlier lines, + - * / //, not and dictionaries of them",
                "num_ima = (8 | :1:11: a ( without its ), write that as well",
                "num_ima = 'x | :1:11: a text that does not end, close it with '",
                "num_ima = 8\\nnum_ima += 1 | :2:1: num_ima: stands in a line that may set it and is not worked out here; write NAME = VALUE on a line of its own",
                "num_ima, num_ALU = 8, 4 | :1:1: num_ima: stands in a line that may set it and is not worked out here; write NAME = VALUE on a line of its own",
                "from base import * | :1:1: \"from\" begins a line that might set anything; write NAME = VALUE, in if NAME: where that is needed",
                "num_ima = 8\\nfor i in x: num_ima = i | :2:1: \"for\" begins a line that might set anything; write NAME = VALUE, in if NAME: where that is needed",
                "num_ima = 8\\n  num_ALU = 4 | :2:3: stands further right than the lines around it; begin it where they begin",
                "a = 'x'\\nif a: num_ima = 8 | :2:1: an if asks for a number, found \"x\"; write if NAME: with a name that is 1 or 0",
                "if b: num_ima = 8 | :1:4: \"b\" is set by no line before this one; set it there",
                "if 1 num_ima = 8 | :1:1: an if without its colon; write if NAME: and lines to the right below",
                "dac_res = 3 | :1:11: dac_res: puma-simulator has prices for 1, 2, 4, 8, 16 bits, found 3; choose one of these",
                "flit_width = 64 | :1:14: flit_width: puma-simulator has prices for flits of 32 bits alone, found 64; set flit_width = 32, and state mesh.router.flit with power, leakage and area in a chip file that extends this one",
                "noc_num_port = 6 | :1:16: noc_num_port: puma-simulator has prices for 4 and 8, found 6; choose one of these",
                "MVMU_ver = 'Digital_V1' | :1:12: MVMU_ver: puma multiplies in analog crossbars, found \"Digital_V1\"; set MVMU_ver = \"Analog\"",
                "inference = 0 | :1:13: inference: crossbars that go backwards and take updates are not in puma, which infers alone; set inference = 1 and training = 0, or take a chip that learns (pipelayer, analog-train)",
                "adc_res_new = 8 | :1:15: adc_res_new: expected a dictionary, as in {'matrix_adc_0': 8}, found 8",
                "adc_res_new = {'matrix_adc_0': 'x'} | :1:15: matrix_adc_0: expected a whole number from 1 to 1000000, found \"x\"",
                "num_ima = 1000000\\nnum_matrix = 2 | :1:11: num_ima x num_matrix: comes to 2000000, expected at most 1000000",
            })
    void what_cannot_be_meant_is_told_with_its_place_and_a_remedy(String text, String message) throws IOException {
        Path file = file(text.replace("\\n", "\n"));
        assertThatThrownBy(() -> PumaConfig.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessage(file + (message.startsWith(":") ? "" : ": ") + message);
    }

    @Test
    void what_the_chip_cannot_have_is_told_of_the_line_that_says_it() throws IOException {
        Path file = file("num_ima = 8\nxbar_bits = 100\n");
        assertThatThrownBy(() -> Chips.load(file.toString(), List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file + ":2:13: tile.core.array.cell.bits: ");
    }

    @Test
    void names_blocks_and_brackets_mean_what_they_mean_in_Python() throws IOException {
        MapNode read = PumaConfig.read(
                file(
                        """
                a = 2; b = (a +
                   1) * 2  # 6
                if (not a):
                    num_ima = missing
                else:
                    if a: num_ima = b \\
                        - 2
                    if 0:
                        for anything in anywhere: pass
                '''no
                line'''
                num_ALU = -(-7 // 2)
                wild = [1, 2]
                num_node = True
                flag = num_node == 1
                """));
        assertThat(said(read, "tile.cores")).isEqualTo("8"); // 4 cores of two units
        assertThat(said(read, "tile.units.vfu.lanes")).isEqualTo("4");
        assertThat(said(read, "chips")).isEqualTo("1");
    }

    @Test
    void a_file_made_to_hurt_is_refused_in_its_own_words() throws IOException {
        List<String> texts = List.of(
                "num_ima = " + "(".repeat(200_000),
                "num_ima = " + "not ".repeat(200_000) + "1",
                "num_ima = " + "-".repeat(200_000) + "1",
                "num_ima = " + "{1:".repeat(200_000),
                "num_ima = " + "9".repeat(1_000_000),
                "num_ima = \0",
                "num_ima = \u202E8",
                "a\uD83D\uDE00 = 1\nnum_ima = \uD83D\uDE00",
                "'''",
                "\\");
        for (String text : texts) {
            Path file = file(text);
            assertThatThrownBy(() -> PumaConfig.read(file))
                    .isInstanceOf(BadInput.class)
                    .satisfies(refused -> assertThat(String.valueOf(refused.getMessage()))
                            .hasSizeLessThan(500)
                            .doesNotContain("\0", "\u202E", "\n"));
        }
        Path binary = Files.write(folder.resolve("binary.py"), new byte[] {(byte) 0xC3, 0x28});
        assertThatThrownBy(() -> PumaConfig.read(binary)).hasMessageEndingWith("save it in that encoding");
    }

    @Test
    void the_example_is_a_chip_with_a_price_on_every_part() {
        Chips.Loaded chip = Chips.load("../reports/examples/puma-config.py", List.of());
        assertThat(chip.spec().tiles()).isEqualTo(69);
        assertThat(chip.spec().arraysPerTile()).isEqualTo(8 * 2 * 4);
        assertThat(said(chip.tree(), "tile.core.adc.bits")).isEqualTo("7");
        assertThat(chip.inventory().components()).isNotEmpty();
    }
}
