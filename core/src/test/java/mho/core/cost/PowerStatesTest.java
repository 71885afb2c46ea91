package mho.core.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.Objects;
import mho.core.yaml.Binder;
import mho.core.yaml.Yaml;
import org.junit.jupiter.api.Test;

/** What a part draws at rest, by what its file states of it. */
class PowerStatesTest {
    @Test
    void a_static_power_that_is_always_drawn_is_leakage_beside_leakage() {
        ResolvedFigures alone = figures("static: {power: 12 W}");
        assertThat(alone.leakageW()).isEqualTo(12);
        assertThat(alone.leakageStated()).isTrue();
        ResolvedFigures both = figures("leakage: 28 W, static: {power: 12 W, while: always}, source: a table");
        assertThat(both.leakageW()).isEqualTo(40);
        assertThat(both.states()).isEqualTo(new PowerStates(0, 0, "direct: a table", null, null));
    }

    @Test
    void one_that_is_drawn_in_some_of_the_time_is_no_leakage() {
        ResolvedFigures on = figures("leakage: 28 W, static: {power: 12 W, while: on}");
        assertThat(on.leakageW()).isEqualTo(28);
        assertThat(on.states().onW()).isEqualTo(12);
        assertThat(on.restingW()).isEqualTo(28);
        assertThat(on.staticW()).isEqualTo(40);
        ResolvedFigures used = figures("static: {power: 3 W, while: in-use}");
        assertThat(used.leakageStated()).isFalse();
        assertThat(used.states().inUseW()).isEqualTo(3);
        assertThat(used.restingW()).isZero();
    }

    @Test
    void what_is_switched_off_between_uses_draws_its_remainder_at_rest() {
        ResolvedFigures idle = figures("leakage: 10 W, gating: {wake-up: 1 us, remainder: 5 %, parts: idle}");
        assertThat(idle.restingW()).isCloseTo(0.5, within(1e-12));
        assertThat(idle.staticW()).isEqualTo(10);
        ResolvedFigures unused = figures("leakage: 10 W, gating: {wake-up: 1 us, remainder: 5 %}");
        assertThat(unused.restingW()).isEqualTo(10);
    }

    @Test
    void refresh_is_drawn_all_the_time_that_the_part_is_on() {
        PowerStates.Refreshing renewed = new PowerStates.Refreshing(64e-3, new Price(6.4e-3, "a table"));
        assertThat(figures("leakage: 1 W").with(renewed).staticW()).isCloseTo(1.1, within(1e-12));
        assertThat(figures("leakage: 1 W").with(renewed).restingW()).isCloseTo(1.1, within(1e-12));
        ResolvedFigures gated = figures("leakage: 1 W, gating: {wake-up: 1 us, parts: idle}");
        assertThat(gated.with(renewed).restingW()).isZero();
        assertThat(gated.with(renewed).withEnergyJ(7).states().refresh()).isEqualTo(renewed);
    }

    @Test
    void whoever_set_a_figure_or_reasoned_for_it_is_told_with_it() {
        assertThat(figures("static: {power: 1 W, while: on, set-by: {power: set by --set}}")
                        .states()
                        .source())
                .isEqualTo("set by --set");
        assertThat(figures("static: {power: 1 W, while: on}, assumed: {static.power: half of all}")
                        .states()
                        .source())
                .isEqualTo("assumed: half of all");
        PowerStates gated = figures("gating: {wake-up: 1 us, energy: 2 nJ, set-by: {energy: set by --set}}")
                .states();
        assertThat(Objects.requireNonNull(gated.gating()).wakeUpPrice()).isEqualTo(new Price(2e-9, "set by --set"));
    }

    @Test
    void a_switch_of_its_own_stands_before_one_around_it() {
        Gating around = new Gating(1e-6, 2e-9, 0, Gating.Parts.UNUSED, null);
        assertThat(figures("leakage: 1 W").behind(around).states().gating()).isEqualTo(around);
        ResolvedFigures own = figures("leakage: 1 W, gating: {wake-up: 3 us}");
        assertThat(own.behind(around)).isEqualTo(own);
    }

    @Test
    void what_does_nothing_needs_neither_energy_nor_area() {
        Cost stated = Binder.bind(Yaml.parse("chip.yaml", "{leakage: 28 W}"), Cost.class);
        ResolvedFigures figures = stated.withoutDoing("it does nothing").resolve("upkeep", 1, () -> null);
        assertThat(figures.energyJ()).isZero();
        assertThat(figures.areaM2()).isZero();
        assertThat(figures.leakageW()).isEqualTo(28);
        assertThat(figures.sources())
                .isEqualTo(Map.of(
                        "energy",
                        "assumed: it does nothing",
                        "area",
                        "assumed: it does nothing",
                        "leakage",
                        "direct: chip file"));
    }

    private static ResolvedFigures figures(String stated) {
        return Binder.bind(Yaml.parse("chip.yaml", "{energy: 1 pJ, area: 1 um2, " + stated + "}"), Cost.class)
                .resolve("part", 1, () -> null);
    }
}
