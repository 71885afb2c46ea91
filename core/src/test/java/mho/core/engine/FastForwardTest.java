package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * A run that leaves out what it repeats is, bit for bit, the run that does not. Four tests take as many random models
 * each as {@code -Dmho.fast-forward.models=4000} says.
 */
class FastForwardTest {
    private static final int SEEDS = Integer.getInteger("mho.fast-forward.models", 800);

    @Test
    void onRandomModels() {
        sameOn(seed -> new RandomModel(seed).next(), 3, 150);
    }

    @Test
    void onRandomModelsWhoseEdgesLag() {
        sameOn(RandomModel::open, 3, 150);
    }

    @Test
    void onRandomModelsOfManyImages() {
        sameOn(RandomModel::repeating, 150, 500);
    }

    /** Deadlocks, several clocks, resources of several servers, buffers of all sizes: see {@link RandomModel}. */
    private static void sameOn(LongFunction<PlainModel> models, int fewest, int most) {
        int shorter = 0;
        int stuck = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Model model = models.apply(seed).build().model();
            int images = new SplittableRandom(seed).nextInt(fewest, most);
            Timeline whole;
            try {
                whole = Engine.run(model, images, SeeingAll.WATCHER);
            } catch (Deadlock expected) {
                stuck++;
                Deadlock found = catchThrowableOfType(Deadlock.class, () -> Engine.run(model, images, Watcher.NONE));
                assertThat(found).as("seed " + seed).hasMessage(expected.getMessage());
                continue;
            }
            Timeline quick = Engine.run(model, images, Watcher.NONE);
            assertThat(whole.leftOut()).isZero();
            SameTimeline.assertSame("seed " + seed + ", " + images + " images", model, quick, whole);
            SameTimeline.assertSame("seed " + seed + ", eagerly", model, Engine.runEagerly(model, images), whole);
            shorter += quick.leftOut() > 0 ? 1 : 0;
        }
        assertThat(shorter).as("models of which something is left out").isGreaterThan(SEEDS / 6);
        assertThat(stuck).as("models that deadlock").isBetween(SEEDS / 50, SEEDS / 2);
    }

    @Test
    void anInflowHearsOfEveryImageOnceAndTheSameAndClosesTheSameRun() {
        int shorter = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Model model = RandomModel.repeating(seed).build().model();
            int wanted = new SplittableRandom(seed).nextInt(20, 250);
            List<String> heardOfAll = new ArrayList<>();
            List<String> heard = new ArrayList<>();
            Timeline whole;
            try {
                whole = Engine.run(model, 300, telling(heardOfAll, wanted), SeeingAll.WATCHER);
            } catch (Deadlock stuck) {
                continue;
            }
            Timeline quick = Engine.run(model, 300, telling(heard, wanted), Watcher.NONE);
            assertThat(heard).as("seed " + seed).isEqualTo(heardOfAll);
            SameTimeline.assertSame("seed " + seed, model, quick, whole);
            shorter += quick.leftOut() > 0 ? 1 : 0;
        }
        assertThat(shorter)
                .as("runs that were closed early, and left something out")
                .isGreaterThan(SEEDS / 6);
    }

    private static Inflow telling(List<String> heard, int wanted) {
        return (finished, begun, now, events) -> {
            heard.add(finished + " " + begun + " " + now + " " + events);
            return finished < wanted;
        };
    }

    @Test
    void aRunWhoseSpansAreSeenLeavesNothingOut() {
        SmallModel lab = new SmallModel();
        lab.stage("only", 1, lab.recipe(lab.resource("a"), 2, 2), 1);
        assertThat(Engine.run(lab.model.build(), 1000, Watcher.NONE).leftOut()).isGreaterThan(500);
        assertThat(Engine.run(lab.model.build(), 1000, new SpanLog()).leftOut()).isZero();
    }

    @Test
    void aRunThatHasNoRoomInTimeIsRefusedInTheSameWords() {
        SmallModel lab = new SmallModel();
        int slow = lab.model.clock(Clock.ofPeriod(1L << 50));
        lab.stage("slow", 1, lab.recipe(lab.model.resource("a", slow, 1, 0), 2, 2), 1);
        Model model = lab.model.build();
        assertThat(Engine.run(model, 2048, Watcher.NONE).leftOut()).isGreaterThan(1000);
        SameTimeline.assertSame(
                "there is just room",
                model,
                Engine.run(model, 2048, Watcher.NONE),
                Engine.run(model, 2048, SeeingAll.WATCHER));
        ModelSaysNo whole = catchThrowableOfType(ModelSaysNo.class, () -> Engine.run(model, 5000, SeeingAll.WATCHER));
        ModelSaysNo quick = catchThrowableOfType(ModelSaysNo.class, () -> Engine.run(model, 5000, Watcher.NONE));
        assertThat(quick).hasMessage(whole.getMessage());
    }
}
