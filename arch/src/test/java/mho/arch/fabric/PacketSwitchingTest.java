package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.chip.Mesh;
import mho.core.cost.ActionIndex;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import org.junit.jupiter.api.Test;

/** A 4 x 4 grid of one tile each, 32-bit flits, three cycles a hop, a cycle of one tick. */
final class PacketSwitchingTest {
    private static final int HOP = 3;

    private final ModelBuilder model = Model.builder();
    private final PacketSwitching mesh =
            new PacketSwitching(model, Trial.mesh(16, 4, 1, 2), model.clock(Clock.ofPeriod(1)), Packets.of(32), HOP);

    private int send(Draft draft, int from, double bits, int... to) {
        return mesh.carry(draft, Draft.START, 0, from, to, new Load(bits, 1))[0];
    }

    /** Into the mesh, along every link, out of it: the head takes a hop each; the tail follows flit by flit. */
    private static long latency(int hops, int flits) {
        return (long) HOP * (hops + 2) + flits - 1;
    }

    @Test
    void a_flit_takes_a_hop_into_the_mesh_a_hop_a_link_and_a_hop_out() {
        // tile 0 is at (0,0), tile 6 at (1,1): rows run to and fro
        assertThat(Trial.finish(model, d -> send(d, 0, 32, 6))).containsExactly(latency(2, 1));
    }

    @Test
    void a_packet_flows_through_so_its_length_counts_once_not_at_every_hop() {
        assertThat(Trial.finish(model, d -> send(d, 0, 32 * 10, 15))).containsExactly(latency(3, 10));
    }

    @Test
    void part_of_a_flit_takes_a_whole_one() {
        assertThat(Trial.finish(model, d -> send(d, 0, 33, 1))).containsExactly(latency(1, 2));
    }

    @Test
    void tiles_at_one_router_need_no_link() {
        ModelBuilder concentrated = Model.builder();
        PacketSwitching shared = new PacketSwitching(
                concentrated, Trial.mesh(16, 2, 4, 2), concentrated.clock(Clock.ofPeriod(1)), Packets.of(32), HOP);
        long[] finish =
                Trial.finish(concentrated, d -> shared.carry(d, Draft.START, 0, 0, new int[] {3}, new Load(64, 1))[0]);
        assertThat(finish).containsExactly(latency(0, 2));
    }

    @Test
    void two_packets_over_one_link_follow_one_another_in_order_of_arrival() {
        // 0 -> 2 and 1 -> 2 share the link (1,0)-(2,0) and the port of tile 2; the second's head gets there first
        long[] finish = Trial.finish(model, d -> send(d, 0, 32 * 8, 2), d -> send(d, 1, 32 * 8, 2));
        assertThat(finish[1]).isEqualTo(latency(1, 8));
        // the link is free 8 cycles after the second's head took it, at HOP
        assertThat(finish[0]).isEqualTo(HOP + 8 + 2 * HOP + 8 - 1);
    }

    @Test
    void packets_that_share_nothing_do_not_wait() {
        long[] finish = Trial.finish(model, d -> send(d, 0, 32 * 8, 1), d -> send(d, 2, 32 * 8, 3));
        assertThat(finish).containsExactly(latency(1, 8), latency(1, 8));
    }

    @Test
    void a_multicast_crosses_each_link_of_its_tree_once() {
        Draft draft = new Draft(model, new ActionIndex());
        mesh.carry(draft, Draft.START, 0, 0, new int[] {1, 2, 3}, new Load(32 * 4, 1));
        // entry and three links, four flits each
        assertThat(draft.counts().of(Mesh.HOP)).isEqualTo((1 + 3) * 4);
        assertThat(Trial.finish(Model.builder())).isEmpty();
    }

    @Test
    void a_multicast_reaches_each_receiver_by_its_own_distance() {
        long[] finish = Trial.finish(model, d -> {
            int[] arrived = mesh.carry(d, Draft.START, 0, 0, new int[] {1, 15, 3}, new Load(32 * 4, 1));
            return arrived.length;
        });
        assertThat(finish).containsExactly(latency(3, 4));
    }
}
