package mho.arch.roofline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RandomNetworks;
import mho.arch.chip.Roofline;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.core.engine.Clock;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole networks on reference machines: layers in turn, simulated, against the sum of their times. */
class RooflineRunTest {
    private static final double TICK = Clock.TICKS_PER_SECOND;

    private static RunResult run(Roofline machine, Network network) {
        return Run.run(machine, network, 2, Watcher.NONE);
    }

    private static double seconds(Roofline machine, Network network) {
        return RooflineCompiler.times(machine, network.folded()).stream()
                .mapToDouble(LayerTime::seconds)
                .sum();
    }

    private static double busyS(RunResult run) {
        return run.placement().pipeline().stages().stream()
                .mapToDouble(stage -> run.perImage(stage.id(), Roofline.BUSY))
                .sum();
    }

    static Stream<Network> random() {
        return LongStream.range(0, 30)
                .mapToObj(seed ->
                        seed % 3 == 2 ? RandomNetworks.sequence(seed, 40) : RandomNetworks.branching(seed, 6, 40));
    }

    static Stream<Network> everything() {
        return Stream.concat(random(), Zoo.names().stream().map(Zoo::load));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void a_batch_takes_the_sum_of_its_layers_and_an_input_its_share(Network network) {
        for (Roofline machine : List.of(
                GivenMachine.plain("mapping.batch=3", "overhead=1 us"),
                GivenMachine.shipped("haswell-2699v3"),
                GivenMachine.shipped("k80", "mapping.batch=64"))) {
            RunResult run = run(machine, network);
            double batch = seconds(machine, network);
            // a step is rounded up to a billionth of the longest, and a layer has three
            double rounding = 1e-7 * batch + 1e-14;
            assertThat(run.alone().finish(0) / TICK).isEqualTo(batch, within(rounding));
            assertThat(run.pace().steady()).isTrue();
            assertThat(run.pace().intervalTicks() / TICK).isEqualTo(batch, within(rounding));
            assertThat(busyS(run) * machine.batch()).isEqualTo(batch, within(rounding));
            assertThat(run.placement().batch()).isEqualTo(machine.batch());
            assertNothingIsBusierThanAlways(run);
        }
    }

    private static void assertNothingIsBusierThanAlways(RunResult run) {
        for (int r = 0; r < run.program().model().resources(); r++) {
            assertThat(run.timeline().busy(r)).isBetween(1L, run.timeline().end());
        }
    }

    @ParameterizedTest
    @MethodSource("random")
    void more_of_anything_is_never_slower(Network network) {
        double plain = seconds(GivenMachine.plain("overhead=10 ns"), network);
        for (String more : List.of(
                "peak.int8.rate=2 TOP/s",
                "memory.dram.bandwidth=20 GB/s",
                "memory.cache.bandwidth=200 GB/s",
                "memory.cache.capacity=40 kB",
                "memory.cache.capacity=400 MB",
                "efficiency.value=0.7",
                "overhead=5 ns")) {
            assertThat(seconds(GivenMachine.plain("overhead=10 ns", more), network))
                    .as(more)
                    .isLessThanOrEqualTo(plain);
        }
        for (int batch : new int[] {1, 8, 64}) {
            assertThat(seconds(GivenMachine.plain("mapping.batch=" + 2 * batch), network) / 2)
                    .as("an input's share of twice as many, without what no longer fits above")
                    .isLessThanOrEqualTo(seconds(
                            GivenMachine.plain("mapping.batch=" + batch, "memory.cache.capacity=1 B"), network));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"haswell-2699v3", "k80"})
    void an_input_costs_busy_power_times_its_time(String name) {
        Roofline machine = GivenMachine.shipped(name);
        RunResult run = run(machine, Zoo.load("lenet5"));
        double inputS = run.pace().intervalTicks() / TICK / machine.batch();
        double joules = busyS(run) * run.inventory().price(Roofline.BUSY).joules()
                + run.inventory().leakageW() * inputS;
        assertThat(joules).isEqualTo(machine.power().busy() * inputS, within(1e-9 * joules));
        assertThat(run.inventory().leakageW()).isEqualTo(machine.power().idle());
        assertThat(run.inventory().peakPowerW()).isEqualTo(machine.power().busy(), within(1e-9));
    }

    @Test
    void units_and_memory_work_side_by_side_and_layers_in_turn() {
        Roofline machine = GivenMachine.plain("mapping.batch=1", "memory.cache.capacity=1 kB");
        Network two = Given.network("256, 1, 1", "dense: {out: 256, bias: false}", "dense: {out: 256, bias: false}");
        RunResult run = run(machine, two);
        long layer = Math.round((65_536) / 10e9 * TICK);
        assertThat(run.alone().finish(1, 0)).isEqualTo(layer);
        assertThat(run.alone().start(2, 0)).isEqualTo(layer);
        assertThat(run.timeline().start(1, 1)).as("the next batch").isEqualTo(2 * layer);
        assertThat(run.program().model().resourceName(0)).isEqualTo("compute");
        assertThat(run.program().model().resourceName(1)).isEqualTo("dram");
    }
}
