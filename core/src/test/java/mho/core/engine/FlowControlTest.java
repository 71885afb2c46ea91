package mho.core.engine;

import static mho.core.engine.SmallModel.finishes;
import static mho.core.engine.SmallModel.starts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which windows may start when, traced by hand on a clock of 10 ticks. */
class FlowControlTest {
    private final SmallModel lab = new SmallModel();

    @Test
    void aConsumerStartsWhenWhatItNeedsHasArrived() {
        int conv = lab.stage("conv", 4, lab.recipe(lab.resource("conv"), 1, 1), 0);
        int[] pool = {
            lab.recipe(lab.resource("pool0"), 1, 1), lab.recipe(lab.resource("pool1"), 1, 1),
        };
        int first = lab.model.stage("first", 2, pool, 0);
        lab.model.edge(conv, first, new int[] {1, 3}, new int[] {2, 4}, Model.UNBOUNDED);
        int none = lab.stage("none", 2, lab.recipe(lab.resource("none"), 1, 1), 0);
        lab.model.edge(conv, none, new int[] {-1, 0}, new int[] {0, 4}, Model.UNBOUNDED);
        Timeline t = lab.run(1);
        assertThat(t.start(first, 0)).isEqualTo(20);
        assertThat(t.finish(first, 0)).isEqualTo(50);
        assertThat(t.start(none, 0))
                .as("a window wholly in padding needs nothing")
                .isZero();
        assertThat(t.finish(none, 0)).isEqualTo(20);
    }

    @Test
    void windowsStartInOrderEvenIfALaterOneHasItsInput() {
        int conv = lab.stage("conv", 2, lab.recipe(lab.resource("conv"), 5, 5), 0);
        int add = lab.stage("add", 2, lab.recipe(lab.resource("add"), 1, 1), 0);
        lab.model.edge(conv, add, new int[] {1, -1}, new int[] {2, 2}, Model.UNBOUNDED);
        Timeline t = lab.run(1);
        assertThat(t.start(add, 0)).isEqualTo(100);
        assertThat(t.finish(add, 0)).isEqualTo(120);
    }

    @Test
    void windowsArriveInOrderEvenIfALaterOneIsDoneFirst() {
        int slow = lab.delay(9);
        int quick = lab.delay(1);
        int conv = lab.model.stage("conv", 2, new int[] {slow, quick}, 0);
        int add = lab.stage("add", 1, lab.recipe(lab.resource("add"), 1, 1), 0);
        lab.model.edge(conv, add, new int[] {1}, new int[] {2}, Model.UNBOUNDED);
        Timeline t = lab.run(2);
        assertThat(finishes(t, conv)).containsExactly(90L, 90L);
        assertThat(starts(t, add)).containsExactly(90L, 100L);
    }

    @Test
    void joinsWaitForAllProducers() {
        int left = lab.stage("left", lab.delay(3));
        int right = lab.stage("right", lab.delay(8));
        int add = lab.stage("add", lab.delay(1));
        lab.edge(left, add);
        lab.edge(right, add);
        assertThat(finishes(lab.run(1), add)).containsExactly(90L);
    }

    @Test
    void slotsLimitTheWindowsInFlight() {
        int stage = lab.stage("conv", 1, lab.recipe(lab.resource("pipe"), 1, 5), 2);
        Timeline t = lab.run(5);
        assertThat(starts(t, stage)).containsExactly(0L, 10L, 50L, 60L, 100L);
        assertThat(t.inFlightIntegral(stage)).isEqualTo(BigInteger.valueOf(50 + 60 + 50 + 50 + 50));
        assertThat(t.sojournSum(stage)).isEqualTo(t.inFlightIntegral(stage));
    }

    @Test
    void aStepMayFreeTheSlotBeforeTheJobIsDone() {
        RecipeBuilder r = lab.model.recipe();
        int read = r.step(lab.resource("read"), 1, 2);
        r.after(r.step(lab.resource("multiply"), 1, 7), read).frees(read);
        int stage = lab.model.stage("conv", 1, new int[] {r.build()}, 1);
        Timeline t = lab.run(3);
        assertThat(starts(t, stage)).containsExactly(0L, 20L, 40L);
        assertThat(finishes(t, stage)).containsExactly(90L, 110L, 130L);
    }

    @Test
    void aFullBufferStallsItsProducer() {
        int conv = lab.stage("conv", lab.recipe(lab.resource("conv"), 1, 1));
        int pool = lab.stage("pool", lab.recipe(lab.resource("pool"), 5, 5));
        int edge = lab.model.edge(conv, pool, new int[] {0}, new int[] {1}, 2);
        Timeline t = lab.run(5);
        // Two windows fit; each leaves when pool is done with it, at 60, 110, 160.
        assertThat(starts(t, conv)).containsExactly(0L, 10L, 60L, 110L, 160L);
        assertThat(starts(t, pool)).containsExactly(10L, 60L, 110L, 160L, 210L);
        assertThat(t.peakHeld(edge)).isEqualTo(2);
    }

    @Test
    void roomIsNeededInEveryBuffer() {
        int conv = lab.stage("conv", lab.recipe(lab.resource("conv"), 1, 1));
        int slow = lab.stage("slow", lab.recipe(lab.resource("slow"), 6, 6));
        int quick = lab.stage("quick", lab.recipe(lab.resource("quick"), 1, 1));
        int wide = lab.model.edge(conv, quick, new int[] {0}, new int[] {1}, 100);
        lab.model.edge(conv, slow, new int[] {0}, new int[] {1}, 1);
        Timeline t = lab.run(3);
        assertThat(starts(t, conv)).containsExactly(0L, 70L, 140L);
        assertThat(starts(t, quick)).containsExactly(10L, 80L, 150L);
        assertThat(t.peakHeld(wide)).isEqualTo(1);
    }

    @Test
    void aSlidingWindowReleasesWhatNoLaterWindowNeeds() {
        // Three taps, stride one, over six producer windows; the buffer holds three.
        int conv = lab.stage("conv", 6, lab.recipe(lab.resource("conv"), 1, 1), 0);
        int next = lab.stage("next", 4, lab.recipe(lab.resource("next"), 1, 1), 0);
        lab.model.edge(conv, next, new int[] {2, 3, 4, 5}, new int[] {1, 2, 3, 6}, 3);
        Timeline t = lab.run(2);
        // conv 0..2 end at 30, next 0 runs to 40 and frees one place: from there they alternate, 20 ticks a window.
        assertThat(t.finish(next, 0)).isEqualTo(100);
        assertThat(t.start(conv, 1)).isEqualTo(100);
        assertThat(t.finish(next, 1)).isEqualTo(200);
    }

    @Test
    void windowsNobodyNeedsTakeRoomOnlyUntilTheyArrive() {
        // A stride beyond the kernel: window 0 alone is needed, and only the first image's is awaited by the consumer.
        int conv = lab.stage("conv", 4, lab.recipe(lab.resource("conv"), 3, 3), 0);
        int next = lab.stage("next", 1, lab.delay(1), 0);
        lab.model.edge(conv, next, new int[] {0}, new int[] {4}, 2);
        Timeline t = lab.run(2);
        assertThat(starts(t, next)).containsExactly(30L, 150L);
        assertThat(finishes(t, conv)).containsExactly(120L, 240L);
    }

    @Test
    void imagesFollowOneAnotherWithoutGap() {
        int conv = lab.stage("conv", 3, lab.recipe(lab.resource("conv"), 1, 1), 0);
        int pool = lab.stage("pool", 1, lab.recipe(lab.resource("pool"), 3, 3), 0);
        lab.model.edge(conv, pool, new int[] {2}, new int[] {3}, 6);
        Timeline t = lab.run(4);
        assertThat(starts(t, conv)).containsExactly(0L, 30L, 60L, 90L);
        assertThat(finishes(t, pool)).containsExactly(60L, 90L, 120L, 150L);
        assertThat(t.finish(3)).isEqualTo(150);
    }

    @Test
    void aSelfEdgeMakesAStageWaitForItsOwnPast() {
        int lstm = lab.stage("lstm", 3, lab.recipe(lab.resource("core"), 1, 4), 0);
        lab.model.edge(lstm, lstm, new int[] {-1, 0, 1}, new int[] {0, 1, 3}, 3);
        Timeline t = lab.run(2);
        // Window 0 of image 1 needs no past, but no room is left until window 1 is done, at 80, and window 0 released.
        // It then follows window 2 into the core.
        assertThat(t.finish(lstm, 0)).isEqualTo(120);
        assertThat(t.start(lstm, 1)).isEqualTo(90);
        assertThat(t.finish(lstm, 1)).isEqualTo(90 + 120);
    }

    @Test
    void consumersGoFirstThenProducersThenTheStageItself() {
        // All four contend for one bus; conv's buffer holds one window.
        int bus = lab.resource("bus");
        int use = lab.recipe(bus, 1, 1);
        int source = lab.stage("source", use);
        int conv = lab.model.stage("conv", 1, new int[] {use}, 1);
        int pool = lab.stage("pool", use);
        lab.model.edge(source, conv, new int[] {0}, new int[] {1}, 1);
        lab.model.edge(conv, pool, new int[] {0}, new int[] {1}, Model.UNBOUNDED);
        Timeline t = lab.run(2);
        assertThat(starts(t, source)).containsExactly(0L, 30L);
        assertThat(starts(t, conv)).containsExactly(10L, 40L);
        assertThat(starts(t, pool)).containsExactly(20L, 50L);
    }

    @Test
    void progressIsToldEveryMillionEvents() {
        int stage = lab.stage("long", 3_000_000, lab.recipe(lab.resource("r"), 1, 1), 4);
        List<Long> events = new ArrayList<>();
        Timeline t = Engine.run(lab.model.build(), 1, (done, now) -> {
            assertThat(now).isEqualTo(done * 10);
            events.add(done);
        });
        assertThat(events).containsExactly(1L << 20, 2L << 20);
        assertThat(t.finish(stage, 0)).isEqualTo(30_000_000);
    }

    @Test
    void faultyStagesAndEdgesAreRefusedWithTheRemedy() {
        int recipe = lab.delay(1);
        int a = lab.stage("a", 2, recipe, 0);
        int b = lab.stage("b", 3, recipe, 0);
        ModelBuilder m = lab.model;
        assertThatThrownBy(() -> m.stage("c", 0, new int[] {recipe}, 0)).hasMessageContaining("at least 1 and 0");
        assertThatThrownBy(() -> m.stage("c", 3, new int[2], 0)).hasMessageContaining("one for each or one for all");
        assertThatThrownBy(() -> m.stage("c", 1, new int[] {99}, 0)).hasMessageContaining("no recipe 99");
        assertThatThrownBy(() -> m.edge(a, 7, new int[0], new int[0], 1)).hasMessageContaining("no stage 7");
        assertThatThrownBy(() -> m.edge(a, b, new int[2], new int[3], 1)).hasMessageContaining("one for each");
        assertThatThrownBy(() -> m.edge(a, b, new int[3], new int[3], 0)).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> m.edge(a, b, new int[] {0, 1, 2}, new int[3], 1))
                .hasMessageContaining("edge a to b: window 2 needs up to 2");
        assertThatThrownBy(() -> m.edge(a, b, new int[3], new int[] {0, 1, 0}, 1))
                .hasMessageContaining("never decreasing");
        assertThatThrownBy(() -> m.resource("r", 0, 0, 0)).hasMessageContaining("at least 1 and 0");
        assertThatThrownBy(() -> Engine.run(m.build(), 0, Watcher.NONE)).hasMessageContaining("at least 1");
    }
}
