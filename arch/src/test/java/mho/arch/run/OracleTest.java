package mho.arch.run;

import static mho.workloads.network.ScalarOperation.ADD;
import static mho.workloads.network.ScalarOperation.COMPARE;
import static mho.workloads.network.ScalarOperation.DIVIDE;
import static mho.workloads.network.ScalarOperation.EXP;
import static mho.workloads.network.ScalarOperation.FUNCTION;
import static mho.workloads.network.ScalarOperation.LOG;
import static mho.workloads.network.ScalarOperation.MULTIPLY;
import static mho.workloads.network.ScalarOperation.MULTIPLY_ACCUMULATE;
import static mho.workloads.network.ScalarOperation.RELU;
import static mho.workloads.network.ScalarOperation.SIGMOID;
import static mho.workloads.network.ScalarOperation.SQUARE_ROOT;
import static mho.workloads.network.ScalarOperation.TANH;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.arch.chip.BusMesh;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.CircuitMesh;
import mho.arch.chip.PacketMesh;
import mho.arch.plan.CopyPlacement;
import mho.arch.plan.Stage;
import mho.arch.topology.GridMesh;
import mho.arch.topology.Ring;
import mho.arch.topology.Topologies;
import mho.arch.topology.Topology;
import mho.periphery.interconnect.ChipLink;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.FunctionUnit;
import mho.periphery.neuron.PiecewiseLinear;
import mho.periphery.neuron.UnitOperation;
import mho.workloads.network.Network;
import mho.workloads.network.ScalarOperation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One value of time through a chain of single windows, where nothing can contend: the simulated latency is the sum along the path, to
 * the tick. The sum is written from the chip's figures alone, in femtoseconds, without engine, recipes or fabric.
 */
final class OracleTest {
    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void latency_without_contention_is_the_sum_along_the_path(long seed) {
        Random random = Seeds.random(seed);
        List<String> settings = new ArrayList<>(chip(random));
        ChipSpec chip = Given.chip(settings.remove(0), settings);
        Network network = chain(random);
        RunResult run = Given.run(chip, network);
        long[] expected = new Path(run).walk();

        for (Stage stage : run.placement().pipeline().stages()) {
            assertThat(run.timeline().finish(stage.id(), 0))
                    .as("seed %d, %s: %s", seed, chip.chip(), stage.node())
                    .isEqualTo(expected[stage.id()]);
        }
    }

    /** The name of a chip and settings of it. */
    private static List<String> chip(Random random) {
        String mesh = random.nextInt(3) > 0
                ? "mapping.copies=one" // the mesh it comes with
                : "mesh={kind: bus, wires: {width: %d bit, clock: 1.3 GHz, latency-cycles: %d, energy: 1 pJ, area: 1 mm2}}"
                        .formatted(8 << random.nextInt(5), 1 + random.nextInt(3));
        String topology = "mesh.topology=" + Topologies.names().toList().get(random.nextInt(3)); // rows of them
        // few arrays in a tile, so that the chain wanders over tiles and chips
        return switch (random.nextInt(3)) {
            case 0 -> List.of(
                    "isaac-ce",
                    "tiles=5",
                    "tile.cores=1",
                    "tile.core.arrays=1",
                    "tile.core.array.columns=512",
                    "mesh.columns=2",
                    "mesh.concentration=2",
                    topology,
                    mesh);
            case 1 -> List.of("analog-256", "tiles=5", "tile.cores=1", "mesh.columns=4", topology, mesh);
            default -> List.of("hermes-64-4phase", "tiles=2", "chips=6", topology, mesh);
        };
    }

    static LongStream someSeeds() {
        return LongStream.range(0, 60);
    }

    /** The same chains on the same chips, where two units do some of the operations. */
    @ParameterizedTest
    @MethodSource("someSeeds")
    void latency_with_function_units_is_the_sum_along_the_path(long seed) {
        Random random = Seeds.random(seed);
        Random ofUnits = new Random(seed);
        List<String> settings = new ArrayList<>(chip(random));
        String base = settings.remove(0);
        settings.add("tile.units=" + units(ofUnits));
        Network network = chain(random);
        RunResult run = Given.run(Given.chip(base, settings), network);
        long[] expected = new Path(run).walk();
        for (Stage stage : run.placement().pipeline().stages()) {
            assertThat(run.timeline().finish(stage.id(), 0))
                    .as("seed %d, %s: %s", seed, settings, stage.node())
                    .isEqualTo(expected[stage.id()]);
        }
    }

    private static String units(Random random) {
        List<String> some = new ArrayList<>(List.of("add", "multiply", "compare", "exp", "divide", "sigmoid", "tanh"));
        Collections.shuffle(some, random);
        return "{one: {%s, operations: {%s: {cycles: %d}, %s: {}, %s: {}}}, two: {%s, operations: [%s, %s]}}"
                .formatted(
                        unit(random),
                        some.get(0),
                        1 + random.nextInt(9),
                        some.get(1),
                        some.get(2),
                        unit(random),
                        some.get(3),
                        some.get(4));
    }

    private static String unit(Random random) {
        return "lanes: %d, clock: %d MHz, latency-cycles: %d, energy: 1 pJ, area: 1 um2"
                .formatted(1 + random.nextInt(20), 50 * (1 + random.nextInt(20)), 1 + random.nextInt(4));
    }

    /** Dense layers (each in one tile), activations, softmax, a whole-map pool at the front. */
    private static Network chain(Random random) {
        int layers = 1 + random.nextInt(6);
        String[] chain = new String[layers];
        for (int i = 0; i < layers; i++) {
            String activation = random.nextBoolean() ? "sigmoid" : "none";
            chain[i] = switch (random.nextInt(5)) {
                case 0 -> "activation: {function: tanh}";
                case 1 -> "softmax: {}";
                default -> "dense: {out: %d, activation: %s, bias: false}"
                        .formatted(1 + random.nextInt(64), activation);
            };
        }
        return Given.network(1 + random.nextInt(100) + ", 1, 1", chain);
    }

    /** The way of the one window. */
    private static final class Path {
        private static final double FS = 1e15;

        private final RunResult run;
        private final ChipSpec chip;
        private final int bits;
        private long now;

        Path(RunResult run) {
            this.run = run;
            this.chip = Given.chipOf(run);
            this.bits = chip.precision().values();
        }

        long[] walk() {
            int stages = run.placement().pipeline().stages().size();
            long[] finish = new long[stages];
            for (Stage stage : run.placement().pipeline().stages()) {
                int channels = stage.node().output().channels();
                if (stage.id() == 0) {
                    link(channels);
                    fabric(corner(), routerOf(tileOf(1)), channels);
                } else {
                    read(stage);
                    work(stage);
                    if (stage.id() + 1 < stages && tileOf(stage.id() + 1) != tileOf(stage.id())) {
                        travel(tileOf(stage.id()), tileOf(stage.id() + 1), channels);
                    }
                }
                write(channels);
                finish[stage.id()] = now;
            }
            return finish;
        }

        private int tileOf(int stage) {
            CopyPlacement site = run.placement().seats().get(stage).sites().get(0);
            assertThat(site.fragments())
                    .as("the oracle knows layers of one tile")
                    .hasSize(1);
            return site.fragments().get(0).tile();
        }

        /** Buffer and bus stream together; the stage ends with the cycle. */
        private void read(Stage stage) {
            int values = stage.inputs().get(0).values();
            var buffer = chip.tile().buffer();
            var bus = chip.tile().bus();
            long start = now;
            clocked(buffer.clock(), ceil((double) values * bits / buffer.width()) - 1 + buffer.latencyCycles());
            align();
            long read = now;
            now = start;
            clocked(bus.clock(), ceil((double) values * bits / bus.width()) - 1 + bus.latencyCycles());
            now = Math.max(now, read);
        }

        private void work(Stage stage) {
            if (stage.tiling() != null) {
                double latency = Given.crossbar(chip)
                        .timing(bits, Math.min(stage.tiling().cells(), chip.arrayColumns()))
                        .latencySeconds();
                align();
                now += ceil(latency / chip.cycle()) * Math.round(chip.cycle() * FS);
                var bus = chip.tile().bus();
                assertThat(stage.tiling().rowBlocks()).isOne();
                clocked(
                        bus.clock(),
                        ceil((double) stage.node().output().channels() * bits / bus.width()) - 1 + bus.latencyCycles());
            }
            Map<ScalarOperation, Long> work = new EnumMap<>(ScalarOperation.class);
            work.putAll(stage.node().work().counts());
            inUnits(work, List.of(ADD));
            double adds = left(work, List.of(ADD))
                    + (double) left(work, List.of(MULTIPLY, MULTIPLY_ACCUMULATE))
                            * chip.tile().macSteps();
            if (adds > 0) {
                digital(chip.tile().shiftAdd(), adds);
            }
            inUnits(work, List.of(MULTIPLY, MULTIPLY_ACCUMULATE, COMPARE));
            if (left(work, List.of(COMPARE)) > 0) {
                digital(chip.tile().pool(), left(work, List.of(COMPARE)));
            }
            List<ScalarOperation> functions = List.of(EXP, LOG, DIVIDE, SQUARE_ROOT, RELU, SIGMOID, TANH, FUNCTION);
            boolean any = functions.stream().anyMatch(work::containsKey);
            inUnits(work, functions);
            double evaluations = left(work, functions);
            if (evaluations > 0) {
                if (chip.tile().activation() instanceof DigitalUnit unit) {
                    digital(unit, evaluations);
                } else if (chip.tile().activation() instanceof PiecewiseLinear circuits) {
                    clocked(1 / circuits.delay(), ceil(evaluations / circuits.count()));
                }
            }
            align();
            if (!any) {
                now += Math.round(chip.cycle() * FS);
            }
        }

        /** What no unit lists. */
        private long left(Map<ScalarOperation, Long> work, List<ScalarOperation> operations) {
            return operations.stream()
                    .filter(o -> chip.tile().functionUnits().named().values().stream()
                            .noneMatch(unit -> unit.operations().containsKey(o.label())))
                    .mapToLong(o -> work.getOrDefault(o, 0L))
                    .sum();
        }

        /** Rounds of all lanes, each as long as the operation takes; what is done is taken out. */
        private void inUnits(Map<ScalarOperation, Long> work, List<ScalarOperation> operations) {
            for (ScalarOperation operation : operations) {
                for (FunctionUnit unit : chip.tile().functionUnits().named().values()) {
                    UnitOperation how = unit.operations().get(operation.label());
                    Long count = how == null ? null : work.remove(operation);
                    if (how != null && count != null) {
                        long rounds = ceil((double) count / unit.lanes());
                        clocked(unit.clock(), rounds * how.cycles() - 1 + unit.latencyCycles());
                    }
                }
            }
        }

        private void digital(DigitalUnit unit, double values) {
            clocked(
                    unit.clock(),
                    ceil(values / ((double) unit.count() * unit.valuesPerCycle())) - 1 + unit.latencyCycles());
        }

        private void write(int values) {
            var buffer = chip.tile().buffer();
            clocked(buffer.clock(), ceil((double) values * bits / buffer.width()) - 1 + buffer.latencyCycles());
            align();
        }

        private void travel(int from, int to, int values) {
            int chipOf = from / chip.tiles();
            int at = routerOf(from);
            int lane = at % columns() * lanes() / columns();
            for (; chipOf != to / chip.tiles(); chipOf++) {
                fabric(at, (rows() - 1) * columns() + linkColumn(lane), values);
                link(values);
                at = linkColumn(lane);
            }
            fabric(at, routerOf(to), values);
        }

        private void link(int values) {
            double bytes = values * bits / 8.0;
            now = (now + 999) / 1000 * 1000;
            now += 1000 * (ceil(bytes / link().bandwidth() * 1e12) + Math.round(link().delay() * 1e12));
        }

        private void fabric(int from, int to, int values) {
            int hops = apart(from % columns(), to % columns(), columns())
                    + apart(from / columns(), to / columns(), rows());
            if (chip.mesh() instanceof PacketMesh packet) {
                long flits = ceil((double) values * bits / packet.router().flit());
                clocked(packet.router().clock(), (hops + 2L) * packet.router().delayCycles() + flits - 1);
            } else if (chip.mesh() instanceof CircuitMesh circuit) {
                long pulses = ceil((double) bits / circuit.bits());
                long passes = ceil((double) values * pulses / circuit.segment().lanes());
                double seconds = circuit.segment().reconfiguration()
                        + passes * circuit.pulseSeconds()
                        + hops * circuit.segment().delay();
                clocked(1 / circuit.unit(), Math.round(seconds / circuit.unit()));
            } else if (chip.mesh() instanceof BusMesh bus) {
                long words = ceil((double) values * bits / bus.wires().width());
                clocked(bus.wires().clock(), words - 1 + bus.wires().latencyCycles());
            }
        }

        /** Along a row or column, of which the ends are neighbours where it is a ring. */
        private int apart(int from, int to, int length) {
            int distance = Math.abs(from - to);
            return topology() == null || topology() instanceof GridMesh
                    ? distance
                    : Math.min(distance, length - distance);
        }

        private @Nullable Topology topology() {
            return chip.mesh() instanceof PacketMesh packet
                    ? packet.topology()
                    : chip.mesh() instanceof CircuitMesh circuit ? circuit.topology() : null;
        }

        private int columns() {
            int routers = (int) ceil(chip.tiles() / (double) concentration());
            int stated = chip.mesh() instanceof PacketMesh packet
                    ? Objects.requireNonNull(packet.columns())
                    : chip.mesh() instanceof CircuitMesh circuit
                            ? Objects.requireNonNull(circuit.columns())
                            : chip.tiles();
            return topology() instanceof Ring ? routers : Math.min(stated, routers);
        }

        private int rows() {
            return (int) ceil(Math.ceil(chip.tiles() / (double) concentration()) / columns());
        }

        private int concentration() {
            return chip.mesh() instanceof PacketMesh packet ? packet.concentration() : 1;
        }

        private int lanes() {
            return Math.max(1, link().count() / 2);
        }

        private ChipLink link() {
            return Objects.requireNonNull(chip.link());
        }

        private int linkColumn(int lane) {
            return Math.min(columns() - 1, (2 * lane + 1) * columns() / (2 * lanes()));
        }

        /** Where the input comes in. */
        private int corner() {
            return linkColumn(0);
        }

        private int routerOf(int tile) {
            int index = tile % chip.tiles() / concentration();
            int row = index / columns();
            int column = index % columns();
            return row * columns() + (row % 2 == 0 ? column : columns() - 1 - column);
        }

        /** From the next edge of a clock, so many cycles. */
        private void clocked(double hertz, long cycles) {
            double period = FS / hertz;
            long edge = (long) Math.ceil((now - 0.5) / period);
            while (Math.round(edge * period) < now) {
                edge++;
            }
            now = Math.round((edge + cycles) * period);
        }

        private void align() {
            clocked(1 / chip.cycle(), 0);
        }

        private static long ceil(double x) {
            return Math.max(1, (long) Math.ceil(x - 1e-9));
        }
    }
}
