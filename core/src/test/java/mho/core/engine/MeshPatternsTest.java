package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trains as packets on a mesh of 8 x 8, along the rows first, by the patterns that networks are tried with, as much of them as the busiest
 * line carries: the engine and the naive one deliver every packet at the same time.
 */
final class MeshPatternsTest {
    private static final int WIDE = 8;
    private static final int NODES = WIDE * WIDE;
    private static final int BITS = 6;
    private static final int UNITS = 4;
    private static final int HOP = 2;
    private static final int CYCLES = 30;

    /** Patterns with what a node sends in a cycle until the busiest line is full. */
    static Stream<Arguments> patterns() {
        SplittableRandom random = new SplittableRandom(7);
        Map<String, IntUnaryOperator> targets = new LinkedHashMap<>();
        targets.put("bit complement", node -> NODES - 1 - node);
        targets.put("tornado", node -> (node / WIDE + 3) % WIDE * WIDE + (node + 3) % WIDE);
        targets.put("shuffle", node -> (node << 1 | node >> BITS - 1) % NODES);
        targets.put("bit reverse", node -> Integer.reverse(node) >>> Integer.SIZE - BITS);
        targets.put("hotspot", node -> random.nextInt(8) == 0 ? 27 : random.nextInt(NODES));
        List<Double> full = List.of(1 / 4., 1 / 3., 1 / 4., 1 / 7., 1 / 8.875);
        List<Arguments> all = new ArrayList<>();
        targets.forEach((name, target) -> {
            double most = full.get(all.size() / 2);
            all.add(Arguments.of(name, new Relay(0, 4, 8, 1, false), target, most));
            all.add(Arguments.of(name, new Relay(0, 4, 16, 1, true), target, most));
        });
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("patterns")
    void both_engines_deliver_every_packet_at_the_same_time(
            String pattern, Relay relay, IntUnaryOperator target, double unitsPerNodeAndCycle) {
        PlainModel graph = mesh(relay, target, unitsPerNodeAndCycle);
        NaiveEngine naive = new NaiveEngine(graph);
        assertThat(naive.run()).as("stuck").isEmpty();
        Timeline engine = graph.run(graph.build().model(), Watcher.NONE);

        assertThat(naive.jobs).hasSizeGreaterThan((int) (0.5 * NODES * CYCLES * unitsPerNodeAndCycle / UNITS));
        for (int packet = 0; packet < naive.jobs.size(); packet++) {
            assertThat(engine.finish(packet, 0))
                    .as("%s, packet %d", pattern, packet)
                    .isEqualTo(naive.jobs.get(packet).get(0).ended);
        }
    }

    private static PlainModel mesh(Relay relay, IntUnaryOperator target, double unitsPerNodeAndCycle) {
        List<PlainModel.Resource> lines = new ArrayList<>();
        Map<String, Integer> known = new LinkedHashMap<>();
        List<List<PlainModel.Step>> recipes = new ArrayList<>();
        List<PlainModel.Stage> stages = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(1);
        for (int cycle = 0; cycle < CYCLES; cycle++) {
            for (int node = 0; node < NODES; node++) {
                if (random.nextDouble() < unitsPerNodeAndCycle / UNITS) {
                    List<String> way = way(node, target.applyAsInt(node));
                    List<PlainModel.Step> steps = new ArrayList<>();
                    steps.add(new PlainModel.Step(List.of(), 0, 0, cycle, -1, -1, List.of(), false));
                    for (int hop = 0; hop < way.size(); hop++) {
                        boolean exit = hop == way.size() - 1;
                        int line = known.computeIfAbsent(way.get(hop), name -> {
                            lines.add(new PlainModel.Resource(0, 1, 0, exit ? 2 : 1));
                            return lines.size() - 1;
                        });
                        steps.add(new PlainModel.Step(
                                List.of(line), 0, UNITS, HOP, -1, -1, List.of(hop), false, hop == 0 ? 1 : 2));
                    }
                    stages.add(new PlainModel.Stage(1, List.of(recipes.size()), 0));
                    recipes.add(steps);
                }
            }
        }
        return new PlainModel(List.of(1_000_000_000L), lines, recipes, stages, List.of(), 1, List.of(), relay);
    }

    /** Lines from the port into the mesh to the port out of it. */
    private static List<String> way(int from, int to) {
        List<String> way = new ArrayList<>(List.of("into " + from));
        for (int at = from; at != to; ) {
            int across = Integer.signum(to % WIDE - at % WIDE);
            int next = across != 0 ? at + across : at + WIDE * Integer.signum(to / WIDE - at / WIDE);
            way.add(at + " to " + next);
            at = next;
        }
        way.add("out of " + to);
        return way;
    }
}
