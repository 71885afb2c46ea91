package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.element.Block;
import mho.arch.element.Component;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.workloads.task.Verb;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** At the bounds of what a chip file may state no product wraps: figures stay above zero and grow with what they count. */
final class LargestTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "isaac-ce|tile.core.arrays=8388607",
                "isaac-ce|mesh.concentration=2147483647",
                "isaac-ce|link.count=2147483647",
                "isaac-ce|tile.cores=268435455",
                "isaac-ce|tile.buffer.banks=65536 tile.buffer.size=1GiB",
                "isaac-ce|tiles=524288 chips=128",
                "isaac-ce|tile.pool.count=2147483647 tile.pool.values-per-cycle=2147483647",
                "isaac-ce|tile.mac-steps=2147483647"
            })
    void no_component_has_a_power_below_zero(String name, String settings) {
        ChipSpec chip = Given.chip(name, settings.split(" "));
        Inventory inventory = Inventory.of(chip);
        for (Component component : inventory.components()) {
            assertThat(component.instancesPerChip())
                    .as(component.path())
                    .isPositive()
                    .isFinite();
            assertThat(component.chipPowerW())
                    .as(component.path())
                    .isNotNegative()
                    .isFinite();
            assertThat(component.chipPowerAtFullRateW())
                    .as(component.path())
                    .isNotNegative()
                    .isFinite();
        }
        assertThat(chip.peakOpsPerSecond()).isPositive().isFinite();
        assertThat(chip.storageBytes()).isPositive().isFinite();
        ElementTiming timing = chip.timingView().onlyKind().element();
        for (int columns = 1; columns <= chip.arrayColumns(); columns++) {
            Service multiply = timing.service(Verb.MULTIPLY, new Block(1, columns, 1));
            assertThat(multiply.occupancyCycles()).isPositive();
            assertThat(multiply.latencyCycles()).isPositive();
        }
    }
}
