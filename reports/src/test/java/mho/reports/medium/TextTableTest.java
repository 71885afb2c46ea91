package mho.reports.medium;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {
    private static final String LAYER = "features.block3.separable_conv_with_a_long_name.weight";

    private static TextTable table() {
        return new TextTable("llrrw", "layer", "kind", "energy", "busy", "why")
                .row(
                        LAYER,
                        "conv",
                        "12.34 nJ",
                        "99.4 %",
                        "it has more windows than any other and one copy of its weights")
                .row("fc", "dense", "1.2 nJ", "3.2 %", "")
                .leavesOut("kind", "busy");
    }

    @Test
    void standsAsItIsWhereNothingLimitsIt() {
        assertThat(table().on(Terminal.PLAIN))
                .contains(LAYER + "  conv   12.34 nJ  99.4 %  it has more windows than any other and one copy")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 75, 90, 110, 130})
    void fitsTheTerminal(int width) {
        assertThat(TerminalColour.shown(table().on(new Terminal(width, true))).lines())
                .allSatisfy(line -> assertThat(
                                line.replaceAll("\u001b\\[[0-9]*m", "").length())
                        .isLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 40, 80, 120})
    void figuresAreNeverCut(int width) {
        assertThat(table().on(new Terminal(width, false))).contains("12.34 nJ", "1.2 nJ");
    }

    @Test
    void longTextWrapsAndLongNamesLoseTheirMiddleBeforeColumnsGo() {
        String text = table().on(new Terminal(75, false));
        assertThat(text).contains("…_name.weight", "99.4 %", "conv").doesNotContain("Too narrow");
        assertThat(text.lines().count()).isGreaterThan(4);
    }

    @Test
    void whereNothingMoreCanBeLeftOutNamesAreCutOnceMore() {
        String text = new TextTable("llr", "run", "limited by", "energy")
                .row("runs/the-first-of-many-runs", "conv1.copy[0].tile[0].arrays", "12.34 nJ")
                .on(new Terminal(40, false));
        assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(40));
        assertThat(text).contains("…ny-runs", "….arrays", "12.34 nJ");
    }

    @Test
    void whatIsLeftOutIsNamed() {
        String text = table().on(new Terminal(57, false));
        assertThat(text).doesNotContain("conv ").contains("Too narrow for: kind");
    }

    @Test
    void columnsThatBelongTogetherGoTogether() {
        String text = new TextTable("lrrrr", "layer", "energy A", "B", "busy A", "B")
                .row("conv", "1 J", "2 J", "3 %", "4 %")
                .leavesOutTogether(List.of(3, 4))
                .on(new Terminal(24, false));
        assertThat(text).contains("1 J", "2 J", "Too narrow for: busy A,").doesNotContain("3 %", "4 %");
    }

    @Test
    void onlyATerminalThatTakesItIsColoured() {
        assertThat(TerminalColour.shown(table().on(new Terminal(200, true)))).contains("\u001b[1m");
        assertThat(table().on(new Terminal(200, false))).doesNotContain("\u001b");
    }

    @Test
    void programsGetTheCellsAsTheyAre() {
        assertThat(table().csv().lines())
                .containsExactly(
                        "layer,kind,energy,busy,why",
                        LAYER + ",conv,12.34 nJ,99.4 %,it has more windows than any other and one copy of its weights",
                        "fc,dense,1.2 nJ,3.2 %,");
    }

    @Test
    void barsFollowShares() {
        assertThat(TerminalText.bar(0)).isEmpty();
        assertThat(TerminalText.bar(0.5)).isEqualTo("█".repeat(12));
        assertThat(TerminalText.bar(1)).isEqualTo("█".repeat(24));
        assertThat(TerminalText.bar(1.0 / 192)).isEqualTo("▏");
    }

    @Test
    void percentagesHaveThreeDigitsHoweverSmall() {
        assertThat(TerminalText.percent(0.99444)).isEqualTo("99.4 %");
        assertThat(TerminalText.percent(0.99964)).isEqualTo("100 %");
        assertThat(TerminalText.percent(1.0)).isEqualTo("100 %");
        assertThat(TerminalText.percent(0.00012345)).isEqualTo("0.0123 %");
        assertThat(TerminalText.percent(1e-9)).isEqualTo("< 0.001 %");
        assertThat(TerminalText.percent(0.0)).isEqualTo("0 %");
        assertThat(TerminalText.percent(12.3456)).isEqualTo("1230 %");
    }
}
