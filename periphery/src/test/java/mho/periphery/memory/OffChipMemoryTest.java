package mho.periphery.memory;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OffChipMemoryTest {

    @ParameterizedTest(name = "{0}: {1} pJ a bit")
    @CsvSource({"ddr3, 70", "lpddr4, 8", "hbm2, 3.9"})
    void a_byte_costs_eight_times_what_is_published_for_a_bit_of_its_kind(String kind, double picojoules) {
        ResolvedFigures figures = memory(kind, "").figures(AT_32_NM);
        assertThat(figures.energyJ()).isCloseTo(8 * picojoules * 1e-12, within(1e-22));
        assertThat(figures.areaM2()).isZero();
        assertThat(figures.leakageStated()).isFalse();
        assertThat(figures.source()).contains("Accelergy CACTI plug-in");
    }

    @Test
    void what_a_file_states_stands_over_what_is_published() {
        ResolvedFigures figures =
                memory("ddr3", ", energy: 100 pJ, leakage: 250 mW").figures(AT_32_NM);
        assertThat(figures.energyJ()).isEqualTo(100e-12);
        assertThat(figures.leakageW()).isEqualTo(0.25);
        // a power is that of a channel without a pause: 1 W over 17 GB/s
        assertThat(memory("ddr3", ", power: 1 W").figures(AT_32_NM).energyJ()).isCloseTo(1 / 17e9, within(1e-18));
    }

    @Test
    void a_tile_of_weights_of_a_published_chip_is_fetched_in_the_published_time() {
        // Jouppi et al. 2017: 256 x 256 bytes over 34 GB/s, 1349.3 cycles of 700 MHz.
        OffChipMemory half = memory("ddr3", "");
        assertThat(half.channels()).isEqualTo(2);
        assertThat(half.busySeconds(256 * 256 / 2.0) * 700e6).isCloseTo(1349.3, within(0.1));
        assertThat(half.latencySeconds()).isZero();
    }

    @Test
    void refresh_takes_its_share_of_the_time_from_the_channel() {
        // 8192 rows in 64 ms, 390.625 ns each: 5 % of the time.
        OffChipMemory memory = memory("lpddr4", ", refresh: {every: 64 ms, rows: 8192, takes: 390.625 ns}");
        assertThat(memory.bytesPerSecond()).isCloseTo(0.95 * 17e9, within(1.0));
        assertThat(memory.busySeconds(17e9)).isCloseTo(1 / 0.95, within(1e-12));
    }

    @Test
    void a_memory_that_does_nothing_but_refresh_is_refused_with_what_would_do() {
        assertThatThrownBy(() -> memory("hbm2", ", refresh: {every: 1 ms, rows: 1000, takes: 1 us}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("refresh")
                .hasMessageContaining("fewer rows");
    }

    @Test
    void its_kind_is_never_guessed() {
        assertThatThrownBy(() -> part(OffChipMemory.class, "{bandwidth: 1 GB/s, capacity: 1 GiB}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("one of ddr3, hbm2, lpddr4");
    }

    private static OffChipMemory memory(String kind, String more) {
        return part(
                OffChipMemory.class,
                "{kind: " + kind + ", channels: 2, bandwidth: 17 GB/s, capacity: 8 GiB" + more + "}");
    }
}
