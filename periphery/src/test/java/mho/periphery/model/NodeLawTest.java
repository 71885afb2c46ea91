package mho.periphery.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NodeLawTest {
    private static final double[] NODES = {130e-9, 90e-9, 65e-9, 45e-9, 32e-9, 22e-9, 14e-9, 10e-9, 7e-9};

    private static double factor(NodeLaw law, double fromNm, double toNm) {
        return law.factor(fromNm * 1e-9, toNm * 1e-9);
    }

    /** Polynomials at nominal supply, by hand: 32 nm 0.8367 x 0.81 - 0.4341 x 0.9 + 0.1701 = 0.457137, and so on. */
    @ParameterizedTest
    @CsvSource({
        "45, 32, 0.530816", // 0.457137 / 0.8612
        "32, 20, 0.439301", // 0.200820 / 0.457137
        "32, 14, 0.210511", // 0.096222 / 0.457137
        "32, 7, 0.104602", // 0.047815 / 0.457137
        "14, 7, 0.496867"
    })
    void energyOfLogicIsTheRatioOfThePublishedPolynomials(double from, double to, double factor) {
        assertThat(factor(NodeLaw.LOGIC_ENERGY, from, to)).isCloseTo(factor, within(2e-4 * factor));
    }

    /** The paper prints ratios to two digits: 32 to 7 nm 0.13, 45 to 14 nm 0.17, 65 to 45 nm 0.66, 130 to 90 nm 0.44. */
    @ParameterizedTest
    @CsvSource({
        "32, 7, 0.13",
        "45, 14, 0.17",
        "65, 45, 0.66",
        "130, 90, 0.44",
        "32, 14, 0.38",
        "32, 45, 2.2",
        "14, 10, 0.59"
    })
    void areaOfLogicAgreesWithThePublishedTableToItsDigits(double from, double to, double printed) {
        assertThat(factor(NodeLaw.LOGIC_AREA, from, to)).isCloseTo(printed, within(0.04 * printed));
    }

    /** 22 nm lies between 32 and 20 nm: ln(32/22) / ln(32/20) = 0.79721 of the way, 7.8 (3.6 / 7.8)^0.79721 = 4.2112. */
    @Test
    void betweenTwoListedNodesALawIsStraightOnLogarithmicAxes() {
        assertThat(factor(NodeLaw.LOGIC_AREA, 32, 22)).isCloseTo(4.2112 / 7.8, within(1e-4));
    }

    @Test
    void cellsGoBySquaresRowsByLengthAndWiresByTheSquareOfTheSupply() {
        assertThat(factor(NodeLaw.CELLS, 32, 14)).isCloseTo(196.0 / 1024, within(1e-12));
        assertThat(factor(NodeLaw.ROW_LENGTH, 32, 14)).isCloseTo(14.0 / 32, within(1e-12));
        assertThat(factor(NodeLaw.WIRE_ENERGY, 32, 7)).isCloseTo(0.49 / 0.81, within(1e-12));
        assertThat(factor(NodeLaw.WIRE_PITCH, 32, 7)).isCloseTo(Math.sqrt(1 / 7.8), within(1e-12));
        assertThat(factor(NodeLaw.LOGIC_LEAKAGE, 32, 7)).isCloseTo(Math.sqrt(1 / 7.8) * 0.7 / 0.9, within(1e-12));
    }

    @Test
    void memoriesGoByTheirPublishedCells() {
        assertThat(factor(NodeLaw.SRAM_CELL, 45, 22)).isCloseTo(0.092 / 0.346, within(1e-12));
        assertThat(factor(NodeLaw.EDRAM_CELL, 32, 14)).isCloseTo(0.0174 / 0.039, within(1e-12));
        assertThat(factor(NodeLaw.EDRAM_CELL, 14, 7)).isEqualTo(1);
    }

    /** (14 / 32)^1.88003692 = 0.21136; with it (14 / 32)^0.99327947 x 0.21136^0.29912426 = 0.27637. */
    @Test
    void convertersGoByTheSurvey() {
        assertThat(factor(NodeLaw.CONVERTER_ENERGY, 32, 14)).isCloseTo(0.21136, within(1e-4));
        assertThat(factor(NodeLaw.CONVERTER_AREA, 32, 14)).isCloseTo(0.27637, within(1e-4));
    }

    @ParameterizedTest
    @EnumSource(NodeLaw.class)
    void byWayOfAnyThirdNodeAFigureComesToTheSameAndSmallerNodesNeverCostMore(NodeLaw law) {
        for (double from : NODES) {
            assertThat(law.factor(from, from)).isEqualTo(1);
            for (double to : NODES) {
                if (law.outside(from, to) != null) {
                    continue;
                }
                if (to < from) {
                    assertThat(law.factor(from, to)).isLessThanOrEqualTo(1);
                }
                double via = law.factor(from, 28e-9) * law.factor(28e-9, to);
                assertThat(via).isCloseTo(law.factor(from, to), within(1e-9 * via));
            }
        }
    }

    @Test
    void beyondItsReachALawSaysHowFarItReaches() {
        assertThat(NodeLaw.LOGIC_AREA.outside(32e-9, 5e-9)).contains("reaches from 7 nm to 180 nm, and not to 5 nm");
        assertThat(NodeLaw.EDRAM_CELL.outside(90e-9, 32e-9)).contains("65 nm, and not to 90 nm");
        assertThat(NodeLaw.LOGIC_AREA.outside(32e-9, 7e-9)).isNull();
        assertThat(NodeLaw.NONE.outside(1e-3, 1e-12)).isNull();
    }
}
