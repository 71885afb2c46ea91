package mho.periphery.array;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;

class ArrayTest {

    @Test
    void isaacsArraySpends30PicojoulesARead() {
        Array array = part(
                Array.class,
                "{rows: 128, columns: 128, cell: {bits: 2}, read-time: 100 ns, power: 0.3 mW, area: 25 um2}");
        ResolvedFigures figures = array.figures(AT_32_NM, 100e-9, 100e-9);
        assertThat(figures.energyJ() * array.cells()).isCloseTo(30e-12, within(1e-20));
        assertThat(figures.energyJ()).isCloseTo(1.83e-15, within(0.005e-15));
        assertThat(array.figures(AT_32_NM, 200e-9, 200e-9).energyJ() * array.cells())
                .isCloseTo(60e-12, within(1e-20));
    }

    @Test
    void aCellDissipatesItsConductanceTimesTheVoltageSquaredTimesItsTime() {
        // A 5 uS cell at 0.2 V for 100 ns: 20 fJ.
        Array array = part(
                Array.class,
                """
                {rows: 4, columns: 4, cell: {mean-conductance: 5 uS, read-voltage: 0.2 V}, input-activity: 1, area: 1 um2}
                """);
        ResolvedFigures figures = array.figures(AT_32_NM, 129e-9, 100e-9);
        assertThat(figures.energyJ()).isCloseTo(20e-15, within(1e-22));
        assertThat(figures.source()).contains("model ohmic");
    }

    @Test
    void theMeanInputIsHalfOfFullScaleUnlessStated() {
        String cell = "rows: 4, columns: 4, cell: {mean-conductance: 5 uS, read-voltage: 0.2 V}, area: 1 um2";
        Array half = part(Array.class, "{" + cell + "}");
        assertThat(half.figures(AT_32_NM, 1e-7, 1e-7).energyJ()).isCloseTo(10e-15, within(1e-22));
        Array quarter = part(Array.class, "{" + cell + ", input-activity: 0.25}");
        assertThat(quarter.figures(AT_32_NM, 1e-7, 1e-7).energyJ()).isCloseTo(5e-15, within(1e-22));
    }

    @Test
    void withoutAMeanTheConductanceIsHalfWayBetweenOnAndOff() {
        Array array = part(
                Array.class,
                """
                {rows: 4, columns: 4, cell: {on-conductance: 9 uS, off-conductance: 1 uS, read-voltage: 0.2 V}, input-activity: 1,
                area: 1 um2}
                """);
        assertThat(array.figures(AT_32_NM, 1e-7, 1e-7).energyJ()).isCloseTo(20e-15, within(1e-22));
    }

    @Test
    void aStatedEnergyIsOneCellsInOnePhase() {
        Array array = part(
                Array.class,
                """
                {rows: 4, columns: 4, cell: {mean-conductance: 5 uS, read-voltage: 0.2 V}, energy: 2 fJ, area: 1 um2}
                """);
        assertThat(array.figures(AT_32_NM, 1e-7, 1e-7).energyJ()).isEqualTo(2e-15);
    }

    @Test
    void anArrayThatSaysNothingOfItsEnergyIsRefused() {
        Array array = part(Array.class, "{rows: 4, columns: 4, cell: {mean-conductance: 5 uS}, area: 1 um2}");
        assertThatThrownBy(() -> array.figures(AT_32_NM, 1e-7, 1e-7))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("part: no figure for energy");
        Array named = part(Array.class, "{rows: 4, columns: 4, cell: {}, area: 1 um2, model: ohmic}");
        assertThatThrownBy(() -> named.figures(AT_32_NM, 1e-7, 1e-7))
                .hasMessageContaining("ohmic does not cover a cell without mean-conductance and read-voltage");
    }

    @Test
    void anActivityAboveOneIsRefusedAtItsPlace() {
        assertThatThrownBy(() -> part(Array.class, "{rows: 4, columns: 4, cell: {}, input-activity: 1.5}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("input-activity");
    }
}
