package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.Twice;
import mho.arch.plan.Stage;
import mho.core.engine.Model;
import mho.workloads.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Contention is real: half of a resource slows the design that it limits, and no other. All designs are ISAAC tiles with two arrays,
 * everything around them ample, but for one resource that is too small.
 */
final class ContentionTest {
    private static final List<String> AMPLE = List.of(
            "chips=1",
            "tiles=16",
            "mapping.copies=one",
            "tile.cores=1",
            "tile.core.arrays=2",
            "tile.core.adc.count=2",
            "tile.bus.width=4096 bit",
            "tile.buffer.width=4096 bit",
            "tile.buffer.banks=8",
            "tile.buffer.clock=1 GHz",
            "tile.activation.count=16",
            "tile.pool.count=16",
            "tile.shift-add.count=16",
            "mesh.concentration=1",
            "mesh.columns=4",
            "mesh.router.flit=512 bit",
            "mesh.router.power=null",
            "mesh.router.energy=1 pJ",
            "mesh.router.area=0.1 mm2",
            "link.bandwidth=100 GB/s");

    /** Two convolutions of an array or two each, residual, and a pool: four tiles. */
    private static final Network NETWORK = Given.network(
            "8, 10, 10",
            "conv: {name: first, out: 16, kernel: 3, pad: 1, activation: sigmoid}",
            "conv: {name: second, out: 16, kernel: 3, pad: 1}",
            "add: {from: [second, first]}",
            "pool: {kernel: 2, stride: 1, pad: 1}");

    /**
     * A design.
     *
     * @param scarce the setting that makes it limited
     * @param halved the same resource, half of it
     * @param busiest what the report's bottleneck is called
     */
    private record Design(String name, List<String> scarce, String halved, String busiest) {}

    private static final List<Design> DESIGNS = List.of(
            new Design("converters", List.of(), "tile.core.adc.count=1", ".arrays"),
            new Design(
                    "bus", List.of("tile.bus.width=64 bit", "tile.bus.clock=20 MHz"), "tile.bus.width=32 bit", ".bus"),
            new Design(
                    "buffer",
                    List.of("tile.buffer.width=16 bit", "tile.buffer.clock=20 MHz", "tile.buffer.banks=2"),
                    "tile.buffer.banks=1",
                    ".buffer"),
            new Design(
                    "routers",
                    List.of("mesh.router.flit=8 bit", "mesh.router.clock=20 MHz"),
                    "mesh.router.flit=4 bit",
                    ".mesh"),
            new Design(
                    "router clock",
                    List.of("mesh.router.flit=8 bit", "mesh.router.clock=20 MHz"),
                    "mesh.router.clock=10 MHz",
                    ".mesh"),
            new Design("link", List.of("link.bandwidth=4 MB/s"), "link.bandwidth=2 MB/s", "input link"),
            new Design(
                    "activation",
                    List.of("tile.activation.count=2", "tile.activation.clock=2 MHz"),
                    "tile.activation.count=1",
                    ".activation"),
            new Design("pool", List.of("tile.pool.count=2", "tile.pool.clock=2 MHz"), "tile.pool.count=1", ".pool"),
            new Design(
                    "shift-add",
                    List.of("tile.shift-add.count=2", "tile.shift-add.clock=500 kHz"),
                    "tile.shift-add.count=1",
                    ".shift-add"));

    static Stream<Design> designs() {
        return DESIGNS.stream();
    }

    @ParameterizedTest
    @MethodSource("designs")
    void half_of_what_limits_slows_by_half_and_half_of_anything_else_by_little(Design design) {
        RunResult before = run(design, List.of());
        assertThat(bottleneck(before)).contains(design.busiest());
        for (Design other : DESIGNS) {
            boolean same = other.busiest().equals(design.busiest());
            String halved = same || other.scarce().isEmpty() ? other.halved() : halfOfAmple(other.halved());
            double slower = (double) interval(run(design, List.of(halved))) / interval(before);
            assertThat(slower).as("%s, %s", design, halved).isBetween(same ? 1.8 : 0.95, same ? 2.05 : 1.1);
        }
    }

    /** Of the resource that the setting is about; what is not named among the ample ones is clocked at 1.2 GHz. */
    private static String halfOfAmple(String setting) {
        String path = setting.substring(0, setting.indexOf('='));
        return AMPLE.stream()
                .filter(ample -> ample.startsWith(path + "="))
                .map(ample -> path + "=" + Twice.halfOf(ample.substring(path.length() + 1)))
                .findFirst()
                .orElse(path + "=600 MHz");
    }

    private static RunResult run(Design design, List<String> more) {
        List<String> settings = new ArrayList<>(AMPLE);
        settings.addAll(design.scarce());
        settings.addAll(more);
        return Given.run(Given.chip("isaac-ce", settings), NETWORK, 6);
    }

    private static long interval(RunResult run) {
        return run.timeline().finish(5) - run.timeline().finish(1);
    }

    /** The resource with the highest utilisation while any layer that uses it is active. */
    private static String bottleneck(RunResult run) {
        Model model = run.program().model();
        String busiest = "";
        double most = 0;
        for (Stage stage : run.placement().pipeline().stages()) {
            int s = stage.id();
            double active =
                    run.timeline().finish(s, run.images() - 1) - run.timeline().start(s, 0);
            for (int r : run.program().resources().get(s).stream().toArray()) {
                double utilisation = run.timeline().busyWhileActive(s, r) / active / model.servers(r);
                if (utilisation > most) {
                    most = utilisation;
                    busiest = model.resourceName(r);
                }
            }
        }
        return busiest;
    }
}
