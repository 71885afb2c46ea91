package mho.reports.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
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
        double total = report.totals().energy().totalJ();
        Offset<Double> rounding = within(1e-12 * total);

        assertThat(total).isPositive();
        assertThat(report.layers().stream()
                        .mapToDouble(layer -> layer.energy().totalJ())
                        .sum())
                .isCloseTo(total, rounding);
        assertThat(report.components().stream()
                        .mapToDouble(ComponentRow::energyJ)
                        .sum())
                .isCloseTo(total, rounding);
        assertThat(report.entries().stream().mapToDouble(Report.Entry::energyJ).sum())
                .isCloseTo(total, rounding);
        for (LayerRow layer : report.layers()) {
            assertThat(layer.energy().byComponentJ().values().stream()
                            .mapToDouble(e -> e)
                            .sum())
                    .as(layer.name())
                    .isCloseTo(layer.energy().totalJ(), rounding);
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
            assertThat(layer.energy().totalJ()).as(layer.name()).isPositive();
            if (!layer.isStatic()) {
                LayerRow.Times times = Objects.requireNonNull(layer.times());
                LayerRow.Use use = Objects.requireNonNull(layer.use());
                assertThat(times.latencyS()).as(layer.name()).isPositive();
                assertThat(times.intervalS())
                        .as(layer.name())
                        .isEqualTo(report.totals().times().intervalS())
                        .isGreaterThanOrEqualTo(times.leastIntervalS() == null ? 0 : times.leastIntervalS());
                assertThat(use.utilization()).as(layer.name()).isBetween(0.0, 1.0);
                assertThat(use.bottleneckUtilization()).as(layer.name()).isBetween(0.0, 1.0);
            }
        }
        assertThat(report.totals().limit().utilization()).isBetween(0.0, 1.0);
        assertThat(report.totals().rates().utilization()).isBetween(0.0, 1.0);
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
            assertThat(first.finishS() - first.startS())
                    .isCloseTo(Objects.requireNonNull(layer.times()).latencyS(), within(1e-15));
            last = Math.max(last, first.finishS());
        }
        assertThat(last).isEqualTo(report.totals().times().latencyS());
    }

    @ParameterizedTest
    @CsvSource({"isaac-ce, lenet5, 2", "analog-256, lenet5, 1", "hermes-64-1phase, mlp, 1"})
    void noMoreBytesMoveThanBuffersAndNetworkCarry(String chip, String network, int bytesPerValue) {
        Report report = ExampleReports.report(chip, network, 3);
        double time =
                report.totals().times().intervalS() * report.totals().inUse().chips();

        assertThat(report.layers().stream()
                        .mapToDouble(layer -> moved(layer).buffer())
                        .sum())
                .isLessThanOrEqualTo(Objects.requireNonNull(report.chip().peak().bufferBytesPerS()) * time);
        assertThat(report.layers().stream()
                        .mapToDouble(layer -> moved(layer).network())
                        .sum())
                .isPositive()
                .isLessThanOrEqualTo(Objects.requireNonNull(report.chip().peak().networkBytesPerS()) * time);
        // the last layer has ten outputs, and those are written
        LayerRow last = report.layers().stream()
                .filter(layer -> !layer.isStatic())
                .reduce((a, b) -> b)
                .orElseThrow();
        assertThat(moved(last).buffer()).isGreaterThanOrEqualTo(10 * bytesPerValue);
    }

    private static LayerRow.Bytes moved(LayerRow layer) {
        return Objects.requireNonNull(layer.bytes());
    }

    @Test
    void leakageGrowsWithTheInterval() {
        Totals totals = ExampleReports.report("isaac-ce", "lenet5", 2).totals();

        assertThat(totals.energy().leakageJ())
                .isCloseTo(10.4 * totals.inUse().chips() * totals.times().intervalS(), within(1e-12));
    }

    @Test
    void ratesOfOneInputAreThoseOfItsLatencyAndSaySo() {
        Totals alone = ExampleReports.report("isaac-ce", "lenet5", 1).totals();
        Totals piped = ExampleReports.report("isaac-ce", "lenet5", 2).totals();

        assertThat(alone.times().ratePer()).isEqualTo("latency");
        assertThat(alone.times().intervalS()).isEqualTo(alone.times().latencyS());
        assertThat(piped.times().ratePer()).isEqualTo("interval");
        assertThat(piped.times().intervalS()).isLessThan(piped.times().latencyS());
        assertThat(piped.times().latencyS()).isEqualTo(alone.times().latencyS());
        assertThat(piped.rates().opsPerS())
                .isEqualTo(piped.ops() / piped.times().intervalS());
    }

    @ParameterizedTest
    @CsvSource({"isaac-ce, lenet5", "analog-256, lenet5", "analog-256, alexnet", "hermes-64-1phase, prime-mlp-l"})
    void powerIsEnergyOverIntervalAndBelowThePeak(String chip, String network) {
        Report report = ExampleReports.report(chip, network, 2);
        Totals totals = report.totals();

        assertThat(totals.energy().powerW())
                .isCloseTo(
                        totals.energy().totalJ() / totals.times().intervalS(),
                        within(1e-12 * totals.energy().powerW()));
        assertThat(report.components().stream()
                        .mapToDouble(ComponentRow::powerW)
                        .sum())
                .isCloseTo(
                        totals.energy().powerW(), within(1e-9 * totals.energy().powerW()));
        assertThat(totals.energy().powerW())
                .isLessThan(totals.inUse().chips() * report.chip().peak().powerW());
    }

    /** 404 GOP/s/W beside runs of 2,272 where every bank of every buffer was charged at every cycle. */
    @ParameterizedTest
    @CsvSource({"isaac-ce, vgg-1", "analog-256, lenet5", "analog-256, alexnet", "hermes-64-1phase, prime-mlp-l"})
    void noRunIsMoreEfficientThanThePeakOfItsChip(String chip, String network) {
        ChipSheet sheet = ChipSheet.of(Chips.load(chip, List.of()));

        assertThat(ExampleReports.report(chip, network, 2).totals().rates().opsPerJ())
                .isLessThan(sheet.peak().opsPerSPerW());
    }

    @Test
    void operationsAreThoseOfTheNetwork() {
        Report report = ExampleReports.report("isaac-ce", "lenet5", 1);

        assertThat(report.totals().ops()).isEqualTo(2 * 416_520L);
        assertThat(report.layers().stream()
                        .mapToLong(layer -> layer.work().ops())
                        .sum())
                .isEqualTo(report.totals().ops());
    }

    @Test
    void whatLimitsTheChipFollowsWhatIsMadeScarce() {
        Bottleneck starved = ExampleReports.report(
                        "isaac-ce", "lenet5", 2, "tile.bus.width=1 bit", "tile.bus.clock=10 MHz")
                .totals()
                .limit();

        assertThat(starved.resource()).contains("bus");
    }
}
