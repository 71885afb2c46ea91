package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import mho.arch.Seeds;
import mho.arch.topology.Topologies;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Packets that meet, over every topology, beside a model of twenty lines; and a torus beside the mesh it closes. */
final class PacketsInTurnTest {
    private static final int HOP = 3;
    private static final int FLIT = 32;

    private record Packet(int from, int to, int flits) {}

    static Stream<Arguments> trials() {
        return Topologies.names()
                .flatMap(topology -> LongStream.range(0, 12).mapToObj(seed -> Arguments.of(topology, seed)));
    }

    @ParameterizedTest
    @MethodSource("trials")
    void packets_wait_for_links_in_order_of_arrival(String topology, long seed) {
        Random random = Seeds.random(seed);
        int tiles = 2 + random.nextInt(30);
        Attachments ends = ends(topology, tiles, 1 + random.nextInt(6), 1 + random.nextInt(3));
        List<Packet> packets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            int from = random.nextInt(tiles);
            packets.add(new Packet(from, (from + 1 + random.nextInt(tiles - 1)) % tiles, 1 + random.nextInt(20)));
        }
        assertThat(simulated(ends, packets)).as("%s, seed %d", topology, seed).isEqualTo(naive(ends, packets));
    }

    private static Attachments ends(String topology, int tiles, int columns, int concentration) {
        int places = 1 + (tiles - 1) / concentration;
        return new Attachments(
                tiles, concentration, 2, Topologies.named(topology).routes(places, columns));
    }

    @SuppressWarnings("unchecked")
    private static long[] simulated(Attachments ends, List<Packet> packets) {
        ModelBuilder model = Model.builder();
        PacketSwitching switching =
                new PacketSwitching(model, ends, model.clock(Clock.ofPeriod(1)), Packets.of(FLIT), HOP);
        List<ToIntFunction<Draft>> senders = new ArrayList<>();
        for (Packet packet : packets) {
            int[] to = {packet.to()};
            Load load = new Load(FLIT * packet.flits(), 1);
            senders.add(draft -> switching.carry(draft, Draft.START, 0, packet.from(), to, load)[0]);
        }
        return Trial.finish(model, senders.toArray(ToIntFunction[]::new));
    }

    /** A packet before one link of its way: port in, links, port out. */
    private record Waiting(long since, int turn, int packet, int passed) {}

    private static long[] naive(Attachments ends, List<Packet> packets) {
        PriorityQueue<Waiting> waiting =
                new PriorityQueue<>(Comparator.comparingLong(Waiting::since).thenComparingInt(Waiting::turn));
        int turns = 0;
        for (int p = 0; p < packets.size(); p++) {
            waiting.add(new Waiting(0, turns++, p, 0));
        }
        Map<String, Long> free = new HashMap<>();
        long[] finish = new long[packets.size()];
        while (!waiting.isEmpty()) {
            Waiting now = waiting.remove();
            Packet packet = packets.get(now.packet());
            List<String> way = way(ends, packet);
            String link = way.get(now.passed());
            long start = Math.max(now.since(), free.getOrDefault(link, 0L));
            free.put(link, start + packet.flits());
            if (now.passed() == way.size() - 1) {
                finish[now.packet()] = start + HOP + packet.flits() - 1;
            } else {
                waiting.add(new Waiting(start + HOP, turns++, now.packet(), now.passed() + 1));
            }
        }
        return finish;
    }

    private static List<String> way(Attachments ends, Packet packet) {
        List<String> way = new ArrayList<>(List.of("from " + packet.from()));
        int target = ends.router(packet.to());
        for (int at = ends.router(packet.from()); at != target; ) {
            int next = ends.routes().next(at, target);
            way.add(at + " to " + next);
            at = next;
        }
        way.add("to " + packet.to());
        return way;
    }

    @ParameterizedTest
    @CsvSource({"16, 4, 1", "25, 5, 1", "30, 7, 1", "40, 3, 2"})
    void a_packet_alone_is_never_later_on_a_torus_than_on_a_mesh_and_from_corner_to_corner_sooner(
            int tiles, int columns, int concentration) {
        Attachments mesh = ends("mesh", tiles, columns, concentration);
        Attachments torus = ends("torus", tiles, columns, concentration);
        long slowestOnMesh = 0;
        long slowestOnTorus = 0;
        for (int from = 0; from < tiles; from++) {
            for (int to = 0; to < tiles; to++) {
                if (from != to) {
                    List<Packet> packet = List.of(new Packet(from, to, 8));
                    long onMesh = simulated(mesh, packet)[0];
                    long onTorus = simulated(torus, packet)[0];
                    assertThat(onTorus).isLessThanOrEqualTo(onMesh);
                    slowestOnMesh = Math.max(slowestOnMesh, onMesh);
                    slowestOnTorus = Math.max(slowestOnTorus, onTorus);
                }
            }
        }
        int rows = (tiles / concentration + columns - 1) / columns;
        assertThat(slowestOnMesh).isEqualTo(HOP * (columns - 1 + rows - 1 + 2) + 7);
        assertThat(slowestOnTorus).isEqualTo(HOP * (columns / 2 + rows / 2 + 2) + 7);
    }
}
