package mho.arch.spec;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StatedFiguresTest {

    @Test
    void every_number_of_every_priced_part_says_what_stated_figures_owe_to_it() {
        TreeSet<String> silent = new TreeSet<>();
        for (String name : Chips.names()) {
            parts(chip(name)).forEach((path, part) -> part.numbers().forEach((number, said) -> {
                if (said.scales() == null) {
                    silent.add(part.type().getSimpleName() + "." + number);
                }
            }));
        }
        assertThat(silent).isEmpty();
    }

    /** Over all numbers of the parts of all shipped chips, doubled and halved. */
    @Test
    void a_stated_figure_follows_its_law_or_is_refused_or_owes_nothing() {
        int followed = 0;
        int refused = 0;
        for (String name : Chips.names()) {
            ChipSpec before = chip(name);
            for (Map.Entry<String, Part> part : parts(before).entrySet()) {
                for (Map.Entry<String, Part.Number> number :
                        part.getValue().numbers().entrySet()) {
                    Double value = number.getValue().value();
                    mho.core.cost.Scales law = number.getValue().scales();
                    if (value == null || value == 0 || law == null) {
                        continue;
                    }
                    for (double factor : new double[] {2, 0.5}) {
                        String path = part.getKey() + "." + number.getKey();
                        ChipSpec after;
                        try {
                            after = chip(name, path + "=" + scaled(name, path, factor));
                        } catch (BadInput e) {
                            refused += String.valueOf(e.getMessage()).contains("is stated for") ? 1 : 0;
                            continue;
                        }
                        Double area = part.getValue().cost().area();
                        if (area != null && area > 0) {
                            Part now = parts(after).get(part.getKey());
                            assertThat(requireNonNull(requireNonNull(now).cost().area()) / area)
                                    .as(name + " " + path)
                                    .isCloseTo(law.area().factor(1, factor), within(1e-9));
                            followed++;
                        }
                    }
                }
            }
        }
        assertThat(followed).isGreaterThan(100);
        assertThat(refused).isGreaterThan(10);
    }

    @Test
    void a_cell_read_costs_the_same_in_an_array_of_any_size_and_rows_and_areas_grow() {
        Inventory small = Inventory.of(chip("isaac-ce"));
        Inventory large = Inventory.of(
                chip("isaac-ce", "tile.core.array.rows=512", "tile.core.array.columns=512", "tile.core.adc.count=32"));
        assertThat(large.price(Action.CELL_READ).joules())
                .isCloseTo(small.price(Action.CELL_READ).joules(), within(1e-22));
        assertThat(large.price(Action.ROW_DRIVE).joules()
                        / small.price(Action.ROW_DRIVE).joules())
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
        double at500 = Inventory.of(chip("isaac-ce")).price(Action.BUFFER_READ).joules();
        double at1000 = Inventory.of(chip("isaac-ce", "tile.buffer.clock=1 GHz"))
                .price(Action.BUFFER_READ)
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
        assertThat(set).isEqualTo("set by --set");
        Path file = directory.resolve("mine.yaml");
        Files.writeString(file, "extends: isaac-ce\nchip: mine\ntile: {core: {adc: {power: 1 mW, area: 1 um2}}}\n");
        assertThat(source(Chips.load(file.toString(), List.of()))).isEqualTo("set by mine.yaml");
        assertThat(source(Chips.load("isaac-ce", List.of()))).isEqualTo("direct: chip file");
    }

    @Test
    void a_resolved_chip_is_read_back_as_it_was() {
        Chips.Loaded loaded = Chips.load("isaac-ce", settings("tile.core.array.rows=64"));
        assertThat(Chips.bind(loaded.tree()).spec()).isEqualTo(loaded.spec());
    }

    private static String scaled(String name, String path, double factor) {
        mho.core.yaml.Node node = Chips.load(name, List.of()).tree().find(path);
        String text = node instanceof mho.core.yaml.ScalarNode scalar ? scalar.text() : "1";
        String[] words = text.split(" ", 2);
        String number = new java.math.BigDecimal(words[0])
                .multiply(java.math.BigDecimal.valueOf(factor))
                .stripTrailingZeros()
                .toPlainString();
        return words.length > 1 ? number + " " + words[1] : number;
    }

    private static String source(Chips.Loaded loaded) {
        return Inventory.of(loaded.spec()).component("tile.core.adc").figures().source();
    }

    private static Map<String, Part> parts(ChipSpec chip) {
        return Part.of(chip);
    }

    private static ChipSpec chip(String name, String... settings) {
        return Chips.load(name, settings(settings)).spec();
    }

    private static List<Setting> settings(String... settings) {
        return Stream.of(settings).map(Setting::parse).toList();
    }
}
