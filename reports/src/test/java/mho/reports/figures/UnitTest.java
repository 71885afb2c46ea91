package mho.reports.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UnitTest {
    @Test
    void aTerminalReadsEveryMetricInItsUnit() {
        assertThat(RunFigures.metric("edp_js").unit().text(1.2929e-10)).isEqualTo("129.3 pJ s");
        assertThat(RunFigures.metric("accuracy").unit().text(0.845)).isEqualTo("84.5 %");
        assertThat(RunFigures.metric("ops_per_s_per_m2").unit().text(1.81e17)).isEqualTo("181.0 GOP/s/mm2");
        assertThat(RunFigures.metric("ops_per_j").unit().text(1e12)).isEqualTo("1 TOP/s/W");
        assertThat(RunFigures.metric("chips").unit().text(3)).isEqualTo("3");
        assertThat(RunFigures.metric("life_used").unit().text(1e-5)).isEqualTo("1.00e-05");
    }

    @Test
    void outputsThatDoNotDeviateAreExact() {
        assertThat(Unit.DECIBEL.text(Double.POSITIVE_INFINITY)).isEqualTo("exact");
        assertThat(Unit.DECIBEL.onPage(Double.POSITIVE_INFINITY)).isEqualTo("exact");
    }

    @Test
    void aPageHasThinSpacesInWholeNumbersAlone() {
        assertThat(Unit.COUNT.onPage(1234)).isEqualTo("1\u202f234");
        assertThat(Unit.COUNT.onPage(1234.0)).isEqualTo("1234");
    }
}
