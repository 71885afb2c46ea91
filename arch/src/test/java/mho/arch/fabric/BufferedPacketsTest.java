package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import mho.arch.Seeds;
import mho.arch.chip.Mesh;
import mho.arch.topology.Topologies;
import mho.core.cost.ActionIndex;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.Timeline;
import mho.periphery.interconnect.Channels;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Routers with buffers, a cycle of one tick, two cycles a hop unless said otherwise. */
final class BufferedPacketsTest {
    private static final int FLIT = 32;

    private record Net(ModelBuilder model, BufferedPackets mesh) {
        static Net of(Attachments ends, Channels channels, int hop, Packets packets) {
            ModelBuilder model = Model.builder();
            int clock = model.clock(Clock.ofPeriod(1));
            return new Net(model, new BufferedPackets(model, ends, clock, packets, hop, channels));
        }

        ToIntFunction<Draft> send(int from, int flits, int... to) {
            return draft -> mesh.carry(draft, Draft.START, 0, from, to, new Load(FLIT * (double) flits, 1))[0];
        }
    }

    /** Routers in one row, a tile at each. */
    private static Net row(int tiles, Channels channels) {
        return Net.of(Trial.mesh(tiles, tiles, 1, 2), channels, 2, Packets.of(FLIT));
    }

    private static Channels perFlit(int channels, int depth) {
        return new Channels(false, channels, depth, 1);
    }

    private static Channels perPacket(int channels, int depth) {
        return new Channels(true, channels, depth, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mesh", "tree"})
    void a_packet_alone_takes_as_long_as_through_ideal_routers(String topology) {
        Random random = Seeds.random(7);
        for (int trial = 0; trial < 60; trial++) {
            int tiles = 2 + random.nextInt(40);
            int concentration = 1 + random.nextInt(3);
            int hop = 2 + random.nextInt(4);
            int flits = 1 + random.nextInt(30);
            int from = random.nextInt(tiles);
            int to = (from + 1 + random.nextInt(tiles - 1)) % tiles;
            Attachments ends = new Attachments(
                    tiles,
                    concentration,
                    2,
                    Topologies.named(topology).routes(1 + (tiles - 1) / concentration, 1 + random.nextInt(6)));
            // A channel as deep as the way there and of the credit back is never waited for.
            Channels channels = new Channels(random.nextBoolean(), 1 + random.nextInt(4), hop + 1, 1);
            Net net = Net.of(ends, channels, hop, Packets.of(FLIT));
            int hops = 0;
            for (int at = ends.router(from); at != ends.router(to); hops++) {
                at = ends.routes().next(at, ends.router(to));
            }
            assertThat(Trial.finish(net.model, net.send(from, flits, to)))
                    .containsExactly((long) hop * (hops + 2) + flits - 1);
        }
    }

    /**
     * A flit crosses the port into its router at cycle 0, asks for a channel at 1, crosses the first link at 2, asks again at 3, crosses at
     * 4: a hop every two cycles, and two cycles behind the last crossing it is there.
     *
     * <pre>
     *   B  1 to 2, ten flits     into router 1: 0..9    link 1-2: 2..11   out: 4..13              there at 15
     *   A  0 to 2, one flit      into router 0: 0       link 0-1: 2       link 1-2: waits for B
     *   C  0 to 1, one flit      into router 0: 1       link 0-1: see below
     * </pre>
     *
     * One channel a port: C asks for a channel at 2, but that of link 0-1 is A's until 2; at 3 it is given, C crosses at 4 and stands behind
     * A, though its own way out is free. B's last flit crosses link 1-2 at 11 and leaves the channel; A is given it at 12, crosses at 13,
     * asks for the way out at 14 (B's last flit crossed it at 13), crosses at 15: there at 17. With A gone at 13, C asks at 14, crosses at
     * 15: there at 17 as well, ten cycles later than the 7 it would take alone.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_packet_behind_another_that_waits_waits_with_it(boolean perPacket) {
        Net net = row(3, new Channels(perPacket, 1, 16, 1));
        assertThat(Trial.finish(net.model, net.send(0, 1, 2), net.send(1, 10, 2), net.send(0, 1, 1)))
                .containsExactly(17, 15, 17);
    }

    /**
     * The same with two channels: C is given the other channel of link 0-1 at 2, crosses at 3, out at 5: there at 7. A is given the other
     * channel of link 1-2 at 3 and bids for the link at 4. Flit by flit it is A's turn, B having had it twice: A crosses at 4, out at 6,
     * there at 8; B's flits cross at 2, 3, 5..12 and go out at 4, 5, 7..14: there at 16. Packet by packet B keeps the link till 11: A
     * crosses at 12, out at 14, there at 16, and B is not held up.
     */
    @Test
    void with_a_second_channel_it_passes_and_the_switch_decides_who_is_held_up() {
        Net byFlit = row(3, perFlit(2, 16));
        assertThat(Trial.finish(byFlit.model, byFlit.send(0, 1, 2), byFlit.send(1, 10, 2), byFlit.send(0, 1, 1)))
                .containsExactly(8, 16, 7);
        Net byPacket = row(3, perPacket(2, 16));
        assertThat(Trial.finish(
                        byPacket.model, byPacket.send(0, 1, 2), byPacket.send(1, 10, 2), byPacket.send(0, 1, 1)))
                .containsExactly(16, 15, 7);
    }

    /**
     * A channel of d flits, credit after c cycles: a flit leaves the channel a hop after it crossed into it, and its room is known c cycles
     * later, so d flits pass every hop + c cycles. Of q d + 1 flits into a router and out of it, the last crosses in at q (hop + c), out a
     * hop later, and is there in another hop.
     */
    @ParameterizedTest
    @CsvSource({"1, 2, 1, 5", "1, 3, 2, 4", "2, 4, 1, 3", "3, 5, 1, 6", "2, 3, 3, 4"})
    void room_and_credits_bound_what_a_link_carries(int depth, int hop, int credit, int rounds) {
        Net net = Net.of(Trial.mesh(4, 2, 2, 2), new Channels(false, 1, depth, credit), hop, Packets.of(FLIT));
        assertThat(Trial.finish(net.model, net.send(0, rounds * depth + 1, 1)))
                .containsExactly(rounds * ((long) hop + credit) + 2L * hop);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void no_flit_is_lost_and_none_is_made(boolean perPacket) {
        for (int seed = 0; seed < 8; seed++) {
            Random random = Seeds.random(seed);
            Net net = Net.of(
                    Trial.mesh(16, 4, 1, 2),
                    new Channels(perPacket, 1 + random.nextInt(3), 2 + random.nextInt(6), random.nextInt(3)),
                    2 + random.nextInt(3),
                    Packets.of(FLIT));
            List<ToIntFunction<Draft>> senders = new ArrayList<>();
            double[] crossings = {0};
            for (int i = 0; i < 80; i++) {
                int from = random.nextInt(16);
                int[] to = IntStream.range(0, 16)
                        .filter(tile -> tile != from && random.nextInt(6) == 0)
                        .toArray();
                if (to.length > 0) {
                    int flits = 1 + random.nextInt(20);
                    ToIntFunction<Draft> send = net.send(from, flits, to);
                    senders.add(draft -> {
                        int arrived = send.applyAsInt(draft);
                        // a hop into the mesh and over each link, and beside them the ways out
                        crossings[0] += draft.counts().of(Mesh.HOP) + flits * (double) to.length;
                        return arrived;
                    });
                }
            }
            @SuppressWarnings("unchecked")
            ToIntFunction<Draft>[] all = senders.toArray(ToIntFunction[]::new);
            Timeline timeline = Trial.run(net.model, all);
            double busy = 0;
            for (int resource = 0; resource < net.model.build().resources(); resource++) {
                busy += timeline.busy(resource);
            }
            assertThat(busy).as("seed %d", seed).isEqualTo(crossings[0]);
        }
    }

    /** Four neighbours send forty packets each to the tile in the middle, whose port takes a flit a cycle. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void an_output_that_all_inputs_want_serves_them_alike(boolean perPacket) {
        Net net = Net.of(Trial.mesh(9, 3, 1, 2), new Channels(perPacket, 2, 8, 1), 2, Packets.of(FLIT));
        int flits = 3;
        List<ToIntFunction<Draft>> senders = new ArrayList<>();
        for (int packet = 0; packet < 40; packet++) {
            for (int from : new int[] {1, 3, 5, 7}) {
                senders.add(net.send(from, flits, 4));
            }
        }
        @SuppressWarnings("unchecked")
        ToIntFunction<Draft>[] all = senders.toArray(ToIntFunction[]::new);
        long[] finish = Trial.finish(net.model, all);
        for (int packet = 0; packet < 40; packet++) {
            for (int from = 0; from < 4; from++) {
                // A turn is four packets of three flits; the first gets there after three hops.
                assertThat(finish[4 * packet + from]).isBetween(12L * (packet - 1), 12L * (packet + 3));
            }
        }
        assertThat(finish[159]).as("the port is never idle").isLessThan(160 * flits + 12);
    }

    /** From the middle to all four sides and its own router: all branches at once, or the last would be four times as late. */
    @Test
    void a_multicast_takes_its_input_port_once_and_not_once_a_branch() {
        for (int flits : new int[] {1, 4, 8}) {
            Net net = Net.of(Trial.mesh(9, 3, 1, 2), perFlit(1, 8), 2, Packets.of(FLIT));
            int[] to = {1, 3, 5, 7};
            assertThat(Trial.finish(net.model, draft -> {
                        int[] arrived =
                                net.mesh.carry(draft, Draft.START, 0, 4, to, new Load(FLIT * (double) flits, 1));
                        return arrived.length;
                    }))
                    .containsExactly(3 * 2 + flits - 1);
        }
    }

    /** A branch goes on while another waits: 0 to {1, 2} with the way to 2 taken by a packet of forty flits. */
    @Test
    void a_branch_that_waits_holds_up_no_other() {
        Net net = row(3, perPacket(2, 8));
        long[] finish = Trial.finish(net.model, net.send(1, 40, 2), draft -> {
            int[] arrived = net.mesh.carry(draft, Draft.START, 0, 0, new int[] {1, 2}, new Load(FLIT * 8.0, 1));
            draft.frees(arrived[0]);
            return arrived.length;
        });
        assertThat(finish[0]).isEqualTo(3 * 2 + 40 - 1);
        // Its eight flits follow the forty over link 1-2, at 42, and out.
        assertThat(finish[1]).isEqualTo(42 + 7 + 2 + 2);
    }

    /** Trees of packets longer than a channel would wait for one another in a circle; they are cut, and get through. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void multicasts_of_any_length_get_through_channels_of_any_depth(boolean perPacket) {
        for (int seed = 0; seed < 20; seed++) {
            Random random = Seeds.random(seed);
            Net net = Net.of(
                    Trial.mesh(25, 5, 1, 2), new Channels(perPacket, 1, 1 + random.nextInt(5), 1), 2, Packets.of(FLIT));
            List<ToIntFunction<Draft>> senders = new ArrayList<>();
            for (int from = 0; from < 25; from++) {
                int sender = from;
                senders.add(net.send(
                        from,
                        1 + random.nextInt(30),
                        IntStream.range(0, 25)
                                .filter(tile -> tile != sender && random.nextInt(3) > 0)
                                .toArray()));
            }
            @SuppressWarnings("unchecked")
            ToIntFunction<Draft>[] all = senders.toArray(ToIntFunction[]::new);
            assertThat(Trial.finish(net.model, all)).hasSize(25);
        }
    }

    /** Ten flits of values in packets of at most five, one of them a header: 4 + 4 + 2 of values, 13 flits in all. */
    @Test
    void values_go_in_packets_no_larger_than_the_largest_each_with_its_header() {
        Packets packets = new Packets(FLIT, 1, 5);
        assertThat(packets.cut(new Load(FLIT * 10.0, 1), Integer.MAX_VALUE)).containsExactly(5, 5, 3);
        assertThat(packets.cut(new Load(FLIT * 10.0, 1), 3)).containsExactly(3, 3, 3, 3, 3);
        Net net = Net.of(Trial.mesh(4, 4, 1, 2), perFlit(1, 8), 2, packets);
        Draft draft = new Draft(net.model, new ActionIndex());
        assertThat(net.send(0, 10, 3).applyAsInt(draft)).isPositive();
        assertThat(draft.counts().of(Mesh.HOP)).isEqualTo((1 + 3) * 13);
        ModelBuilder ideal = Model.builder();
        int clock = ideal.clock(Clock.ofPeriod(1));
        PacketSwitching idealMesh = new PacketSwitching(ideal, Trial.mesh(4, 4, 1, 2), clock, packets, 2);
        // One after the other over every link: as one packet of 13 flits.
        assertThat(Trial.finish(
                        ideal, d -> idealMesh.carry(d, Draft.START, 0, 0, new int[] {3}, new Load(FLIT * 10.0, 1))[0]))
                .containsExactly(2 * (3 + 2) + 13 - 1);
    }
}
