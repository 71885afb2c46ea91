package mho.arch.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        assertThat(lines.get(2)).contains(":10:8: tile.bus:", "none fits yet", "keckler-40nm not wires without length");
        assertThat(lines.get(3)).contains(":11:15: tile.activation:", "without operation (add, ");
        assertThat(lines.get(4)).contains(":12:9: tile.pool:", "logic-22nm (22 nm)");
        assertThat(lines.get(6)).contains(":15:5: tile.core: shift-add: missing");
        assertThat(lines.get(7)).contains(":16:12: tile.core.array:", "ohmic not a cell without");
        assertThat(lines.get(9)).contains(":19:10: tile.core.adc:", "sar-22nm (22 nm), ");
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
