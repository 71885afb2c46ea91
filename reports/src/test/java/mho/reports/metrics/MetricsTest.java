package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.arch.chip.Chips;
import mho.reports.sheet.ChipSheet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {
    @ParameterizedTest
    @CsvSource({
        "isaac-ce, lenet5, 2",
        "isaac-ce, prime-cnn-1, 4",
        "analog-256, lenet5, 3",
        "analog-256, prime-mlp-l, 1",
        "hermes-64-1phase, mlp, 2",
        "hermes-64-4phase, prime-cnn-2, 2",
    })
    void theBooksBalance(String chip, String network, int images) {
        expectBalanced(ExampleReports.report(chip, network, images));
    }

    @Test
    void theBooksBalanceWhereEnergyFollowsTheData() {
        expectBalanced(ExampleReports.withValues());
    }

    private static void expectBalanced(Report report) {
        double total = report.totals().energyJ();
        Offset<Double> rounding = within(1e-12 * total);

        assertThat(total).isPositive();
        assertThat(report.layers().stream().mapToDouble(LayerRow::energyJ).sum())
                .isCloseTo(total, rounding);
        assertThat(report.components().stream()
                        .mapToDouble(ComponentRow::energyJ)
                        .sum())
                .isCloseTo(total, rounding);
        assertThat(report.entries().stream().mapToDouble(Report.Entry::energyJ).sum())
                .isCloseTo(total, rounding);
        for (LayerRow layer : report.layers()) {
            assertThat(layer.energyByComponentJ().values().stream()
                            .mapToDouble(e -> e)
                            .sum())
                    .as(layer.name())
                    .isCloseTo(layer.energyJ(), rounding);
        }
        for (ComponentRow part : report.components()) {
            assertThat(part.actions().stream()
                            .mapToDouble(ComponentRow.ActionRow::energyJ)
                            .sum())
                    .as(part.name())
                    .isCloseTo(part.energyJ(), rounding);
        }
    }

    @ParameterizedTest
    @CsvSource({"isaac-ce, lenet5", "analog-256, lenet5", "hermes-64-1phase, prime-cnn-1"})
    void everyLayerTakesTimeAndEnergyAndNothingIsBusierThanAlways(String chip, String network) {
        Report report = ExampleReports.report(chip, network, 3);

        for (LayerRow layer : report.layers()) {
            assertThat(layer.energyJ()).as(layer.name()).isPositive();
            if (!layer.isStatic()) {
                assertThat(layer.latencyS()).as(layer.name()).isPositive();
                assertThat(layer.intervalS())
                        .as(layer.name())
                        .isEqualTo(report.totals().intervalS())
                        .isGreaterThanOrEqualTo(layer.leastIntervalS() == null ? 0 : layer.leastIntervalS());
                assertThat(layer.utilization()).as(layer.name()).isBetween(0.0, 1.0);
                assertThat(layer.bottleneckUtilization()).as(layer.name()).isBetween(0.0, 1.0);
            }
        }
        assertThat(report.totals().limit().utilization()).isBetween(0.0, 1.0);
        assertThat(report.totals().utilization()).isBetween(0.0, 1.0);
    }

    @Test
    void timesOfTheFirstFourInputsAreTold() {
        Report report = ExampleReports.report("isaac-ce", "lenet5", 6);
        double last = 0;
        for (LayerRow layer : report.layers()) {
            if (layer.isStatic()) {
                assertThat(layer.inputs()).isEmpty();
                continue;
            }
            assertThat(layer.inputs()).as(layer.name()).hasSize(4);
            LayerRow.Span first = layer.inputs().get(0);
            assertThat(first.finishS() - first.startS()).isCloseTo(layer.latencyS(), within(1e-15));
            last = Math.max(last, first.finishS());
        }
        assertThat(last).isEqualTo(report.totals().latencyS());
    }

    @ParameterizedTest
    @CsvSource({"isaac-ce, lenet5, 2", "analog-256, lenet5, 1", "hermes-64-1phase, mlp, 1"})
    void noMoreBytesMoveThanBuffersAndNetworkCarry(String chip, String network, int bytesPerValue) {
        Report report = ExampleReports.report(chip, network, 3);
        double time = report.totals().intervalS() * report.totals().chips();

        assertThat(report.layers().stream().mapToDouble(LayerRow::bufferBytes).sum())
                .isLessThanOrEqualTo(report.chip().bufferBytesPerS() * time);
        assertThat(report.layers().stream().mapToDouble(LayerRow::networkBytes).sum())
                .isPositive()
                .isLessThanOrEqualTo(report.chip().networkBytesPerS() * time);
        // the last layer has ten outputs, and those are written
        LayerRow last = report.layers().stream()
                .filter(layer -> !layer.isStatic())
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(last.bufferBytes()).isGreaterThanOrEqualTo(10 * bytesPerValue);
    }

    @Test
    void leakageGrowsWithTheInterval() {
        Totals totals = ExampleReports.report("isaac-ce", "lenet5", 2).totals();

        assertThat(totals.leakageJ()).isCloseTo(10.4 * totals.chips() * totals.intervalS(), within(1e-12));
    }

    @Test
    void ratesOfOneInputAreThoseOfItsLatencyAndSaySo() {
        Totals alone = ExampleReports.report("isaac-ce", "lenet5", 1).totals();
        Totals piped = ExampleReports.report("isaac-ce", "lenet5", 2).totals();

        assertThat(alone.ratePer()).isEqualTo("latency");
        assertThat(alone.intervalS()).isEqualTo(alone.latencyS());
        assertThat(piped.ratePer()).isEqualTo("interval");
        assertThat(piped.intervalS()).isLessThan(piped.latencyS());
        assertThat(piped.latencyS()).isEqualTo(alone.latencyS());
        assertThat(piped.opsPerS()).isEqualTo(piped.ops() / piped.intervalS());
    }

    @ParameterizedTest
    @CsvSource({"isaac-ce, lenet5", "analog-256, lenet5", "analog-256, alexnet", "hermes-64-1phase, prime-mlp-l"})
    void powerIsEnergyOverIntervalAndBelowThePeak(String chip, String network) {
        Report report = ExampleReports.report(chip, network, 2);
        Totals totals = report.totals();

        assertThat(totals.powerW()).isCloseTo(totals.energyJ() / totals.intervalS(), within(1e-12 * totals.powerW()));
        assertThat(report.components().stream()
                        .mapToDouble(ComponentRow::powerW)
                        .sum())
                .isCloseTo(totals.powerW(), within(1e-9 * totals.powerW()));
        assertThat(totals.powerW()).isLessThan(totals.chips() * report.chip().peakPowerW());
    }

    /** 404 GOP/s/W beside runs of 2,272 where every bank of every buffer was charged at every cycle. */
    @ParameterizedTest
    @CsvSource({"isaac-ce, vgg-1", "analog-256, lenet5", "analog-256, alexnet", "hermes-64-1phase, prime-mlp-l"})
    void noRunIsMoreEfficientThanThePeakOfItsChip(String chip, String network) {
        ChipSheet sheet = ChipSheet.of(Chips.load(chip, List.of()));

        assertThat(ExampleReports.report(chip, network, 2).totals().opsPerJ())
                .isLessThan(sheet.peak().opsPerSPerW());
    }

    @Test
    void operationsAreThoseOfTheNetwork() {
        Report report = ExampleReports.report("isaac-ce", "lenet5", 1);

        assertThat(report.totals().ops()).isEqualTo(2 * 416_520L);
        assertThat(report.layers().stream().mapToLong(LayerRow::ops).sum())
                .isEqualTo(report.totals().ops());
    }

    @Test
    void whatLimitsTheChipFollowsWhatIsMadeScarce() {
        Limit starved = ExampleReports.report("isaac-ce", "lenet5", 2, "tile.bus.width=1 bit", "tile.bus.clock=10 MHz")
                .totals()
                .limit();

        assertThat(starved.resource()).contains("bus");
    }
}
