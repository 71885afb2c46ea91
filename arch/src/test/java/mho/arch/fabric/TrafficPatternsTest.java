package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mho.periphery.interconnect.Channels;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Patterns of which there are no recorded curves, held to what must be so: latency without load, everything delivered below saturation, and
 * saturation at what the busiest line carries or a stated part of it. Ways are written down here once more, and what goes over each line is
 * counted. {@code MeshPatternsTest} of core has the same patterns through a second implementation, packet by packet.
 */
final class TrafficPatternsTest {
    private static final int WIDE = Traffic.WIDE;
    private static final int FLITS = 4;
    private static final int CYCLES = 2_000;

    private static Traffic traffic(String router, Traffic.Pattern pattern) {
        Channels channels = router.equals("per-flit") ? new Channels(false, 4, 8, 1) : new Channels(true, 4, 16, 1);
        return new Traffic(channels, pattern, FLITS, CYCLES, 1);
    }

    /** From the port into the mesh along the row, then along the column, to the port out of it. */
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

    /** Cycles of a packet alone: a hop for every line of its way, and its other flits behind the first. */
    private static int alone(int from, int to) {
        return Traffic.HOP * way(from, to).size() + FLITS - 1;
    }

    /** Flits over each line where every node sends one. */
    private static Map<String, Double> loads(Traffic.Pattern pattern) {
        Map<String, Double> loads = new HashMap<>();
        for (int from = 0; from < Traffic.NODES; from++) {
            for (int to = 0; to < Traffic.NODES; to++) {
                double share = share(pattern, from, to);
                if (share > 0) {
                    way(from, to).forEach(line -> loads.merge(line, share, Double::sum));
                }
            }
        }
        return loads;
    }

    private static double share(Traffic.Pattern pattern, int from, int to) {
        if (pattern == Traffic.Pattern.HOTSPOT) {
            return 7 / 8.0 / Traffic.NODES + (to == 3 * WIDE + 3 ? 1 / 8.0 : 0);
        }
        return pattern.target(from % WIDE, from / WIDE, new SplittableRandom(1)) == to ? 1 : 0;
    }

    private static double most(Map<String, Double> loads) {
        return loads.values().stream().mapToDouble(load -> load).max().orElseThrow();
    }

    /** How many flits the busiest line carries of what every node sends one of, counted by hand. */
    @ParameterizedTest
    @CsvSource({
        "BIT_COMPLEMENT, 4", // the middle of a row: its four nodes on one side send to the other
        "TORNADO, 3", // three nodes go over each link of three hops
        "SHUFFLE, 4",
        "BIT_REVERSE, 7",
        "TRANSPOSE, 7", // the corner of the row, which all of it but the node on the diagonal turns at
        "HOTSPOT, 8.875" // the port out of the node that an eighth of 64 nodes' packets goes to, beside the others
    })
    void the_busiest_line_carries(Traffic.Pattern pattern, double flits) {
        assertThat(most(loads(pattern))).isCloseTo(flits, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({
        "per-flit, BIT_COMPLEMENT", "per-packet, BIT_COMPLEMENT", "per-flit, TORNADO", "per-packet, TORNADO",
        "per-flit, SHUFFLE", "per-packet, SHUFFLE", "per-flit, BIT_REVERSE", "per-packet, BIT_REVERSE",
        "per-flit, HOTSPOT", "per-packet, HOTSPOT"
    })
    void a_packet_alone_takes_its_hops_and_its_flits(String router, Traffic.Pattern pattern) {
        SplittableRandom random = new SplittableRandom(3);
        List<Traffic.Sent> packets = IntStream.range(0, Traffic.NODES)
                .mapToObj(node -> new Traffic.Sent(100 * node, node, pattern.target(node % WIDE, node / WIDE, random)))
                .toList();
        long[] delivered = traffic(router, pattern).delivered(packets);
        for (int i = 0; i < delivered.length; i++) {
            Traffic.Sent packet = packets.get(i);
            assertThat(delivered[i] - packet.cycle()).as("%s", packet).isEqualTo(alone(packet.from(), packet.to()));
        }
    }

    /** The part is of the rate at which the busiest line is full. */
    @ParameterizedTest
    @CsvSource({
        "per-flit, BIT_COMPLEMENT, 0.85", "per-packet, BIT_COMPLEMENT, 0.9", "per-flit, TORNADO, 0.75",
        "per-packet, TORNADO, 0.75", "per-flit, SHUFFLE, 0.85", "per-packet, SHUFFLE, 0.9",
        "per-flit, BIT_REVERSE, 0.95", "per-packet, BIT_REVERSE, 0.95", "per-flit, HOTSPOT, 0.95",
        "per-packet, HOTSPOT, 0.95"
    })
    void up_to_a_part_of_what_its_busiest_line_carries_all_is_taken(
            String router, Traffic.Pattern pattern, double part) {
        Traffic traffic = traffic(router, pattern);
        double full = 1 / most(loads(pattern));
        for (double share : new double[] {0.5, part}) {
            List<Traffic.Sent> packets = traffic.packets(share * full);
            long[] delivered = traffic.delivered(packets);
            double offered = packets.stream()
                    .filter(packet -> traffic.counts(packet.cycle()))
                    .count();
            double accepted = Arrays.stream(delivered).filter(traffic::counts).count();
            assertThat(accepted / offered).as("at %s", share).isCloseTo(1, within(0.015));
            double late = 0;
            double alone = 0;
            for (int i = 0; i < delivered.length; i++) {
                Traffic.Sent packet = packets.get(i);
                late += delivered[i] - packet.cycle();
                alone += alone(packet.from(), packet.to());
            }
            assertThat(late / alone)
                    .as("latency in that without load, at %s", share)
                    .isBetween(1.0, 3.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "per-flit, BIT_COMPLEMENT", "per-packet, BIT_COMPLEMENT", "per-flit, TORNADO", "per-packet, TORNADO",
        "per-flit, SHUFFLE", "per-packet, SHUFFLE", "per-flit, BIT_REVERSE", "per-packet, BIT_REVERSE",
        "per-flit, HOTSPOT", "per-packet, HOTSPOT"
    })
    void no_line_carries_more_than_a_flit_a_cycle(String router, Traffic.Pattern pattern) {
        Traffic traffic = traffic(router, pattern);
        Map<String, Double> loads = loads(pattern);
        double most = most(loads);
        Set<String> busiest = loads.entrySet().stream()
                .filter(line -> line.getValue() > most - 1e-9)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        List<Traffic.Sent> packets = traffic.packets(1.25 / most);
        long[] delivered = traffic.delivered(packets);
        Map<String, Integer> offered = new HashMap<>();
        Map<String, Integer> accepted = new HashMap<>();
        for (int i = 0; i < delivered.length; i++) {
            Traffic.Sent packet = packets.get(i);
            for (String line : way(packet.from(), packet.to())) {
                offered.merge(line, traffic.counts(packet.cycle()) ? FLITS : 0, Integer::sum);
                accepted.merge(line, traffic.counts(delivered[i]) ? FLITS : 0, Integer::sum);
            }
        }
        double cycles = CYCLES - CYCLES / 5;
        // what waited behind the line when the time began comes beside what goes over it: a few packets
        accepted.forEach((line, flits) -> assertThat(flits / cycles).as(line).isLessThan(1.05));
        for (String line : busiest) {
            assertThat(offered.getOrDefault(line, 0) / cycles).as(line).isGreaterThan(1.05);
        }
    }
}
