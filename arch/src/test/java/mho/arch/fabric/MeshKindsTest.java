package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
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
import mho.arch.kinds.Example;
import mho.arch.run.RunResult;
import mho.arch.topology.Topologies;
import mho.core.engine.Model;
import mho.core.yaml.Kind;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of mesh there is: it costs what it is made of, and what results cross is there. */
final class MeshKindsTest {
    static Stream<String> kinds() {
        return Arrays.stream(Mesh.class.getPermittedSubclasses())
                .map(kind -> kind.getAnnotation(Kind.class).value());
    }

    /** Every switching that has a topology over every topology, and those that have none. */
    static Stream<Arguments> combinations() {
        return kinds().flatMap(kind -> isRouted(kind)
                ? Topologies.names().map(topology -> Arguments.of(kind, topology))
                : Stream.of(Arguments.of(kind, "")));
    }

    static Stream<String> routed() {
        return kinds().filter(MeshKindsTest::isRouted);
    }

    private static boolean isRouted(String kind) {
        return Example.setting(Mesh.class, kind).contains("columns");
    }

    /** As its example has it, over a topology; {@code columns} of it where places stand in rows. */
    private static List<String> example(String kind, String topology, int columns) {
        String mesh = Example.setting(Mesh.class, kind);
        return topology.isEmpty()
                ? List.of(mesh)
                : List.of(mesh, "mesh.topology=" + topology, "mesh.columns=" + columns);
    }

    private static List<String> with(List<String> settings, String... more) {
        return Stream.concat(Stream.of(more), settings.stream()).toList();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void a_mesh_is_counted_priced_and_carries(String kind, String topology) {
        ChipSpec chip = Given.chip("isaac-ce", example(kind, topology, 3));
        RunResult run = Given.run(chip, Zoo.load("lenet5"), 3);
        RunInvariants.hold(run, kind);

        Component mesh = run.inventory().component("mesh");
        assertThat(mesh.instancesPerChip())
                .isEqualTo(chip.mesh().instances(chip.tiles()))
                .isPositive();
        assertThat(mesh.figures().leakageW()).isEqualTo(1e-6);
        assertThat(mesh.figures().areaM2()).isEqualTo(1e-11);
        assertThat(mesh.chipPowerW()).isGreaterThan(mesh.chipLeakageW());
        assertThat(chip.mesh().bitsPerHop()).isPositive();
        assertThat(run.program().model().resources()).isPositive();
    }

    /** On one chip each topology takes times of its own, and costs what it is made of. */
    @ParameterizedTest
    @MethodSource("routed")
    void no_two_topologies_give_the_same_run(String kind) {
        Set<List<Object>> runs = new HashSet<>();
        for (String topology : Topologies.names().toList()) {
            ChipSpec chip = Given.chip(
                    "isaac-ce",
                    with(
                            example(kind, topology, 5).stream()
                                    .map(setting -> setting.replace("50 MHz", "2 MHz"))
                                    .toList(),
                            "tiles=25",
                            "tile.cores=1",
                            "tile.core.arrays=1",
                            "chips=16"));
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
        List<String> kinds = routed().toList();
        String kind = kinds.get(random.nextInt(kinds.size()));
        List<String> topologies = Topologies.names().toList();
        String topology = topologies.get((int) (seed % topologies.size()));
        int columns = 1 + random.nextInt(6);
        ChipSpec chip = Given.chip(
                "isaac-ce",
                with(
                        example(kind, topology, columns),
                        "tiles=" + (2 + random.nextInt(20)),
                        "tile.cores=" + (1 + random.nextInt(3)),
                        "chips=64"));
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
