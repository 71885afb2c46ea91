package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tiny models, traced by hand. */
class TraceTest {
    @Test
    void aWindowTakesTheLatencyOfItsSteps() {
        ModelBuilder b = Model.builder();
        int clock = b.clock(Clock.ofPeriod(10));
        int bus = b.resource("bus", clock, 1, 0);
        int array = b.resource("array", clock, 1, 0);
        RecipeBuilder r = b.recipe();
        int read = r.step(bus, 1, 2);
        int multiply = r.step(array, 4, 5);
        r.after(multiply, read);
        int stage = b.stage("dense", 3, new int[] {r.build()}, 0);
        Timeline t = Engine.run(b.build(), 1, Watcher.NONE);
        // reads at 0, 10, 20 hand on at 20, 30, 40; the array takes them at 20, 60, 100
        assertThat(t.start(stage, 0)).isZero();
        assertThat(t.finish(stage, 0)).isEqualTo(150);
        assertThat(t.events()).isEqualTo(6);
        assertThat(t.busy(array)).isEqualTo(120);
        assertThat(t.busyWhileActive(stage, bus)).isEqualTo(30);
    }
}
