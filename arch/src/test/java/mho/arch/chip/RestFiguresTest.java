package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mho.arch.Given;
import mho.core.cost.PowerStates;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is stated of parts at rest belongs to the values it was stated with, as all figures do. */
final class RestFiguresTest {
    private static final String CHIP =
            """
            extends: isaac-ce
            chip: rest
            source: a table
            tile:
              gating: {wake-up: 1 us, energy: 5 nJ}
              buffer: {leakage: 1 mW, refresh: {every: 40 us, energy: 8 nJ}}
              pool: {leakage: 2 mW, static: {power: 3 mW, while: on}, gating: {wake-up: 1 us, energy: 7 nJ}}
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private Path folder;

    @Test
    void another_node_takes_static_power_as_leakage_and_the_energies_by_the_law_of_the_circuit() throws Exception {
        Inventory before = chip();
        Inventory after = chip("technology=7 nm");
        double leakage = pool(after).leakageW() / pool(before).leakageW();
        assertThat(leakage).isLessThan(0.9);
        assertThat(pool(after).states().onW() / pool(before).states().onW()).isCloseTo(leakage, within(1e-9));
        double logic = 0.104602; // see NodeTest
        assertThat(gating(after, "tile.pool") / gating(before, "tile.pool")).isCloseTo(logic, within(1e-5));
        assertThat(gating(after, "tile") / gating(before, "tile")).isCloseTo(logic, within(1e-5));
        assertThat(refresh(after) / refresh(before)).isCloseTo(logic, within(1e-5));
    }

    @Test
    void refresh_costs_as_many_cells_as_there_are_and_a_wider_access_nothing_more() throws Exception {
        String model = "tile.buffer.model=null";
        assertThat(refresh(chip("tile.buffer.size=128 KiB", model)) / refresh(chip()))
                .isCloseTo(2, within(1e-9));
        assertThat(refresh(chip("tile.buffer.width=512 bit", model)) / refresh(chip()))
                .isEqualTo(1);
    }

    @Test
    void a_tile_s_switch_is_one_of_every_part_in_it_without_one_and_of_nothing_outside() throws Exception {
        Inventory chip = chip();
        assertThat(gating(chip, "tile.pool")).isEqualTo(7e-9);
        assertThat(gating(chip, "tile.core.adc")).isZero(); // that is the tile's
        assertThat(gating(chip, "tile")).isEqualTo(5e-9);
        assertThat(chip.component("link").figures().states()).isEqualTo(PowerStates.NONE);
        assertThat(chip.component("tile").instancesPerChip()).isEqualTo(168);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "memory={kind: ddr3, bandwidth: 17 GB/s, capacity: 8 GiB, gating: {wake-up: 1 us, parts: idle}} | memory.gating.parts=unused",
                "upkeep={leakage: 1 W, energy: 1 pJ} | upkeep.energy=null",
                "upkeep={leakage: 1 W, power: 1 W} | upkeep.power=null",
                "upkeep={leakage: 1 W, model: sar-puma} | upkeep.model=null",
            })
    void what_would_do_nothing_or_lose_what_it_holds_is_refused_with_what_would_do(String setting, String remedy) {
        assertThatThrownBy(() -> Given.chip("isaac-ce", setting))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("(" + remedy + ")");
        assertThat(Given.chip("isaac-ce", setting, remedy)).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "link.static={power: 1 W, while: busy}            | expected one of always, on, in-use",
                "link.static={while: on}                          | power",
                "link.gating={energy: 1 nJ}                       | wake-up",
                "link.gating={wake-up: 1 us, remainder: 150 %}    | remainder",
                "link.gating={wake-up: 1 us, parts: sleeping}     | expected one of unused, idle",
                "tile.buffer.refresh={every: 1 us, takes: 2 us}   | a longer time (every)",
            })
    void a_state_that_is_none_is_refused_where_it_stands(String setting, String told) {
        assertThatThrownBy(() -> Given.chip("isaac-ce", setting))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(told);
    }

    private Inventory chip(String... settings) throws Exception {
        Path file = Files.writeString(folder.resolve("rest.yaml"), CHIP);
        List<Setting> made = Arrays.stream(settings).map(Setting::parse).toList();
        return Inventory.of(Chips.load(file.toString(), made).spec());
    }

    private static ResolvedFigures pool(Inventory chip) {
        return chip.component("tile.pool").figures();
    }

    private static double gating(Inventory chip, String part) {
        return Objects.requireNonNull(chip.component(part).figures().states().gating())
                .energy();
    }

    private static double refresh(Inventory chip) {
        return Objects.requireNonNull(
                        chip.component("tile.buffer").figures().states().refresh())
                .price()
                .joules();
    }
}
