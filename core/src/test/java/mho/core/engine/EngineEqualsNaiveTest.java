package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.math.BigInteger;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** The engine and the naive one agree on everything, on thousands of random models, as many of each sort as {@code -Dmho.models} says. */
class EngineEqualsNaiveTest {
    private static final int SEEDS = Integer.getInteger("mho.models", 2000);

    @Test
    void onRandomModels() {
        agreeOn(seed -> new RandomModel(seed).next());
    }

    @Test
    void onRandomModelsWithLagsWhoseImagesComeOneByOne() {
        agreeOn(RandomModel::open);
    }

    @Test
    void onRandomModelsWhoseTrainsCrossLines() {
        agreeOn(RandomModel::withTrains);
    }

    private static void agreeOn(LongFunction<PlainModel> models) {
        int stuck = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            PlainModel graph = models.apply(seed);
            NaiveEngine naive = new NaiveEngine(graph);
            List<Integer> stuckStages = naive.run();
            if (stuckStages.isEmpty()) {
                agree(seed, graph, naive);
            } else {
                stuck++;
                Model model = graph.build().model();
                Deadlock refusal = catchThrowableOfType(Deadlock.class, () -> graph.run(model, Watcher.NONE));
                assertThat(refusal).as("seed %d is stuck", seed).isNotNull();
                assertThat(refusal.blocked())
                        .as("seed %d", seed)
                        .extracting(Deadlock.Blocked::stage)
                        .containsExactlyInAnyOrderElementsOf(stuckStages);
            }
        }
        assertThat(stuck).as("some models deadlock, most do not").isBetween(SEEDS / 50, SEEDS / 2);
    }

    private static void agree(int seed, PlainModel graph, NaiveEngine naive) {
        PlainModel.Built built = graph.build();
        Timeline t = graph.run(built.model(), Watcher.NONE);
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(t.end()).as("seed %d: end", seed).isEqualTo(naive.end);
        softly.assertThat(t.events()).as("seed %d: events", seed).isEqualTo(naive.events);
        for (int s = 0; s < graph.stages().size(); s++) {
            stageAgrees(softly, seed, s, t, naive);
        }
        for (int r = 0; r < graph.resources().size(); r++) {
            softly.assertThat(t.busy(r)).as("seed %d: busy %d", seed, r).isEqualTo(naive.busy(r, 0, Long.MAX_VALUE));
            softly.assertThat((double) t.busy(r) / graph.resources().get(r).servers())
                    .as("seed %d: utilisation %d", seed, r)
                    .isLessThanOrEqualTo(t.end());
        }
        for (int e = 0; e < graph.edges().size(); e++) {
            softly.assertThat(t.peakHeld(e)).as("seed %d: peak %d", seed, e).isEqualTo(naive.peakHeld[e]);
            softly.assertThat(t.peakHeld(e))
                    .isLessThanOrEqualTo(graph.edges().get(e).capacity());
        }
        for (int id : built.recipes()) {
            softly.assertThat(t.jobs(id)).as("seed %d: jobs %d", seed, id).isEqualTo(jobs(naive, built, id));
        }
        softly.assertAll();
    }

    private static void stageAgrees(SoftAssertions softly, int seed, int s, Timeline t, NaiveEngine naive) {
        PlainModel graph = naive.graph;
        int windows = naive.windows(s);
        for (int i = 0; i < graph.images(); i++) {
            List<NaiveEngine.Job> ofImage = naive.jobs.get(s).subList(i * windows, (i + 1) * windows);
            long finish = ofImage.stream().mapToLong(j -> j.ended).max().orElseThrow();
            softly.assertThat(t.start(s, i))
                    .as("seed %d: start of stage %d, image %d", seed, s, i)
                    .isEqualTo(ofImage.get(0).firstStart);
            softly.assertThat(t.finish(s, i))
                    .as("seed %d: finish of stage %d, image %d", seed, s, i)
                    .isEqualTo(finish);
        }
        long from = naive.jobs.get(s).get(0).firstStart;
        long to = naive.jobs.get(s).stream().mapToLong(j -> j.ended).max().orElseThrow();
        for (int r = 0; r < graph.resources().size(); r++) {
            long busy = t.busyWhileActive(s, r);
            softly.assertThat(busy)
                    .as("seed %d: busy %d while stage %d is active", seed, r, s)
                    .isEqualTo(naive.busy(r, from, to));
            softly.assertThat(busy)
                    .isBetween(0L, (to - from) * graph.resources().get(r).servers());
        }
        softly.assertThat(t.sojournSum(s)).as("seed %d: sojourn in %d", seed, s).isEqualTo(naive.sojourn(s));
        softly.assertThat(t.inFlightIntegral(s))
                .as("seed %d: Little's law in stage %d", seed, s)
                .isEqualTo(t.sojournSum(s));
    }

    private static long jobs(NaiveEngine naive, PlainModel.Built built, int id) {
        PlainModel graph = naive.graph;
        return IntStream.range(0, graph.stages().size())
                .mapToLong(s -> naive.jobs.get(s).stream()
                        .filter(j -> built.recipes()[graph.stages().get(s).recipe(j.window)] == id)
                        .count())
                .sum();
    }

    @Test
    void talliesBeyondSixtyFourBitsStayExact() {
        WideSums tally = new WideSums(1);
        BigInteger exact = BigInteger.ZERO;
        for (long i = 1; i <= 1000; i++) {
            tally.add(0, i * 1_000_003, Clock.HORIZON / i);
            exact = exact.add(BigInteger.valueOf(i * 1_000_003).multiply(BigInteger.valueOf(Clock.HORIZON / i)));
        }
        assertThat(tally.get(0)).isEqualTo(exact).isGreaterThan(BigInteger.TWO.pow(90));
    }
}
