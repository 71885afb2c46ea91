package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.element.crossbar.CrossbarCore;
import mho.core.cost.Action;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatedFiguresTest {

    @Test
    void a_cell_read_costs_the_same_in_an_array_of_any_size_and_rows_and_areas_grow() {
        Inventory small = Inventory.of(chip("isaac-ce"));
        Inventory large = Inventory.of(
                chip("isaac-ce", "tile.core.array.rows=512", "tile.core.array.columns=512", "tile.core.adc.count=32"));
        assertThat(large.price(CrossbarCore.CELL_READ).joules())
                .isCloseTo(small.price(CrossbarCore.CELL_READ).joules(), within(1e-22));
        assertThat(large.price(CrossbarCore.ROW_DRIVE).joules()
                        / small.price(CrossbarCore.ROW_DRIVE).joules())
                .isCloseTo(4, within(1e-9));
        assertThat(large.component("tile.core.array").figures().areaM2()
                        / small.component("tile.core.array").figures().areaM2())
                .isCloseTo(16, within(1e-9));
        assertThat(large.component("tile.core.array").figures().source())
                .contains("stated as 25 um2 for rows 128, now 512")
                .contains("columns 128, now 512");
    }

    @Test
    void power_at_another_clock_is_the_same_energy_of_an_action() {
        double at500 = Inventory.of(chip("isaac-ce")).price(Tile.BUFFER_READ).joules();
        double at1000 = Inventory.of(chip("isaac-ce", "tile.buffer.clock=1 GHz"))
                .price(Tile.BUFFER_READ)
                .joules();
        assertThat(at1000).isCloseTo(at500, within(1e-22));
    }

    @Test
    void a_converter_of_other_bits_is_refused_with_remedies_that_work() {
        assertThatThrownBy(() -> chip("isaac-ce", "tile.core.adc.bits=6"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tile.core.adc.power: is stated for bits 8; with bits 6 state it again")
                .hasMessageContaining("models that fit: isaac-scaled, accelergy-regression");
        for (String model : List.of("isaac-scaled", "accelergy-regression")) {
            Inventory.of(chip(
                    "isaac-ce",
                    "tile.core.adc.bits=6",
                    "tile.core.adc.power=null",
                    "tile.core.adc.area=null",
                    "tile.core.adc.model=" + model));
        }
        Inventory.of(
                chip("isaac-ce", "tile.core.adc.bits=6", "tile.core.adc.power=1 mW", "tile.core.adc.area=1000 um2"));
    }

    @Test
    void three_bit_converters_are_not_sent_to_a_model_that_starts_at_four() {
        assertThatThrownBy(() -> chip("isaac-ce", "tile.core.adc.bits=3"))
                .isInstanceOf(BadInput.class)
                .hasMessageNotContaining("isaac-scaled");
    }

    @Test
    void a_figure_that_is_set_loses_the_citation(@TempDir Path directory) throws Exception {
        String set = source(Chips.load("isaac-ce", settings("tile.core.adc.power=1 mW", "tile.core.adc.area=1 um2")));
        assertThat(set)
                .isEqualTo("power: set by --set tile.core.adc.power=1 mW; area: set by --set tile.core.adc.area=1 um2");
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, "extends: isaac-ce\nchip: mine\ntile: {core: {adc: {power: 1 mW, area: 1 um2}}}\n");
        assertThat(source(Chips.load(file.toString(), List.of()))).isEqualTo("set by chip file mine.yaml");
        assertThat(source(Chips.load("isaac-ce", List.of()))).isEqualTo("direct: chip file");
    }

    @Test
    void figures_of_several_sources_say_whose_they_are() {
        String source = source(Chips.load("isaac-ce", settings("tile.core.adc.power=1 mW")));
        assertThat(source).isEqualTo("power: set by --set tile.core.adc.power=1 mW; area: direct: chip file");
    }

    /** The file's own citation covers what the file states, and nothing else. */
    @Test
    void figures_that_a_file_inherits_keep_the_citation_they_had(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("mine.yaml");
        Files.writeString(
                file,
                "extends: isaac-ce\nchip: mine\nsource: My paper\ntile: {core: {adc: {power: 1 mW}}, pool: {area: 1 um2, source: Another}}\n");
        Inventory chip = Inventory.of(Chips.load(file.toString(), List.of()).spec());
        assertThat(chip.component("tile.core.adc").figures().sources())
                .hasEntrySatisfying("power", by -> assertThat(by).isEqualTo("direct: chip file"))
                .hasEntrySatisfying("area", by -> assertThat(by).contains("Shafiee"));
        assertThat(chip.component("tile.bus").figures().source()).contains("Shafiee");
        assertThat(chip.component("tile.pool").figures().sources())
                .hasEntrySatisfying("area", by -> assertThat(by).isEqualTo("direct: Another"))
                .hasEntrySatisfying("power", by -> assertThat(by).contains("Shafiee"));
    }

    /** 32 wires of adder cells for 16. */
    @Test
    void adders_grow_with_the_partial_sums_they_add() {
        double at32 = Inventory.of(chip("isaac-ce")).price(CrossbarCore.ADD).joules();
        double at16 = Inventory.of(chip("isaac-ce", "precision.partial-sums=16 bit"))
                .price(CrossbarCore.ADD)
                .joules();
        assertThat(at16 / at32).isCloseTo(0.5, within(1e-9));
    }

    @Test
    void a_buffer_of_other_cells_is_refused() {
        assertThatThrownBy(() -> chip("isaac-ce", "tile.buffer.kind=sram"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tile.buffer.power: is stated for kind edram; with kind sram state it again");
    }

    /** Half and double the lines: a read costs what it cost, a row by its length, areas by the cells; or refused, and the remedy works. */
    @Test
    void every_chip_that_comes_with_mho_is_right_at_other_rows_and_columns() {
        for (String name : Chips.names()) {
            Inventory before = Inventory.of(chip(name));
            ChipSpec stated = chip(name);
            if (!before.actions().contains(CrossbarCore.CELL_READ)) {
                continue; // no lines that figures go with
            }
            for (double rows : new double[] {0.5, 2}) {
                for (double columns : new double[] {0.5, 2}) {
                    int across = Given.crossbar(stated).array().rows();
                    int tall = (int) (across * rows); // of 785 rows, half is a little less than half
                    Inventory after = Inventory.of(chip(
                            name,
                            "tile.core.array.rows=" + tall,
                            "tile.core.array.columns="
                                    + (int) (Given.crossbar(stated).array().columns() * columns)));
                    String as = name + " x" + rows + ", x" + columns;
                    assertThat(ratio(before, after, CrossbarCore.CELL_READ))
                            .as(as)
                            .isCloseTo(1, within(1e-9));
                    assertThat(ratio(before, after, CrossbarCore.ROW_DRIVE))
                            .as(as)
                            .isCloseTo(columns, within(1e-9));
                    assertThat(after.component("tile.core.array").figures().areaM2()
                                    / before.component("tile.core.array")
                                            .figures()
                                            .areaM2())
                            .as(as)
                            .isCloseTo((double) tall / across * columns, within(1e-9));
                }
            }
        }
    }

    private static double ratio(Inventory before, Inventory after, Action action) {
        double was = before.price(action).joules();
        return was == 0 ? 1 : after.price(action).joules() / was;
    }

    @Test
    void a_resolved_chip_is_read_back_as_it_was() {
        Chips.Loaded loaded = Chips.load("isaac-ce", settings("tile.core.array.rows=64"));
        assertThat(Chips.bind(loaded.tree()).spec()).isEqualTo(loaded.spec());
    }

    private static String source(Chips.Loaded loaded) {
        return Inventory.of(loaded.spec()).component("tile.core.adc").figures().source();
    }

    private static ChipSpec chip(String name, String... settings) {
        return Chips.load(name, settings(settings)).spec();
    }

    private static List<Setting> settings(String... settings) {
        return Stream.of(settings).map(Setting::parse).toList();
    }
}
