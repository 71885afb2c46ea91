package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.chip.Mesh;
import mho.core.cost.ActionIndex;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.Timeline;
import org.junit.jupiter.api.Test;

/** A 4 x 4 grid, 16 lanes of 8-bit durations, passes of 256 ticks, a tick a hop, ten to reconfigure. */
final class CircuitSwitchingTest {
    private static final int PASS = 256;
    private static final int SETUP = 10;

    private final ModelBuilder model = Model.builder();
    private final CircuitSwitching mesh = new CircuitSwitching(
            model, Trial.mesh(16, 4, 1, 2), model.clock(Clock.ofPeriod(1)), 1, 16, 8, PASS, 1, SETUP);

    private int send(Draft draft, int after, int from, double values, int... to) {
        return mesh.carry(draft, after, 0, from, to, new Load(values, 8))[0];
    }

    @Test
    void a_vector_that_fits_the_lanes_takes_setup_one_pass_and_the_hops() {
        assertThat(Trial.finish(model, d -> send(d, Draft.START, 0, 16, 2))).containsExactly(SETUP + PASS + 2);
    }

    @Test
    void a_longer_vector_takes_more_passes() {
        assertThat(Trial.finish(model, d -> send(d, Draft.START, 0, 33, 2))).containsExactly(SETUP + 3 * PASS + 2);
    }

    @Test
    void values_wider_than_a_duration_go_as_several_pulses() {
        long[] finish = Trial.finish(model, d -> mesh.carry(d, Draft.START, 0, 0, new int[] {2}, new Load(16, 24))[0]);
        assertThat(finish).containsExactly(SETUP + 3 * PASS + 2);
    }

    @Test
    void the_same_path_again_needs_no_setup() {
        long[] finish = Trial.finish(model, d -> send(d, send(d, Draft.START, 0, 16, 2), 0, 16, 2));
        assertThat(finish).containsExactly(SETUP + 2 * (PASS + 2));
    }

    @Test
    void another_path_over_the_same_segments_needs_setup_again() {
        long[] finish = Trial.finish(model, d -> send(d, send(d, send(d, Draft.START, 0, 16, 2), 0, 16, 3), 0, 16, 2));
        assertThat(finish).containsExactly(3 * (SETUP + PASS) + 2 + 3 + 2);
    }

    @Test
    void a_multicast_holds_its_whole_tree_and_is_done_everywhere_when_the_farthest_is() {
        Timeline timeline = Trial.run(model, d -> send(d, Draft.START, 0, 16, 1, 6, 15));
        assertThat(timeline.finish(0, 0)).isEqualTo(SETUP + PASS + 3);
        Draft draft = new Draft(model, new ActionIndex());
        send(draft, Draft.START, 0, 16, 1, 6, 15);
        // entry (0,0); (0,0)-(1,0); (1,0)-(1,1); down the first column three times
        assertThat(draft.resources().cardinality()).isEqualTo(6);
        assertThat(draft.counts().of(Mesh.HOP)).isEqualTo(6 * 16);
    }

    @Test
    void a_busy_segment_makes_the_next_vector_wait_for_the_whole_of_it() {
        // the second needs (1,0)-(2,0), which the first holds to the end of its pass
        long[] finish = Trial.finish(model, d -> send(d, Draft.START, 0, 16, 2), d -> send(d, Draft.START, 1, 16, 2));
        assertThat(finish).containsExactly(SETUP + PASS + 2, 2 * (SETUP + PASS) + 1);
    }

    @Test
    void paths_apart_carry_at_the_same_time() {
        long[] finish = Trial.finish(model, d -> send(d, Draft.START, 0, 16, 1), d -> send(d, Draft.START, 2, 16, 3));
        assertThat(finish).containsExactly(SETUP + PASS + 1, SETUP + PASS + 1);
    }
}
