package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.arch.plan.Cuts;
import mho.core.engine.Arrivals;
import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.RecipeBuilder;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Inputs that come from outside, against what queueing theory says in closed form. */
class OpenRunTest {
    private static final int SERVICE = 1_000_000; // ticks, 1 ns

    /** One server that each input occupies for so many ticks, and which hands on after as many as given. */
    private static Model server(int latency) {
        ModelBuilder model = Model.builder();
        int tick = model.clock(Clock.ofPeriod(1));
        int core = model.resource("core", tick, 1, 0);
        RecipeBuilder recipe = model.recipe();
        recipe.step(core, SERVICE, latency);
        model.stage("only", 1, new int[] {recipe.build()}, 0);
        return model.build();
    }

    private static OpenRun run(ArrivalProcess process, Model model, int inputs) {
        return OpenRun.of(new OpenLoad(process, inputs), model, Watcher.NONE);
    }

    /** Regular arrivals no faster than the interval, D/D/1: nobody waits, though the next comes before the last is done. */
    @ParameterizedTest
    @ValueSource(doubles = {1e9, 0.8e9, 0.1e9})
    void regularInputsNoFasterThanTheIntervalTakeWhatOneAloneTakes(double hertz) {
        OpenRun run = run(new RegularArrivals(hertz), server(5 * SERVICE), 1000);
        for (int input = 0; input < run.inputs(); input++) {
            assertThat(run.latencyTicks(input)).isEqualTo(5L * SERVICE);
        }
    }

    /** Faster ones by a tenth: input n waits a tenth of the service longer than the one before, without end. */
    @Test
    void regularInputsFasterThanTheIntervalQueueWithoutEnd() {
        OpenRun run = run(new RegularArrivals(1.25e9), server(SERVICE), 1000);
        for (int input = 0; input < run.inputs(); input++) {
            assertThat(run.latencyTicks(input)).isEqualTo(SERVICE + input * (SERVICE / 5));
        }
    }

    /**
     * M/D/1, Pollaczek and Khinchine: mean wait = service x rho / (2 (1 - rho)); and an input finds the server free with probability 1 -
     * rho. Compared within four standard errors, from the means of 50 batches, which follow one another nearly independently.
     */
    @ParameterizedTest
    @ValueSource(doubles = {0.2, 0.5, 0.8})
    void poissonInputsWaitAsPollaczekAndKhinchineSay(double rho) {
        int batches = 50;
        int each = 8000;
        OpenRun run =
                run(new PoissonArrivals(rho * Clock.TICKS_PER_SECOND / SERVICE, 1), server(SERVICE), batches * each);
        double[] waits = new double[batches];
        double[] free = new double[batches];
        for (int input = 0; input < run.inputs(); input++) {
            long wait = run.latencyTicks(input) - SERVICE;
            waits[input / each] += (double) wait / SERVICE / each;
            free[input / each] += wait == 0 ? 1.0 / each : 0;
        }
        double expected = rho / (2 * (1 - rho));
        assertThat(error(waits)).isLessThan(0.02 * expected);
        assertThat(mean(waits)).isCloseTo(expected, Offset.offset(4 * error(waits)));
        assertThat(mean(free)).isCloseTo(1 - rho, Offset.offset(4 * error(free)));
    }

    private static double mean(double[] of) {
        return Arrays.stream(of).average().orElseThrow();
    }

    /** Standard error of the mean. */
    private static double error(double[] of) {
        double mean = mean(of);
        double squares = Arrays.stream(of).map(x -> (x - mean) * (x - mean)).sum();
        return Math.sqrt(squares / (of.length - 1) / of.length);
    }

    @Test
    void inputsOfAChipThatComeAfterOneAnotherTakeWhatOneAloneTakes() {
        TimedRun timed = timed(new RegularArrivals(1000), 5);
        OpenRun open = open(timed);
        assertThat(timed.alone().finish(0)).isLessThan(Clock.TICKS_PER_SECOND / 1000);
        for (int input = 0; input < 5; input++) {
            assertThat(open.latencyTicks(input)).isEqualTo(timed.alone().finish(0));
        }
    }

    @Test
    void inputsThatAllComeAtOnceAreTheStream() {
        int inputs = 20;
        TimedRun timed = timed(new ListedArrivals(Collections.nCopies(inputs, 0L)), null);
        assertThat(open(timed).inputs()).isEqualTo(inputs);
        for (int input = 0; input < inputs; input++) {
            assertThat(open(timed).latencyTicks(input)).isEqualTo(timed.stream().finish(input));
        }
        assertThat(open(timed).perSecond()).isInfinite();
    }

    @Test
    void whatComesFromOutsideChangesNothingElse() {
        TimedRun with = timed(new PoissonArrivals(1e5, 3), 10);
        TimedRun without = Run.time(
                chip().timingView(),
                InputPrices.NONE,
                network(),
                Cuts.of(chip(), network()),
                InputCount.exactly(20),
                (placement, program) -> Watcher.NONE,
                phase -> {});
        assertThat(with.stream()).usingRecursiveComparison().isEqualTo(without.stream());
        assertThat(with.alone()).usingRecursiveComparison().isEqualTo(without.alone());
        assertThat(with.pace()).isEqualTo(without.pace());
        assertThat(with.events())
                .isEqualTo(without.events() + open(with).timeline().events());
    }

    @Test
    void theSeedGivesTheSameInputsWhateverTheirNumberAndAnotherGivesOthers() {
        Arrivals few = new PoissonArrivals(1e6, 1).first(10);
        Arrivals many = new PoissonArrivals(1e6, 1).first(1000);
        assertThat(many.tick(9)).isEqualTo(few.tick(9));
        assertThat(new PoissonArrivals(1e6, 2).first(10)).isNotEqualTo(few);
        // A thousand gaps of 1 us, whose mean spreads by 1/sqrt(1000).
        assertThat(many.tick(999) / 1000e9).isCloseTo(1, Offset.offset(4 / Math.sqrt(1000)));
    }

    @Test
    void regularInputsAreRoundedOneByOneAndDoNotDrift() {
        Arrivals thirds = new RegularArrivals(3e14).first(1_000_000);
        assertThat(List.of(thirds.tick(0), thirds.tick(1), thirds.tick(2), thirds.tick(3)))
                .containsExactly(0L, 3L, 7L, 10L);
        assertThat(thirds.tick(999_999)).isEqualTo(3_333_330);
    }

    @Test
    void theUsualNumberOfInputsIsAThousandOrAllThatAreListed() {
        assertThat(new OpenLoad(new RegularArrivals(1), null).inputs(server(1))).isEqualTo(1000);
        assertThat(new OpenLoad(new ListedArrivals(List.of(1L, 2L)), null).inputs(server(1)))
                .isEqualTo(2);
        assertThat(new OpenLoad(new RegularArrivals(1), 7).inputs(server(1))).isEqualTo(7);
    }

    @Test
    void inputsThatComeWhenTimeIsOverAreRefused() {
        for (ArrivalProcess slow : List.of(new RegularArrivals(1e-3), new PoissonArrivals(1e-3, 1))) {
            assertThatThrownBy(() -> run(slow, server(1), 1000))
                    .isInstanceOf(ModelSaysNo.class)
                    .hasMessageContaining("let them come faster, or ask for fewer (--images)");
        }
    }

    @Test
    void meanRatesAreThoseAskedForOrCounted() {
        assertThat(new PoissonArrivals(5e3, 1).perSecond(10)).isEqualTo(5e3);
        assertThat(new ListedArrivals(List.of(0L, 100L, 400L)).perSecond(3)).isEqualTo(5e12);
        assertThat(new ListedArrivals(List.of(7L)).perSecond(1)).isZero();
    }

    private static OpenRun open(TimedRun timed) {
        return java.util.Objects.requireNonNull(timed.open());
    }

    private static ChipSpec chip() {
        return Given.chip("isaac-ce");
    }

    private static Network network() {
        return Given.network("4, 8, 8", "conv: {out: 8, kernel: 3}", "dense: {out: 10}")
                .folded();
    }

    private static TimedRun timed(ArrivalProcess process, @org.jspecify.annotations.Nullable Integer inputs) {
        return Run.time(
                chip().timingView(),
                InputPrices.NONE,
                network(),
                Cuts.of(chip(), network()),
                InputCount.exactly(20),
                new OpenLoad(process, inputs),
                (placement, program) -> Watcher.NONE,
                phase -> {});
    }
}
