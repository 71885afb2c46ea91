package mho.arch.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The ways of every topology, beside the shortest there are, and the textbooks' closed forms of their lengths. */
final class RouterNetworkTest {
    private static final int[][] SIZES = {
        {1, 1}, {2, 1}, {2, 2}, {3, 9}, {5, 3}, {7, 2}, {12, 4}, {16, 4}, {25, 5}, {31, 6}, {36, 6}, {65, 8}
    };

    static Stream<Arguments> networks() {
        Stream<Topology> all = Stream.concat(Topologies.all(), Stream.of(new RouterTree(2), new RouterTree(7)));
        return all.flatMap(topology -> Arrays.stream(SIZES).map(size -> Arguments.of(topology, size[0], size[1])));
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_router_reaches_every_other_by_a_shortest_way_over_links_that_are_counted(
            Topology topology, int places, int columns) {
        RouterNetwork routes = topology.routes(places, columns);
        int n = routes.routers();
        assertThat(n).isGreaterThanOrEqualTo(places);
        List<TreeSet<Integer>> neighbours =
                Stream.generate(() -> new TreeSet<Integer>()).limit(n).toList();
        int[][] hops = new int[n][n];
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                for (int at = from; at != to; hops[from][to]++) {
                    int next = routes.next(at, to);
                    neighbours.get(at).add(next);
                    at = next;
                    assertThat(hops[from][to]).isLessThan(n);
                }
                assertThat(routes.next(to, to)).isEqualTo(to);
            }
        }
        for (int from = 0; from < n; from++) {
            assertThat(hops[from]).isEqualTo(shortest(from, neighbours));
            for (int to = 0; to < n; to++) {
                assertThat(hops[from][to]).isEqualTo(hops[to][from]);
            }
        }
        assertThat(routes.links())
                .isEqualTo(neighbours.stream().mapToInt(TreeSet::size).sum());
        int withTiles = routes.apart() == 0 ? n : routes.columns();
        assertThat(routes.ports(3))
                .isEqualTo(IntStream.range(0, n)
                        .map(router -> neighbours.get(router).size() + (router < withTiles ? 3 : 0))
                        .max()
                        .orElseThrow());
    }

    /** Breadth first. */
    private static int[] shortest(int from, List<TreeSet<Integer>> neighbours) {
        int[] distance = new int[neighbours.size()];
        Arrays.fill(distance, -1);
        distance[from] = 0;
        Deque<Integer> queue = new ArrayDeque<>();
        queue.add(from);
        while (!queue.isEmpty()) {
            int at = queue.remove();
            for (int next : neighbours.get(at)) {
                if (distance[next] < 0) {
                    distance[next] = distance[at] + 1;
                    queue.add(next);
                }
            }
        }
        return distance;
    }

    /** So that a multicast, which takes each link once, comes to no router twice. */
    @ParameterizedTest
    @MethodSource("networks")
    void the_ways_from_one_router_form_a_tree(Topology topology, int places, int columns) {
        RouterNetwork routes = topology.routes(places, columns);
        for (int from = 0; from < routes.routers(); from++) {
            Map<Integer, Integer> cameFrom = new HashMap<>();
            for (int to = 0; to < routes.routers(); to++) {
                for (int at = from; at != to; ) {
                    int next = routes.next(at, to);
                    Integer before = cameFrom.put(next, at);
                    assertThat(before == null ? at : before).isEqualTo(at);
                    at = next;
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("networks")
    void every_router_has_a_name_of_its_own_and_links_attach_to_routers(Topology topology, int places, int columns) {
        RouterNetwork routes = topology.routes(places, columns);
        TreeSet<String> names = new TreeSet<>();
        for (int router = 0; router < routes.routers(); router++) {
            assertThat(routes.at(router)).matches("\\(\\d+,\\d+\\)");
            names.add(routes.at(router));
        }
        assertThat(names).hasSize(routes.routers());
        for (int column = 0; column < routes.columns(); column++) {
            assertThat(routes.outer(column, false)).isBetween(0, routes.routers() - 1);
            assertThat(routes.outer(column, true)).isBetween(0, routes.routers() - 1);
        }
    }

    private static double mean(RouterNetwork routes) {
        double hops = 0;
        int n = routes.routers();
        for (int from = 0; from < n; from++) {
            for (int to = 0; to < n; to++) {
                for (int at = from; at != to; at = routes.next(at, to)) {
                    hops++;
                }
            }
        }
        return hops / n / n;
    }

    /** Dally & Towles 2004, chapter 5: mean over all pairs, a router and itself included. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
    void mean_hops_are_those_of_the_textbook(int k) {
        double ofRing = k % 2 == 0 ? k / 4.0 : k / 4.0 - 1.0 / (4 * k);
        assertThat(mean(new Ring().routes(k, 1))).isEqualTo(ofRing, within(1e-12));
        assertThat(mean(new Torus().routes(k * k, k))).isEqualTo(2 * ofRing, within(1e-12));
        assertThat(mean(new GridMesh().routes(k * k, k))).isEqualTo(2 * (k * k - 1) / (3.0 * k), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 8})
    void links_are_those_of_the_closed_form(int k) {
        assertThat(new GridMesh().routes(k * k, k).links()).isEqualTo(4L * k * (k - 1));
        assertThat(new Torus().routes(k * k, k).links()).isEqualTo(4L * k * k);
        assertThat(new Ring().routes(k, 1).links()).isEqualTo(2L * k);
        assertThat(new Torus().routes(4, 2).links()).isEqualTo(8); // no second link between two
    }

    @ParameterizedTest
    @CsvSource({
        "1, 4, 0, 1",
        "4, 4, 1, 5",
        "5, 4, 2, 8",
        "16, 4, 2, 21",
        "64, 4, 3, 85",
        "64, 2, 6, 127",
        "10, 3, 3, 17"
    })
    void a_tree_is_as_deep_as_the_logarithm_and_its_ends_twice_that_apart(
            int places, int radix, int depth, int routers) {
        RouterNetwork tree = new RouterTree(radix).routes(places, 1);
        int hops = 0;
        for (int at = 0; at != places - 1; at = tree.next(at, places - 1)) {
            hops++;
        }
        assertThat(hops).isEqualTo(2 * depth);
        assertThat(tree.routers()).isEqualTo(routers);
    }

    @Test
    void a_ring_goes_the_shorter_way_round_and_upwards_if_both_are_as_long() {
        RouterNetwork ring = new Ring().routes(6, 1);
        assertThat(ring.next(0, 3)).isEqualTo(1);
        assertThat(ring.next(3, 0)).isEqualTo(4);
        assertThat(ring.next(0, 4)).isEqualTo(5);
        assertThat(ring.next(5, 1)).isZero();
    }

    /** As many places as a chip may have tiles. */
    @Test
    void the_largest_numbers_are_routed() {
        int places = 1 << 19;
        for (Topology topology : new Topology[] {new GridMesh(), new Torus(), new Ring(), new RouterTree(2)}) {
            RouterNetwork routes = topology.routes(places, Integer.MAX_VALUE);
            assertThat(routes.routers()).isGreaterThanOrEqualTo(places);
            assertThat(routes.links()).isPositive();
            assertThat(routes.next(0, places - 1)).isBetween(0, routes.routers() - 1);
        }
    }
}
