package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.RunFigures;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.FunctionUnits;
import mho.arch.chip.Tile;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.workloads.network.Network;
import mho.workloads.network.ScalarOperation;
import org.junit.jupiter.api.Test;

/**
 * Units with round figures: {@code vfu} has 4 lanes at 1 GHz, a lane's cycle takes 0.5 pJ, exp 8 cycles and 6 pJ, divide 16 cycles; a
 * {@code sfu} of 2 lanes at 500 MHz does gates.
 */
final class FunctionUnitsTest {
    private static final String VFU = "vfu: {lanes: 4, clock: 1 GHz, latency-cycles: 3, energy: 0.5 pJ, area: 100 um2,"
            + " operations: {add: {}, multiply: {}, compare: {}, exp: {cycles: 8, energy: 6 pJ}, divide: {cycles: 16}}}";
    private static final String SFU = "sfu: {lanes: 2, clock: 500 MHz, energy: 2 pJ, area: 100 um2,"
            + " operations: [sigmoid, tanh, square-root, multiply-accumulate]}";
    private static final ChipSpec CHIP = Given.chip("isaac-ce", "tile.units={" + VFU + ", " + SFU + "}");

    private static RunResult run(String input, String layer) {
        return Given.run(CHIP, Given.network(input, layer));
    }

    /** Seconds that an input keeps all resources of a name busy. */
    private static double busy(RunResult run, String part) {
        Model model = run.program().model();
        long ticks = IntStream.range(0, model.resources())
                .filter(r -> model.resourceName(r).endsWith("]." + part))
                .mapToLong(r -> run.timeline().busy(r))
                .sum();
        return (double) ticks / Clock.TICKS_PER_SECOND;
    }

    private static String counts(RunResult run, String unit) {
        Map<String, Double> counts = new TreeMap<>();
        for (ScalarOperation operation : ScalarOperation.values()) {
            double count = run.perImage(1, FunctionUnits.action(unit, operation));
            if (count > 0) {
                counts.put(operation.label(), count);
            }
        }
        return counts.toString();
    }

    private static double joules(RunResult run, String unit) {
        return run.inventory().component(FunctionUnits.part(unit)).actions().stream()
                .mapToDouble(action ->
                        run.perImage(1, action) * run.inventory().price(action).joules())
                .sum();
    }

    private static double unnamed(RunResult run) {
        return run.perImage(1, Tile.ADD) + run.perImage(1, Tile.COMPARE) + run.perImage(1, Tile.ACTIVATE);
    }

    @Test
    void softmax_of_ten_is_nine_compares_nineteen_adds_ten_exps_a_quotient_and_ten_products() {
        RunResult run = run("10, 1, 1", "softmax: {}");
        assertThat(counts(run, "vfu")).isEqualTo("{add=19.0, compare=9.0, divide=1.0, exp=10.0, multiply=10.0}");
        assertThat(unnamed(run)).isZero();
        // rounds of four lanes: 5 of adds, 3 of products, 3 of compares, 3 of 8 cycles, 1 of 16
        assertThat(busy(run, "units.vfu")).isCloseTo((5 + 3 + 3 + 3 * 8 + 16) * 1e-9, within(1e-15));
        // a quotient takes the energy of its cycles, an exp its own
        assertThat(joules(run, "vfu")).isCloseTo((19 + 10 + 9 + 16) * 0.5e-12 + 10 * 6e-12, within(1e-20));
    }

    @Test
    void layer_norm_of_ten_is_sums_products_and_a_root() {
        RunResult run = run("10, 1, 1", "layer-norm: {}");
        assertThat(counts(run, "vfu")).isEqualTo("{add=19.0, multiply=12.0}");
        assertThat(counts(run, "sfu")).isEqualTo("{multiply-accumulate=20.0, square-root=1.0}");
        assertThat(unnamed(run)).isZero();
        assertThat(busy(run, "units.vfu")).isCloseTo((5 + 3) * 1e-9, within(1e-15));
        assertThat(busy(run, "units.sfu")).isCloseTo((10 + 1) * 2e-9, within(1e-15));
        assertThat(joules(run, "sfu")).isCloseTo(21 * 2e-12, within(1e-20));
    }

    /** 5 cells, 3 steps: i g and o tanh c are products, f c is added to i g; three gates are sigmoids, g and c go through tanh. */
    @Test
    void gates_of_an_lstm_are_sigmoids_tanhs_and_products_step_by_step() {
        RunResult run = run("7, 1, 3", "lstm: {hidden: 5}");
        assertThat(counts(run, "vfu")).isEqualTo("{multiply=30.0}");
        assertThat(counts(run, "sfu")).isEqualTo("{multiply-accumulate=15.0, sigmoid=45.0, tanh=30.0}");
        assertThat(busy(run, "units.vfu")).isCloseTo(3 * 3 * 1e-9, within(1e-15));
        assertThat(busy(run, "units.sfu")).isCloseTo(3 * (3 + 8 + 5) * 2e-9, within(1e-15));
    }

    /** PUMA's vector unit: 256 sums of two row blocks keep 4 lanes for 64 ns, at 1.9 mW. */
    @Test
    void sums_of_two_row_blocks_are_added_by_the_unit_that_adds() {
        ChipSpec puma = Given.chip(
                "hermes-64-4phase",
                "tile.units={vfu: {lanes: 4, clock: 1 GHz, power: 1.9 mW, area: 4000 um2, operations: [add, relu]}}");
        RunResult run = Given.run(puma, Given.network("512, 1, 1", "dense: {out: 256, bias: false}"));
        assertThat(counts(run, "vfu")).isEqualTo("{add=256.0}");
        assertThat(run.perImage(1, Tile.ADD)).isZero();
        assertThat(busy(run, "units.vfu")).isCloseTo(64e-9, within(1e-15));
        assertThat(joules(run, "vfu")).isCloseTo(64e-9 * 1.9e-3, within(1e-20));
    }

    @Test
    void products_of_activations_are_multiply_accumulates() {
        Network attention = Given.network("6, 1, 4", "matmul: {transposed: true, from: [input, input]}");
        RunResult run = Given.run(CHIP, attention);
        assertThat(counts(run, "sfu")).isEqualTo("{multiply-accumulate=96.0}");
    }

    @Test
    void what_no_unit_lists_goes_where_it_went_without_units() {
        String only =
                "tile.units={vfu: {lanes: 4, clock: 1 GHz, energy: 1 pJ, area: 100 um2, operations: [log, divide]}}";
        Network network = Given.network(
                "3, 6, 6",
                "conv: {out: 20, kernel: 3, activation: relu}",
                "pool: {kernel: 2}",
                "dense: {out: 30, activation: sigmoid}",
                "layer-norm: {}");
        Map<String, Double> with = RunFigures.ofRun(Given.run(Given.chip("isaac-ce", only), network, 2));
        assertThat(with).isEqualTo(RunFigures.ofRun(Given.run(Given.chip("isaac-ce"), network, 2)));
    }

    /** A unit is one resource of its tile: all windows and all inputs wait for it. */
    @Test
    void a_slow_unit_limits_all_that_need_it() {
        String slow =
                "tile.units={vfu: {lanes: %d, clock: 2 MHz, energy: 1 pJ, area: 100 um2, operations: [add, multiply]}}";
        Network network = Given.network("6, 8, 8", "pool: {kernel: 2, kind: average}");
        RunResult four = Given.run(Given.chip("isaac-ce", slow.formatted(4)), network, 10);
        RunResult two = Given.run(Given.chip("isaac-ce", slow.formatted(2)), network, 10);
        // 16 windows of 18 adds and 6 products: 5 and 2 rounds of four lanes, 9 and 3 of two
        double each = 16 * (5 + 2) * 0.5e-6;
        assertThat(busy(four, "units.vfu")).isCloseTo(10 * each, within(1e-12));
        assertThat(interval(four)).isCloseTo(each, within(0.04 * each));
        assertThat(interval(two)).isCloseTo(16 * (9 + 3) * 0.5e-6, within(0.06 * each));
        RunInvariants.hold(four, "a slow unit");
    }

    /** In the middle: behind the last input nothing waits. */
    private static double interval(RunResult run) {
        return (run.timeline().finish(7) - run.timeline().finish(3)) / 4e15;
    }

    @Test
    void a_list_with_names_says_the_same_as_a_mapping() {
        ChipSpec listed = Given.chip(
                "isaac-ce",
                "tile.units=[{name: vfu, " + VFU.substring("vfu: {".length()) + ", {name: sfu, "
                        + SFU.substring("sfu: {".length()) + "]");
        assertThat(listed.timingView()).isEqualTo(CHIP.timingView());
        assertThat(RunFigures.ofChip(listed)).isEqualTo(RunFigures.ofChip(CHIP));
    }

    /** Its energy in a lane's cycle is that of its dearest operation: 6 pJ in 8 cycles is more than 0.5 pJ in one. */
    @Test
    void peak_power_is_that_of_the_dearest_operation() {
        var unit = run("10, 1, 1", "softmax: {}").inventory().component("tile.units.vfu");
        assertThat(unit.peakPowerW()).isCloseTo(4 * 1e9 * 6e-12 / 8, within(1e-9));
        assertThat(unit.instancesPerChip()).isEqualTo(168);
    }
}
