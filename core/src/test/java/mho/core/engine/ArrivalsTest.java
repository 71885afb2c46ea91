package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Images that come one by one, as traces on a clock of ten ticks. */
class ArrivalsTest {
    private final SmallModel lab = new SmallModel();

    @Test
    void anImageThatComesBetweenEdgesBeginsAtTheNextOne() {
        int stage = lab.stage("conv", lab.recipe(lab.resource("core"), 3, 4));
        Timeline t = run(5, 100, 201);
        assertThat(SmallModel.starts(t, stage)).containsExactly(10L, 100L, 210L);
        assertThat(SmallModel.finishes(t, stage)).containsExactly(50L, 140L, 250L);
        assertThat(t.arrival(2)).isEqualTo(201);
    }

    @Test
    void imagesThatComeTooFastQueue() {
        int stage = lab.stage("conv", lab.recipe(lab.resource("core"), 3, 3));
        assertThat(SmallModel.finishes(run(0, 10, 20, 20, 500), stage)).containsExactly(30L, 60L, 90L, 120L, 530L);
    }

    @Test
    void noStageBeginsAnImageThatHasNotCome() {
        lab.stage("first", lab.recipe(lab.resource("a"), 1, 1));
        int beside = lab.stage("beside", lab.recipe(lab.resource("b"), 1, 1));
        assertThat(SmallModel.starts(run(0, 70), beside)).containsExactly(0L, 70L);
    }

    @Test
    void allAtTickZeroIsTheStreamOfImagesThatAreThere() {
        for (int seed = 0; seed < 300; seed++) {
            PlainModel graph = new RandomModel(seed).next();
            if (!new NaiveEngine(graph).run().isEmpty()) {
                continue;
            }
            Model model = graph.build().model();
            Timeline zeros =
                    Engine.run(model, graph.images(), Inflow.ALL, Arrivals.at(new long[graph.images()]), Watcher.NONE);
            assertThat(zeros)
                    .as("seed %d", seed)
                    .usingRecursiveComparison()
                    .ignoringFields("arrivals")
                    .isEqualTo(Engine.run(model, graph.images(), Watcher.NONE));
        }
    }

    @Test
    void aHundredThousandThatComeSlowerThanTheyAreServedNeverWait() {
        lab.stage("conv", lab.recipe(lab.resource("core"), 3, 3));
        Model model = lab.model.build();
        long[] times = new long[100_000];
        Arrays.setAll(times, n -> 40L * n);
        Timeline t = Engine.run(model, times.length, Inflow.ALL, Arrivals.at(times), Watcher.NONE);
        for (int n = 0; n < times.length; n++) {
            assertThat(t.finish(n)).isEqualTo(times[n] + 30);
        }
        assertThat(t.events()).isEqualTo(times.length);
    }

    @Test
    void aLagIsTheRoundTripOfAFeedback() {
        // forward takes 4 cycles; what it made of image n is needed, 6 cycles later, by image n + 2.
        int core = lab.resource("core", 8, 0);
        int forward = lab.stage("forward", lab.recipe(core, 4, 4));
        int update = lab.stage("update", lab.recipe(lab.resource("writer", 8, 0), 6, 6));
        lab.edge(forward, update);
        lab.model.edge(update, forward, new int[] {0}, new int[] {0}, Model.UNBOUNDED, 2);
        Timeline t = lab.run(6);
        assertThat(SmallModel.starts(t, forward)).containsExactly(0L, 0L, 100L, 100L, 200L, 200L);
    }

    @Test
    void whatNobodyWillNeedAnyMoreTakesNoRoomForEver() {
        int first = lab.stage("first", lab.recipe(lab.resource("a"), 2, 2));
        int second = lab.stage("second", lab.recipe(lab.resource("b"), 1, 1));
        lab.model.edge(first, second, new int[] {0}, new int[] {0}, 1, 3);
        Timeline t = lab.run(5);
        // Image 0 of first is in the way until second is done with its image 3; after its last, at 70, nothing is.
        assertThat(SmallModel.finishes(t, second)).containsExactly(10L, 20L, 30L, 40L, 70L);
        assertThat(SmallModel.finishes(t, first)).containsExactly(20L, 60L, 90L, 110L, 130L);
        assertThat(t.peakHeld(0)).isEqualTo(1);
    }

    @Test
    void aStageThatNeedsWhatItMadeOfTheImageBeforeTakesOneAtATimeAndOfTheSameNone() {
        int state = lab.stage("state", lab.recipe(lab.resource("a", 4, 0), 2, 2));
        lab.model.edge(state, state, new int[] {0}, new int[] {0}, Model.UNBOUNDED, 1);
        assertThat(SmallModel.starts(lab.run(4), state)).containsExactly(0L, 20L, 40L, 60L);
        lab.edge(state, state);
        assertThatThrownBy(() -> lab.run(1)).isInstanceOf(Deadlock.class);
    }

    @Test
    void timesThatCannotBeAreRefused() {
        lab.stage("conv", lab.recipe(lab.resource("core"), 3, 4));
        Model model = lab.model.build();
        for (long[] bad : List.of(new long[] {-1}, new long[] {5, 4}, new long[] {Clock.HORIZON + 1})) {
            assertThatThrownBy(() -> Arrivals.at(bad)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Engine.run(model, 2, Inflow.ALL, Arrivals.at(1), Watcher.NONE))
                .hasMessageContaining("2 images, of which 1 come");
        assertThatThrownBy(() -> lab.model.edge(0, 0, new int[] {0}, new int[] {0}, 1, -1))
                .hasMessageContaining("a lag of -1 images");
    }

    private Timeline run(long... arrivals) {
        return Engine.run(lab.model.build(), arrivals.length, Inflow.ALL, Arrivals.at(arrivals), Watcher.NONE);
    }
}
