package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A run whose images are counted while it goes on is the run of exactly as many. */
class InflowTest {
    private static final int SEEDS = 2000;
    private static final int MOST = 12;

    @Test
    void aClosedRunIsTheRunOfSoManyImagesToTheTick() {
        int shorter = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Model model = new RandomModel(seed).next().build().model();
            int wanted = 1 + new Random(seed).nextInt(MOST - 1);
            Timeline closed;
            try {
                closed = Engine.run(model, MOST, (finished, begun, now, events) -> finished < wanted, Watcher.NONE);
            } catch (Deadlock stuck) {
                continue;
            }
            assertThat(closed.images()).as("seed %d", seed).isBetween(wanted, MOST);
            shorter += closed.images() < MOST ? 1 : 0;
            SameTimeline.assertSame(
                    "seed " + seed, model, closed, Engine.run(model, closed.images(), SeeingAll.WATCHER));
        }
        assertThat(shorter)
                .as("many runs are closed before the most there may be")
                .isGreaterThan(SEEDS / 5);
    }

    @Test
    void aClosedRunWhoseImagesComeOneByOneIsTheRunOfThoseThatCameByThen() {
        int shorter = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Model model = RandomModel.open(seed).build().model();
            Random random = new Random(seed);
            int wanted = 1 + random.nextInt(MOST - 1);
            long apart = (long) Math.pow(10, 3 + 6 * random.nextDouble());
            Arrivals arrivals =
                    Arrivals.at(random.longs(MOST, 0, MOST * apart).sorted().toArray());
            Timeline closed;
            try {
                closed = Engine.run(
                        model, MOST, (finished, begun, now, events) -> finished < wanted, arrivals, Watcher.NONE);
            } catch (Deadlock stuck) {
                continue;
            }
            assertThat(closed.images()).as("seed %d", seed).isBetween(wanted, MOST);
            shorter += closed.images() < MOST ? 1 : 0;
            SameTimeline.assertSame(
                    "seed " + seed,
                    model,
                    closed,
                    Engine.run(model, closed.images(), Inflow.ALL, arrivals, SeeingAll.WATCHER));
        }
        assertThat(shorter).isGreaterThan(SEEDS / 5);
    }

    @Test
    void everyFinishedImageIsToldOnceWithTheTimeItFinished() {
        Model model = new RandomModel(7).next().build().model();
        List<Long> told = new ArrayList<>();
        Timeline t = Engine.run(
                model,
                MOST,
                (finished, begun, now, events) -> {
                    told.add(now);
                    assertThat(begun).isBetween((double) finished, (double) MOST);
                    assertThat(told).hasSize(finished);
                    return true;
                },
                Watcher.NONE);
        assertThat(told).hasSize(MOST);
        for (int image = 0; image < MOST; image++) {
            assertThat(told.get(image)).isEqualTo(t.finish(image));
        }
    }
}
