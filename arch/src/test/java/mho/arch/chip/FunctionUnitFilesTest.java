package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import mho.workloads.network.ScalarOperation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Function units as chip files and settings state them. */
final class FunctionUnitFilesTest {
    private static final String PRICED = "lanes: 4, clock: 1 GHz, energy: 1 pJ, area: 100 um2";

    private final Path folder;

    FunctionUnitFilesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Chips.Loaded load(String units, String... settings) throws IOException {
        Path file = folder.resolve("chip.yaml");
        Files.writeString(file, "chip: mine\nextends: isaac-ce\ntile:\n  units:\n" + units);
        return Chips.load(
                file.toString(), List.of(settings).stream().map(Setting::parse).toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{OPS [add], PRICED} / {OPS [exp, add], PRICED}"
                        + "|chip.yaml:6:27: tile.units.b.operations.add: tile.units.a does it, too; one unit of a tile does an"
                        + " operation: take it out of one of the two lists",
                "{OPS [adds], PRICED}"
                        + "|chip.yaml:5:22: tile.units.a.operations.adds: no such operation, did you mean \"add\"?; there are add,"
                        + " multiply, multiply-accumulate, compare, exp, log, divide, square-root, relu, sigmoid, tanh, function",
                "{OPS [], PRICED}|chip.yaml:5:21: tile.units.a.operations: lists none, and the unit would do nothing; there are",
                "{OPS {add: }, PRICED}|tile.units.a.operations.add: expected a mapping",
                "{OPS {add: {energy: 1 pJ}}, PRICED}"
                        + "|tile.units.a.energy: is for operations that state no energy, and all of them do; take it away, or theirs"
                        + " (tile.units.a.energy=null)",
                "{OPS {add: {power: 1 mW}}, PRICED}|tile.units.a.operations.add.power: power is that of the unit;",
                "{OPS {add: {model: aladdin-40nm}}, PRICED}|tile.units.a.operations.add.model: no model prices an operation",
                "{OPS [add], lanes: 4, clock: 1 GHz, area: 1 um2}|tile.units.a: no figure for energy, state energy",
                "{OPS [add], lanes: 4, clock: 1 GHz, energy: 1 pJ}|tile.units.a: no figure for area, state it",
                "{OPS [add], clock: 1 GHz, energy: 1 pJ, area: 1 um2}|chip.yaml:5:8: tile.units.a: missing key \"lanes\"",
                "{OPS [add], lanes: 0, clock: 1 GHz, energy: 1 pJ, area: 1 um2}|tile.units.a.lanes: must be",
                "{OPS {add: {cycles: 0}}, PRICED}|tile.units.a.operations.add.cycles: must be",
                "{OPS [[add]], PRICED}|tile.units.a.operations[0]: expected an item such as exp, found a list",
                "{OPS [add, add], PRICED}|tile.units.a.operations[1]: add stands there twice; keep one",
            })
    void what_does_not_go_together_is_refused_with_its_place_and_a_remedy(String units, String message) {
        String[] each = units.split(" / ");
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < each.length; i++) {
            file.append("    ").append((char) ('a' + i)).append(": ");
            file.append(each[i].replace("OPS", "operations:").replace("PRICED", PRICED))
                    .append('\n');
        }
        assertThatThrownBy(() -> load(file.toString()).inventory())
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    @Test
    void a_list_of_units_needs_names_that_are_all_different() {
        String unit = "operations: [add], " + PRICED + "}\n";
        assertThatThrownBy(() -> load("    - {" + unit))
                .hasMessageContaining("chip.yaml:5:7: tile.units[0]: expected an item such as {name: vfu, …}");
        assertThatThrownBy(() -> load("    - {name: a, " + unit + "    - {name: a, " + unit))
                .hasMessageContaining("chip.yaml:6:7: tile.units[1]: a stands there twice; keep one");
        assertThatThrownBy(() -> load("    - {name: A b, " + unit))
                .hasMessageContaining(
                        "a unit cannot be called \"A b\": its name is of small letters, digits and dashes");
    }

    @Test
    void a_setting_finds_a_unit_by_its_name_and_another_file_changes_one_figure_of_it() throws IOException {
        String unit = "    - {name: vfu, operations: {add: {}, exp: {cycles: 4}}, " + PRICED + "}\n";
        ChipSpec chip = load(unit, "tile.units.vfu.lanes=64", "tile.units.vfu.operations.exp.cycles=8")
                .spec();
        assertThat(chip.tile().functionUnits().unit("vfu").lanes()).isEqualTo(64);
        assertThat(chip.tile().functionUnits().unit("vfu").operation("exp").cycles())
                .isEqualTo(8);
        Path variant = folder.resolve("variant.yaml");
        Files.writeString(
                variant,
                "chip: variant\nextends: " + folder.resolve("chip.yaml")
                        + "\ntile: {units: [{name: vfu, lanes: 2}]}\n");
        assertThat(Chips.load(variant.toString(), List.of())
                        .spec()
                        .tile()
                        .functionUnits()
                        .unit("vfu")
                        .operations())
                .containsOnlyKeys("add", "exp");
    }

    /** Energies of a unit and of its operations follow the node by the law of logic, as those of shift-add do; area the lanes. */
    @Test
    void figures_of_a_unit_are_carried_over() throws IOException {
        String unit = "    vfu: {operations: {add: {}, exp: {energy: 5 pJ}}, " + PRICED + "}\n";
        Inventory at32 = load(unit).inventory();
        Inventory at16 = load(unit, "technology=16 nm").inventory();
        double logic = at16.price(Tile.ADD).joules() / at32.price(Tile.ADD).joules();
        assertThat(logic).isLessThan(0.9);
        for (ScalarOperation operation : List.of(ScalarOperation.ADD, ScalarOperation.EXP)) {
            double scaled = at16.price(FunctionUnits.action("vfu", operation)).joules()
                    / at32.price(FunctionUnits.action("vfu", operation)).joules();
            assertThat(scaled).isCloseTo(logic, within(1e-9));
        }
        Inventory wide = load(unit, "tile.units.vfu.lanes=8").inventory();
        assertThat(wide.component("tile.units.vfu").figures().areaM2()).isCloseTo(200e-12, within(1e-20));
    }

    /** A power is that of all lanes: with twice as many, the energy of an operation stays. */
    @Test
    void a_power_stays_an_energy_of_a_lane_when_lanes_change() throws IOException {
        String unit = "    vfu: {operations: {add: {cycles: 2}}, lanes: 4, clock: 1 GHz, power: 8 mW, area: 100 um2}\n";
        double before = load(unit)
                .inventory()
                .price(FunctionUnits.action("vfu", ScalarOperation.ADD))
                .joules();
        assertThat(before).isCloseTo(4e-12, within(1e-20));
        double after = load(unit, "tile.units.vfu.lanes=8")
                .inventory()
                .price(FunctionUnits.action("vfu", ScalarOperation.ADD))
                .joules();
        assertThat(after).isCloseTo(before, within(1e-20));
    }
}
