package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Mesh;
import mho.arch.element.Component;
import mho.arch.run.RunResult;
import mho.arch.topology.Topologies;
import mho.core.engine.Model;
import mho.core.yaml.Kind;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every kind of mesh there is: it costs what it is made of, and what results cross is there. */
final class MeshKindsTest {
    /** A new kind fails here until it has an example. */
    private static final Map<String, String> EXAMPLES = new TreeMap<>(Map.of(
            "packet",
            "{kind: packet, columns: 3, router: {flit: 32 bit, ports: 5, clock: 1 GHz, delay-cycles: 1, power: 10 mW, leakage: 1 mW, area: 0.1 mm2}}",
            "circuit",
            "{kind: circuit, columns: 3, bits: 8, unit: 1 ns, segment: {lanes: 64, delay: 1 ns, reconfiguration: 1 ns, energy: 1 pJ, leakage: 1 mW, area: 0.1 mm2}}",
            "bus",
            "{kind: bus, wires: {width: 64 bit, clock: 1 GHz, energy: 1 pJ, leakage: 1 mW, area: 0.1 mm2}}"));

    static Stream<String> kinds() {
        return Arrays.stream(Mesh.class.getPermittedSubclasses())
                .map(kind -> kind.getAnnotation(Kind.class).value());
    }

    /** Every switching that has a topology over every topology, and those that have none. */
    static Stream<Arguments> combinations() {
        return kinds().flatMap(kind -> EXAMPLES.getOrDefault(kind, "").contains("columns")
                ? Topologies.names().map(topology -> Arguments.of(kind, topology))
                : Stream.of(Arguments.of(kind, "")));
    }

    private static String example(String kind, String topology) {
        String example = Objects.requireNonNull(EXAMPLES.get(kind), kind);
        return "mesh="
                + (topology.isEmpty() ? example : example.replace("columns:", "topology: " + topology + ", columns:"));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void a_mesh_is_counted_priced_and_carries(String kind, String topology) {
        ChipSpec chip = Given.chip("isaac-ce", example(kind, topology));
        RunResult run = Given.run(chip, Zoo.load("lenet5"), 3);
        RunInvariants.hold(run, kind);

        Component mesh = run.inventory().component("mesh");
        assertThat(mesh.instancesPerChip())
                .isEqualTo(chip.mesh().instances(chip.tiles()))
                .isPositive();
        assertThat(mesh.figures().leakageW()).isEqualTo(1e-3);
        assertThat(mesh.figures().areaM2()).isEqualTo(1e-7);
        assertThat(mesh.chipPowerW()).isGreaterThan(mesh.chipLeakageW());
        assertThat(chip.mesh().bitsPerHop()).isPositive();
        assertThat(run.program().model().resources()).isPositive();
    }

    /** On one chip each topology takes times of its own, and costs what it is made of. */
    @ParameterizedTest
    @ValueSource(strings = {"packet", "circuit"})
    void no_two_topologies_give_the_same_run(String kind) {
        Set<List<Object>> runs = new HashSet<>();
        for (String topology : Topologies.names().toList()) {
            ChipSpec chip = Given.chip(
                    "isaac-ce",
                    "tiles=25",
                    "tile.cores=1",
                    "tile.core.arrays=1",
                    "chips=16",
                    example(kind, topology).replace("columns: 3", "columns: 5").replace("1 GHz", "2 MHz"));
            RunResult run = Given.run(chip, Zoo.load("prime-cnn-1"), 2);
            runs.add(List.of(
                    run.timeline().finish(0),
                    run.timeline().finish(1),
                    chip.mesh().instances(25)));
        }
        assertThat(runs).hasSize((int) Topologies.names().count());
    }

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    /** Tiles that do not fill the last row of the grid, links at its ends. */
    @ParameterizedTest
    @MethodSource("seeds")
    void results_cross_no_router_and_no_segment_that_is_not_counted(long seed) {
        Random random = Seeds.random(seed);
        String kind = random.nextBoolean() ? "packet" : "circuit";
        List<String> topologies = Topologies.names().toList();
        String topology = topologies.get((int) (seed % topologies.size()));
        String columns = "columns: " + (1 + random.nextInt(6));
        ChipSpec chip = Given.chip(
                "isaac-ce",
                List.of(
                        "tiles=" + (2 + random.nextInt(20)),
                        "tile.cores=" + (1 + random.nextInt(3)),
                        "chips=64",
                        example(kind, topology).replace("columns: 3", columns)));
        RunResult run = Given.run(chip, Zoo.load("prime-cnn-1"), 1);

        Set<String> crossed = new HashSet<>();
        Set<String> segments = new HashSet<>();
        Model model = run.program().model();
        for (int r = 0; r < model.resources(); r++) {
            if (model.resourceName(r).startsWith("chip0.mesh")) {
                segments.add(model.resourceName(r));
                Matcher places = PLACE.matcher(model.resourceName(r));
                while (places.find()) {
                    crossed.add(places.group());
                }
            }
        }
        double there = chip.mesh().instances(chip.tiles());
        assertThat((double) (kind.equals("packet") ? crossed : segments).size())
                .as("seed %d, %s over %s: %s", seed, kind, topology, crossed)
                .isLessThanOrEqualTo(there);
    }

    private static final Pattern PLACE = Pattern.compile("\\(\\d+,\\d+\\)");
}
