package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.core.cost.ActionIndex;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import org.junit.jupiter.api.Test;

/** Chips of two by two tiles joined by links of 1 byte a nanosecond with a delay of 7 ns, on a mesh of 1 ns cycles, 8-bit flits, 2 ns a hop. */
final class InterconnectTest {
    private static final long NS = 1_000_000;
    private static final long HOP = 2;
    private static final long DELAY = 7;

    private final ModelBuilder model = Model.builder();
    private final Interconnect interconnect = interconnect("mesh.router.delay-cycles=2");

    private Interconnect interconnect(String setting) {
        return new Interconnect(
                model,
                Given.chip(
                                "hermes-64-1phase",
                                "chips=4",
                                "tiles=4",
                                "mesh.columns=2",
                                "mesh.router.flit=8 bit",
                                "mesh.router.power=null",
                                "mesh.router.energy=1 pJ",
                                "mesh.router.area=0.1 mm2",
                                "link.bandwidth=1 GB/s",
                                "link.delay=7 ns",
                                setting)
                        .timingView());
    }

    private int send(Draft draft, int from, int bytes, int... to) {
        return interconnect.carry(draft, Draft.START, from, to, new Load(bytes, 8))[0];
    }

    /** Through a chip over so many of its links, or to its link's interface. */
    private static long mesh(int hops, int bytes) {
        return HOP * (hops + 2) + bytes - 1;
    }

    private static long link(int bytes) {
        return bytes + DELAY;
    }

    @Test
    void the_input_comes_over_a_link_and_the_first_chips_mesh() {
        // the only lane backwards stands at (1,0); tile 2 is at (1,1)
        assertThat(Trial.finish(model, d -> send(d, Interconnect.OUTSIDE, 10, 2)))
                .containsExactly((link(10) + mesh(1, 10)) * NS);
    }

    @Test
    void the_next_chip_is_a_mesh_a_link_and_a_mesh_away() {
        // tile 0 at (0,0) to the interface at (1,1): 2 links; from (1,0) of the next chip to its tile 5, (1,0): none
        assertThat(Trial.finish(model, d -> send(d, 0, 10, 5)))
                .containsExactly((mesh(2, 10) + link(10) + mesh(0, 10)) * NS);
    }

    @Test
    void results_go_back_as_they_go_forth() {
        // tile 5 at (1,0) of the second chip, where the link backwards stands; from (1,1) of the first to (0,0)
        assertThat(Trial.finish(model, d -> send(d, 5, 10, 0)))
                .containsExactly((mesh(0, 10) + link(10) + mesh(2, 10)) * NS);
    }

    @Test
    void chips_on_the_way_are_crossed_over_their_mesh() {
        // (1,0) to (1,1) of the chips between
        assertThat(Trial.finish(model, d -> send(d, 0, 10, 13)))
                .containsExactly((mesh(2, 10) + 2 * (link(10) + mesh(1, 10)) + link(10) + mesh(0, 10)) * NS);
    }

    @Test
    void a_multicast_crosses_every_link_once() {
        Draft draft = new Draft(model, new ActionIndex());
        send(draft, 6, 10, 0, 1, 2, 3, 4, 8, 9, 12, 15);
        assertThat(draft.counts().of(ChipSpec.LINK)).isEqualTo(3 * 10);
    }

    /** As many chips as calls would never have room within one another. */
    @Test
    void a_chain_of_very_many_chips_is_crossed_one_by_one() {
        Draft draft = new Draft(model, new ActionIndex());
        Interconnect chain = interconnect("chips=20000");
        int[] arrived = chain.carry(draft, Draft.START, 40_000, new int[] {0, 79_999}, new Load(1, 8));
        assertThat(arrived).doesNotContain(Draft.START);
        assertThat(draft.counts().of(ChipSpec.LINK)).isEqualTo(19_999);
    }

    @Test
    void both_directions_of_a_link_are_apart_and_each_serves_in_turn() {
        long alone = (mesh(2, 10) + link(10) + mesh(0, 10)) * NS;
        long[] finish = Trial.finish(model, d -> send(d, 0, 10, 5), d -> send(d, 5, 10, 0), d -> send(d, 1, 10, 5));
        assertThat(finish[1]).isEqualTo(alone);
        // tile 1 is a hop nearer to the interface, so it is first; tile 0 waits until the tail has gone
        assertThat(finish[2]).isLessThan(finish[0]);
        assertThat(finish[0] - finish[2]).isEqualTo(10 * NS);
    }

    @Test
    void a_shared_bus_reaches_all_tiles_at_once_and_makes_the_next_wait() {
        ModelBuilder bussed = Model.builder();
        int clock = bussed.clock(Clocks.ofHertz(1e9));
        SharedBus bus = new SharedBus(bussed, clock, 16, 3);
        long[] finish = Trial.finish(
                bussed,
                d -> bus.carry(d, Draft.START, 0, 0, new int[] {1, 2, 3}, new Load(10, 8))[2],
                d -> bus.carry(d, Draft.START, 0, 2, new int[] {1}, new Load(10, 8))[0],
                d -> bus.carry(d, Draft.START, 1, 2, new int[] {1}, new Load(9, 8))[0]);
        assertThat(finish).containsExactly((5 - 1 + 3) * NS, (10 - 1 + 3) * NS, (5 - 1 + 3) * NS);
    }
}
