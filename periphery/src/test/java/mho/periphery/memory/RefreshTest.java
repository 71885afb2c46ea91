package mho.periphery.memory;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import mho.core.cost.PowerStates;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;

/** Memories whose charge does not stay. */
class RefreshTest {
    @Test
    void the_port_of_a_bank_is_slower_by_the_share_of_its_refreshes() {
        // 256 rows of 10 ns in 40 us: 6.4 % of the time.
        Buffer buffer = buffer("refresh: {every: 40 us, rows: 256, takes: 10 ns}");
        assertThat(buffer.accessesPerBank()).isCloseTo(936e6, within(1e-3));
        assertThat(buffer.accessesPerSecond()).isCloseTo(2 * 936e6, within(1e-3));
        assertThat(buffer("latency-cycles: 1").accessesPerBank()).isEqualTo(1e9);
    }

    @Test
    void its_energy_is_that_of_all_rows_once_in_the_time_that_is_stated() {
        Buffer buffer = buffer("leakage: 1 mW, refresh: {every: 40 us, energy: 8 nJ}");
        PowerStates.Refreshing refresh =
                Objects.requireNonNull(buffer.read(AT_32_NM).states().refresh());
        assertThat(refresh.powerW()).isCloseTo(8e-9 / 40e-6, within(1e-15));
        assertThat(buffer.read(AT_32_NM).leakageW()).isEqualTo(1e-3);
        assertThat(buffer.accessesPerBank()).isEqualTo(1e9);
        OffChipMemory memory = part(
                OffChipMemory.class,
                "{kind: ddr3, bandwidth: 17 GB/s, capacity: 8 GiB, refresh: {every: 64 ms, rows: 8192, takes: 350 ns, energy: 3 mJ}}");
        PowerStates.Refreshing rows =
                Objects.requireNonNull(memory.figures(AT_32_NM).states().refresh());
        assertThat(rows.powerW()).isCloseTo(3 / 64.0, within(1e-12));
    }

    @Test
    void one_that_takes_all_the_time_is_refused_where_it_stands() {
        assertThatThrownBy(() -> buffer("refresh: {every: 1 us, rows: 100, takes: 10 ns}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("refresh")
                .hasMessageContaining("a longer time (every)");
    }

    private static Buffer buffer(String more) {
        return part(
                Buffer.class,
                "{kind: edram, size: 64 KiB, banks: 2, width: 256 bit, clock: 1 GHz, energy: 20 pJ, area: 1 mm2, "
                        + more + "}");
    }
}
