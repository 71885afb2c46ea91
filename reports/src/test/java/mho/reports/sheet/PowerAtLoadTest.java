package mho.reports.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import mho.arch.chip.Chips;
import mho.core.yaml.Setting;
import mho.reports.form.chip.SheetTable;
import mho.reports.medium.Terminal;
import org.junit.jupiter.api.Test;

/** What a chip draws at rest, at a tenth of its rate and at that. */
class PowerAtLoadTest {
    @Test
    void isaac_draws_its_links_at_rest_and_a_tenth_of_the_way_to_full_rate_at_a_tenth_of_the_load() {
        List<PowerAtLoad> loads = loads("isaac-ce");
        assertThat(loads).extracting(PowerAtLoad::load).containsExactly(0.0, 0.1, 1.0);
        assertThat(loads).extracting(PowerAtLoad::staticW).allSatisfy(w -> assertThat(w)
                .isCloseTo(10.4, within(1e-9)));
        double full = sheet("isaac-ce").peak().powerAtFullRateW();
        assertThat(loads.get(0).powerW()).isCloseTo(10.4, within(1e-9));
        assertThat(loads.get(1).powerW()).isCloseTo(10.4 + (full - 10.4) / 10, within(1e-9));
        assertThat(loads.get(2).powerW()).isCloseTo(full, within(1e-9));
        assertThat(loads.get(2).ofFullRate()).isEqualTo(1);
    }

    @Test
    void what_is_drawn_while_there_is_work_grows_with_the_load_and_what_sleeps_is_off_at_rest() {
        List<PowerAtLoad> busy = loads("isaac-ce", "upkeep={leakage: 28 W, static: {power: 12 W, while: on}}");
        assertThat(busy).extracting(PowerAtLoad::staticW).satisfies(watts -> {
            assertThat(watts.get(0)).isCloseTo(38.4, within(1e-9));
            assertThat(watts.get(1)).isCloseTo(39.6, within(1e-9));
            assertThat(watts.get(2)).isCloseTo(50.4, within(1e-9));
        });
        List<PowerAtLoad> gated = loads("isaac-ce", "link.gating={wake-up: 1 us, remainder: 10 %, parts: idle}");
        assertThat(gated.get(0).powerW()).isCloseTo(1.04, within(1e-9));
        assertThat(gated.get(2).powerW()).isCloseTo(loads("isaac-ce").get(2).powerW(), within(1e-9));
    }

    @Test
    void show_prints_a_line_for_each() {
        assertThat(SheetTable.of(sheet("isaac-ce"), Terminal.ofLauncher()))
                .contains("power by load", "        idle  10.4 W   10.4 W", "   full rate  10.4 W  65.81 W");
    }

    private static ChipSheet sheet(String chip, String... settings) {
        return ChipSheet.of(
                Chips.load(chip, Arrays.stream(settings).map(Setting::parse).toList()));
    }

    private static List<PowerAtLoad> loads(String chip, String... settings) {
        return sheet(chip, settings).peak().byLoad();
    }
}
