package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import java.util.stream.Stream;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Inventory;
import mho.arch.element.Component;
import mho.periphery.memory.OffChipMemory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every memory beside a chip owes those who ask it, whatever its kind. */
final class OffChipMemoryContractTest {

    static Stream<ChipKind> kinds() {
        return ChipKind.of(OffChipMemory.class);
    }

    /** The example's 1 GB/s, of which refresh takes 4 x 100 ns in 10 us. */
    @ParameterizedTest
    @MethodSource("kinds")
    void more_bytes_take_longer_in_proportion_and_refresh_its_share(ChipKind kind) {
        OffChipMemory memory = Example.part(OffChipMemory.class, kind);
        assertThat(memory.busySeconds(0)).isZero();
        assertThat(memory.busySeconds(960e6)).isCloseTo(1, within(1e-12));
        assertThat(memory.busySeconds(2)).isCloseTo(2 * memory.busySeconds(1), within(1e-21));
        assertThat(memory.bytesPerSecond()).isCloseTo(960e6, within(1e-3));
        assertThat(memory.latencySeconds()).isEqualTo(50e-9);
        assertThat(memory.capacityBytes()).isEqualTo(1L << 30);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_chip_has_its_channels_each_with_its_price_and_time_sees_them_without(ChipKind kind) {
        ChipSpec chip = Example.of(kind).chip();
        Component part = Inventory.of(chip).component("memory");
        assertThat(part.instancesPerChip()).isEqualTo(2);
        assertThat(part.actions()).containsExactly(ChipSpec.MEMORY);
        assertThat(Inventory.of(chip).price(ChipSpec.MEMORY).joules()).isEqualTo(1e-12);
        OffChipMemory timed = Objects.requireNonNull(chip.timingView().fabric().memory());
        assertThat(timed).isNotEqualTo(chip.memory());
        assertThat(timed.busySeconds(1))
                .isEqualTo(Example.part(OffChipMemory.class, kind).busySeconds(1));
    }
}
