package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mho.arch.element.Component;
import mho.arch.element.crossbar.CrossbarCore;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A chip on another node than the one its figures are stated for, and at another temperature. */
final class NodeTest {
    private static Chips.Loaded load(String chip, String... settings) {
        return Chips.load(chip, Stream.of(settings).map(Setting::parse).toList());
    }

    private static Inventory chip(String chip, String... settings) {
        return Inventory.of(load(chip, settings).spec());
    }

    private static ResolvedFigures figures(Inventory chip, String part) {
        return chip.component(part).figures();
    }

    /** Factors by hand: see {@code NodeLawTest}. Dashes stay. */
    @ParameterizedTest
    @CsvSource({
        "tile.core.shift-add,      0.104602, 0.128205", // logic
        "tile.core.input-register, 0.104602, 0.128205",
        "tile.activation,          0.104602, 0.128205",
        "tile.pool,                0.104602, 0.128205",
        "mesh,                     0.104602, 0.128205",
        "tile.buffer,              0.104602, 0.446154", // eDRAM cells 0.0174 / 0.039
        "tile.bus,                 0.604938, 0.358057", // 0.49 / 0.81, root of 1 / 7.8
        "tile.core.adc,            0.057425, 0.093997", // survey
        "tile.core.driver,         0.21875,  0.128205", // a row's length, 7 / 32
        "tile.core.array,          1,        0.047852", // cells conduct what they did; (7 / 32)^2
        "tile.core.integration,    1,        1",
        "link,                     1,        1"
    })
    void every_part_of_isaac_goes_to_7_nm_by_the_law_of_its_circuit(String part, double energy, double area) {
        ResolvedFigures at32 = figures(chip("isaac-ce"), part);
        ResolvedFigures at7 = figures(chip("isaac-ce", "technology=7 nm"), part);
        assertThat(at7.energyJ()).isCloseTo(at32.energyJ() * energy, within(3e-4 * at32.energyJ() * energy));
        assertThat(at7.areaM2()).isCloseTo(at32.areaM2() * area, within(3e-4 * at32.areaM2() * area));
    }

    @Test
    void the_source_names_the_law_and_what_stays_says_so() {
        Inventory at22 = chip("isaac-ce", "technology=22 nm");
        assertThat(figures(at22, "tile.core.shift-add").source())
                .contains(
                        "stated as 0.05 mW; scaled 32 nm to 22 nm by 0.519 (Stillmaker & Baas 2017, at nominal supply)")
                .contains("stated as 60 um2; scaled 32 nm to 22 nm by 0.54 (Stillmaker & Baas 2017)");
        assertThat(figures(at22, "link").source()).contains("not scaled from 32 nm to 22 nm (by no law with a source)");
    }

    /** Models of one node go on from the node they were named for; C V^2 of a stated voltage and wire stays. */
    @Test
    void digital_parts_of_analog_256_go_by_the_same_law_from_where_they_stood() {
        Inventory at32 = chip("analog-256");
        Inventory at7 = chip("analog-256", "technology=7 nm");
        for (String part : List.of("tile.core.shift-add", "tile.shift-add", "tile.pool", "tile.core.control")) {
            double energy = figures(at32, part).energyJ();
            assertThat(figures(at7, part).energyJ()).as(part).isCloseTo(energy * 0.104602, within(3e-4 * energy));
        }
        assertThat(figures(at7, "tile.pool").source())
                .contains("40 nm figures, taken as those of 32 nm")
                .contains("scaled 32 nm to 7 nm by 0.105");
        assertThat(figures(at7, "tile.bus").energyJ()
                        / figures(at32, "tile.bus").energyJ())
                .isCloseTo(0.49 / 0.81, within(1e-9));
        assertThat(figures(at7, "mesh").energyJ())
                .isEqualTo(figures(at32, "mesh").energyJ());
        // 51.2 fF of a row of 256 cells, 7/32 as long, at 0.2 V
        assertThat(at7.price(CrossbarCore.ROW_DRIVE).joules()).isCloseTo(51.2e-15 * 7 / 32 * 0.04, within(1e-20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"isaac-ce", "analog-256"})
    void from_node_to_node_energy_and_area_of_every_part_fall_or_stay(String name) {
        Inventory before = chip(name);
        for (String node : List.of("22 nm", "14 nm", "7 nm")) {
            Inventory now = chip(name, "technology=" + node);
            for (Component part : before.components()) {
                ResolvedFigures figures = figures(now, part.path());
                assertThat(figures.energyJ())
                        .as(part.path())
                        .isLessThanOrEqualTo(part.figures().energyJ());
                assertThat(figures.areaM2())
                        .as(part.path())
                        .isLessThanOrEqualTo(part.figures().areaM2());
            }
            assertThat(now.peakPowerW()).isLessThan(before.peakPowerW());
            assertThat(now.areaM2()).isLessThan(before.areaM2());
            before = now;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"isaac-ce", "analog-256", "hermes-64-1phase"})
    void the_same_node_and_temperature_change_nothing(String name) {
        ChipSpec before = load(name).spec();
        String node = Math.round(before.technology() * 1e9) + " nm";
        ChipSpec same = load(name, "technology=" + node, "temperature=300 K").spec();
        assertThat(same).isEqualTo(before);
        assertThat(Inventory.of(same).components())
                .usingRecursiveComparison()
                .isEqualTo(Inventory.of(before).components());
    }

    /** By way of a file of 22 nm that extends the chip, 7 nm is what it is from 32 nm at once, and times stay what they are. */
    @Test
    void by_way_of_another_node_a_chip_comes_to_the_same(@TempDir Path folder) throws Exception {
        for (String name : List.of("isaac-ce", "analog-256")) {
            Path file = folder.resolve(name + "-22.yaml");
            Files.writeString(file, "extends: " + name + "\nchip: by-the-way\ntechnology: 22 nm\n");
            Inventory by = chip(file.toString(), "technology=7 nm");
            Inventory once = chip(name, "technology=7 nm");
            for (Component part : once.components()) {
                ResolvedFigures figures = figures(by, part.path());
                assertThat(figures.energyJ())
                        .as(part.path())
                        .isCloseTo(
                                part.figures().energyJ(),
                                within(1e-9 * part.figures().energyJ()));
                assertThat(figures.areaM2())
                        .as(part.path())
                        .isCloseTo(
                                part.figures().areaM2(),
                                within(1e-9 * part.figures().areaM2()));
            }
            assertThat(load(name, "technology=7 nm").spec().timingView())
                    .isEqualTo(load(name).spec().timingView());
        }
    }

    @Test
    void a_run_is_reproduced_from_what_the_changed_chip_says_of_itself() {
        Chips.Loaded changed = load("analog-256", "technology=7 nm", "temperature=350 K");
        Inventory again = Inventory.of(Chips.bind(changed.tree()).spec());
        assertThat(again.components())
                .usingRecursiveComparison()
                .isEqualTo(Inventory.of(changed.spec()).components());
    }

    @Test
    void one_part_may_go_to_a_node_of_its_own() {
        Inventory all = chip("isaac-ce");
        Inventory one = chip("isaac-ce", "tile.core.adc.technology=7 nm");
        for (Component part : all.components()) {
            double ratio = figures(one, part.path()).areaM2() / part.figures().areaM2();
            assertThat(ratio)
                    .as(part.path())
                    .isCloseTo(part.path().equals("tile.core.adc") ? 0.093997 : 1, within(1e-4));
        }
    }

    @Test
    void a_figure_that_is_stated_with_the_node_is_one_of_that_node() {
        Inventory chip = chip("isaac-ce", "technology=7 nm", "tile.pool.power=1 mW");
        assertThat(figures(chip, "tile.pool").sources())
                .hasEntrySatisfying("power", by -> assertThat(by).isEqualTo("set by --set tile.pool.power=1 mW"))
                .hasEntrySatisfying("area", by -> assertThat(by).contains("scaled 32 nm to 7 nm"));
    }

    @Test
    void a_node_that_no_law_reaches_is_refused_once_with_one_that_does() {
        assertThatThrownBy(() -> load("isaac-ce", "technology=5 nm"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("reaches from 7 nm to 180 nm, and not to 5 nm")
                .hasMessageContaining("(technology=7 nm)")
                .satisfies(e -> assertThat(String.valueOf(e.getMessage()).split("technology: ", -1))
                        .hasSize(2));
        assertThatThrownBy(() -> load("isaac-ce", "technology=90 nm"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tile.buffer.area: is stated for 32 nm")
                .hasMessageContaining("published eDRAM cells");
        chip("isaac-ce", "technology=90 nm", "tile.buffer.area=0.4 mm2");
    }

    /** 350 K: 228.40 / 100.30 at 32 nm. A stated leakage is that of the stated temperature. */
    @Test
    void leakage_of_transistors_goes_with_the_temperature_and_nothing_else_does() {
        String[] leaks = {"tile.pool.leakage=1 mW", "tile.core.adc.leakage=1 uW", "tile.core.array.leakage=2 uW"};
        Inventory cold = chip("isaac-ce", leaks);
        Chips.Loaded chip = load("isaac-ce", leaks);
        ChipSpec hot = Chips.bind(Chips.with(chip.tree(), List.of(Setting.parse("temperature=350 K"))))
                .spec();
        Inventory warm = Inventory.of(hot);
        assertThat(figures(warm, "tile.pool").leakageW()).isCloseTo(1e-3 * 228.4 / 100.3, within(1e-9));
        assertThat(figures(warm, "tile.core.adc").leakageW()).isCloseTo(1e-6 * 228.4 / 100.3, within(1e-12));
        assertThat(figures(warm, "tile.core.array").leakageW()).isEqualTo(2e-6);
        assertThat(figures(warm, "link").leakageW())
                .isEqualTo(figures(cold, "link").leakageW());
        for (Component part : cold.components()) {
            assertThat(figures(warm, part.path()).energyJ())
                    .isEqualTo(part.figures().energyJ());
            assertThat(figures(warm, part.path()).areaM2())
                    .isEqualTo(part.figures().areaM2());
        }
        assertThat(figures(warm, "tile.pool").source()).contains("scaled 300 K to 350 K by 2.28");
        assertThatThrownBy(() -> Chips.with(chip.tree(), List.of(Setting.parse("temperature=450 K"))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("tile.pool.leakage: is stated for 32 nm and 300 K");
    }

    /** E = P (n + 1) ns (1 + 0.0013 (T - 300 K)). */
    @Test
    void the_converter_of_neurosim_has_a_factor_of_its_own() {
        String adc =
                "tile.core.adc={kind: sar, bits: 8, rate: 100 MS/s, count: 1, column-resistance: 100 kOhm, model: neurosim-sar, area: 100 um2}";
        double cold = figures(chip("isaac-ce", adc), "tile.core.adc").energyJ();
        double warm = figures(chip("isaac-ce", adc, "temperature=350 K"), "tile.core.adc")
                .energyJ();
        assertThat(warm / cold).isCloseTo(1.065, within(1e-9));
    }
}
