package mho.reports.form.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPathsTest {
    @ParameterizedTest
    @CsvSource({
        "tile.core.adc.bits chip, bits chip",
        "tile.core.adc.bits tile.core.array.cell.bits, adc.bits cell.bits",
        "tile.bus.width tile.buffer.width tile.buffer.size, bus.width buffer.width size",
        "power tile.power tile.core.power, power tile.power core.power",
        "abits tile.bits, abits bits",
        "tile.core.control.energy, control.energy"
    })
    void areAsShortAsTellsThemApart(String paths, String ends) {
        assertThat(ShortPaths.of(List.of(paths.split(" ")), List.of("energy"))).containsExactly(ends.split(" "));
    }
}
