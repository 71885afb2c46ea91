package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.element.Component;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A chip file of one's own is told all that it lacks at once, each with its place and what would do. */
class MissingFiguresTest {
    private static final String UNPRICED =
            """
            chip: mine
            technology: 22 nm
            tiles: 4
            cycle: 1 ns
            precision: {values: 8 bit, partial-sums: 24 bit}
            mesh: {kind: packet, columns: 2, router: {ports: 8, flit: 32 bit, clock: 1 GHz}}
            tile:
              cores: 2
              buffer: {kind: sram, size: 64 KiB, width: 256 bit, clock: 1 GHz}
              bus: {width: 256 bit, clock: 1 GHz}
              activation: {kind: digital, clock: 1 GHz}
              pool: {clock: 1 GHz, operation: compare}
              shift-add: {clock: 1 GHz, operation: add}
              core:
                arrays: 1
                array: {rows: 128, columns: 128, read-time: 100 ns, cell: {bits: 2}}
                weights: {bits: 8, sign: offset}
                driver: {kind: bit-serial}
                adc: {kind: sar, bits: 8, rate: 1 GS/s, count: 8}
            """;

    private static final List<String> PRICES = List.of(
            "mesh.router.model=router-8-port-22nm",
            "tile.buffer.model=sram-22nm",
            "tile.bus.length=1 mm",
            "tile.bus.model=keckler-40nm",
            "tile.bus.area=0.01 mm2",
            "tile.activation.operation=add",
            "tile.activation.model=logic-22nm",
            "tile.pool.model=logic-22nm",
            "tile.shift-add.model=logic-22nm",
            "tile.core.shift-add={clock: 1 GHz, operation: add, model: logic-22nm}",
            "tile.core.array.energy=1 fJ",
            "tile.core.array.area=100 um2",
            "tile.core.driver.model=isaac-1b",
            "tile.core.adc.model=sar-22nm");

    @TempDir
    private Path folder = Path.of("");

    private BadInput refused(String chip, String... settings) {
        return catchThrowableOfType(BadInput.class, () -> load(chip, Stream.of(settings)));
    }

    private ChipSpec load(String chip, Stream<String> settings) throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), chip);
        Chips.Loaded loaded =
                Chips.load(file.toString(), settings.map(Setting::parse).toList());
        loaded.inventory();
        return loaded.spec();
    }

    @Test
    void all_prices_that_are_missing_are_told_with_line_and_models_that_fit() {
        List<String> lines =
                String.valueOf(refused(UNPRICED).getMessage()).lines().toList();

        assertThat(lines).hasSize(10).allMatch(line -> line.contains("mine.yaml:"));
        assertThat(lines.get(0)).contains(":6:42: mesh.router: no figure for energy and area", "router-8-port-22nm");
        assertThat(lines.get(1)).contains(":9:11: tile.buffer: no figure for", "sram-22nm (22 nm)");
        assertThat(lines.get(2))
                .contains(
                        ":10:8: tile.bus:",
                        "none fits yet",
                        "keckler-40nm not wires without length (and gives no area");
        assertThat(lines.get(3)).contains(":11:15: tile.activation:", "without operation (add, ");
        assertThat(lines.get(4)).contains(":12:9: tile.pool:", "logic-22nm (22 nm)");
        assertThat(lines.get(6)).contains(":15:5: tile.core: shift-add: missing");
        assertThat(lines.get(7)).contains(":16:12: tile.core.array:", "ohmic not a cell without", "(and gives no area");
        assertThat(lines.get(9)).contains(":19:10: tile.core.adc:", "sar-22nm (22 nm), ");
    }

    /** Whoever follows the first message to the letter is not told of the area in a second. */
    @Test
    void a_model_that_has_no_area_is_named_with_the_area_that_has_to_stand_beside_it() throws IOException {
        Stream<String> withLength =
                Stream.concat(PRICES.stream(), Stream.of("tile.bus={width: 256 bit, clock: 1 GHz, length: 1 mm}"));

        assertThat(refused(UNPRICED, withLength.toArray(String[]::new)))
                .hasMessageContaining("tile.bus: no figure for energy and area")
                .hasMessageContaining("and area (\"area: 0.09 mm2\")")
                .hasMessageContaining("keckler-40nm (40 nm, without an area, to be stated beside it)");
        assertThat(load(UNPRICED, PRICES.stream()).tiles()).isEqualTo(4);
    }

    /** Figures of the chips that come with mho are the oracle: a message's example is near what such a part really costs. */
    @ParameterizedTest
    @CsvSource({
        "isaac-ce, tile.core.array",
        "isaac-ce, tile.core.driver",
        "isaac-ce, tile.core.integration",
        "isaac-ce, tile.core.adc",
        "isaac-ce, tile.core.shift-add",
        "isaac-ce, tile.core.input-register",
        "isaac-ce, tile.buffer",
        "isaac-ce, tile.bus",
        "isaac-ce, tile.pool",
        "isaac-ce, mesh",
        "isaac-ce, link",
        "analog-256, tile.core.adc",
        "analog-256, tile.core.adc.generator",
        "analog-256, tile.core.control",
        "analog-256, tile.activation"
    })
    void the_figures_that_a_message_gives_for_an_example_are_of_the_size_of_such_a_part(String chip, String part) {
        Component stated = Inventory.of(Given.chip(chip)).component(part);
        String path = part.equals("mesh") ? "mesh.router" : part;
        List<Setting> unpriced = Stream.of("energy", "power", "leakage", "area", "model")
                .map(key -> Setting.parse(path + "." + key + "=null"))
                .toList();
        String said = String.valueOf(catchThrowableOfType(
                        BadInput.class, () -> Chips.load(chip, unpriced).inventory())
                .getMessage());

        Matcher example = Pattern.compile("\"(energy|area): ([^\"]+)\"").matcher(said);
        int examples = 0;
        while (example.find()) {
            boolean area = example.group(1).equals("area");
            double real = area ? stated.figures().areaM2() : stated.figures().energyJ();
            double told = Quantity.parse(example.group(2), area ? Dimension.of("m2") : Dimension.of("J"));
            if (real > 0) {
                assertThat(told).as(said).isBetween(real / 20, real * 20);
            }
            examples++;
        }
        assertThat(examples).as(said).isPositive();
    }

    @Test
    void a_chip_alone_needs_no_link_and_its_inputs_are_at_hand() throws IOException {
        ChipSpec alone = load(UNPRICED, PRICES.stream());
        ChipSpec linked = load(
                UNPRICED,
                Stream.concat(PRICES.stream(), Stream.of("link={bandwidth: 1 MB/s, energy: 1 nJ, area: 1 mm2}")));

        assertThat(Inventory.of(alone).components())
                .noneMatch(part -> part.path().equals("link"));
        assertThat(Inventory.of(alone).areaM2())
                .isCloseTo(Inventory.of(linked).areaM2() - 1e-6, org.assertj.core.data.Offset.offset(1e-12));
        Network network = Given.network("784", "dense: {out: 10}");
        long at = Given.run(alone, network).alone().finish(0);
        long behind = Given.run(linked, network).alone().finish(0);
        assertThat(behind - at).isGreaterThan(780_000_000L); // 784 bytes at 1 MB/s, less what a cycle rounds
    }

    @Test
    void chips_need_a_link_between_them() {
        List<String> settings =
                Stream.concat(PRICES.stream(), Stream.of("chips=2")).toList();

        assertThat(refused(UNPRICED, settings.toArray(String[]::new)))
                .hasMessageContaining("link: missing; 2 chips need links")
                .hasMessageContaining("chips=1");
    }
}
