package mho.core.engine;

import static mho.core.engine.SmallModel.finishes;
import static mho.core.engine.SmallModel.starts;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * What a run's state has to say, term by term: models that seem to repeat themselves to whoever leaves the term out, and
 * pairs of situations that differ in nothing else. All on a clock of 10 ticks.
 */
class FastForwardTermsTest {
    private static final int IMAGES = 47;

    private final SmallModel lab = new SmallModel();

    private static void assertNothingFalseIsLeftOut(Model model) {
        SameTimeline.assertSame(
                "eagerly", model, Engine.runEagerly(model, IMAGES), Engine.run(model, IMAGES, SeeingAll.WATCHER));
    }

    /**
     * While the consumer of an edge that lags is with its first images nothing is released, and the buffer fills, though
     * both stages stand where they stood an image before.
     */
    @Test
    void whatIsReleasedOfABufferThatFills() {
        int ahead = lab.stage("ahead", 1, lab.delay(1), 1);
        int behind = lab.stage("behind", 1, lab.delay(1), 1);
        lab.model.edge(ahead, behind, new int[] {0}, new int[] {1}, 3, 5);
        Model model = lab.model.build();
        assertThat(starts(Engine.run(model, IMAGES, SeeingAll.WATCHER), ahead)).startsWith(0L, 10L, 20L, 60L, 70L);
        assertNothingFalseIsLeftOut(model);
    }

    /**
     * A step that hands on at once leaves its server reserved for ever longer beyond the end of its window, until the
     * next ones have to wait for it.
     */
    @Test
    void howLongAServerIsStillReserved() {
        assertNothingFalseIsLeftOut(reservedBeyondItsWindow(0));
    }

    /** The same where set-up takes time, so that servers are told one by one. */
    @Test
    void howLongAServerThatIsSetUpIsStillReserved() {
        assertNothingFalseIsLeftOut(reservedBeyondItsWindow(1));
    }

    private Model reservedBeyondItsWindow(int setupCycles) {
        int slow = lab.resource("slow", 1, setupCycles);
        RecipeBuilder recipe = lab.model.recipe();
        int first = recipe.delay(lab.clock, 1);
        recipe.after(recipe.step(new int[] {slow}, 13, 0, 0), first);
        recipe.after(recipe.delay(lab.clock, 9), first);
        int stage = lab.model.stage("only", 1, new int[] {recipe.build()}, 1);
        Model model = lab.model.build();
        assertThat(finishes(Engine.run(model, 2, SeeingAll.WATCHER), stage)).containsExactly(100L, 200L);
        return model;
    }

    /**
     * After the first image and after the second both servers are free, the same one set to 0 and the other to 1; but while
     * they were set up their order was another, and so the third image, unlike the second, finds each set to the wrong one.
     */
    @Test
    void whichFreeServerHasBeenSoLongest() {
        int pair = lab.resource("pair", 2, 5);
        RecipeBuilder recipe = lab.model.recipe();
        int first = recipe.delay(lab.clock, 1);
        recipe.after(recipe.step(new int[] {pair}, 1, 1, 0), first);
        recipe.after(recipe.step(new int[] {pair}, 4, 4, 1), first);
        int later = recipe.delay(lab.clock, 6);
        recipe.after(later, first);
        recipe.after(recipe.step(new int[] {pair}, 1, 1, 0), later);
        recipe.after(recipe.delay(lab.clock, 30), first);
        lab.model.stage("only", 1, new int[] {recipe.build()}, 1);
        Model model = lab.model.build();
        int work = 1 + 4 + 1;
        assertThat(Engine.run(model, 2, SeeingAll.WATCHER).busy(pair)).isEqualTo(10 * (2 * work + 2 * 5));
        assertThat(Engine.run(model, 3, SeeingAll.WATCHER).busy(pair)).isEqualTo(10 * (3 * work + 4 * 5));
        assertNothingFalseIsLeftOut(model);
    }

    /**
     * Of each window the step under way was begun later than that of the window before, the window itself was not, and
     * nothing else tells of it: what it waited for is free again by then.
     */
    @Test
    void whenAStepThatHadToWaitIsDone() {
        int metronome = lab.stage("metronome", 1, lab.delay(20), 1);
        int shared = lab.resource("shared");
        RecipeBuilder recipe = lab.model.recipe();
        int early = recipe.step(shared, 1, 16);
        recipe.after(recipe.step(shared, 5, 0), early);
        int late = lab.stage("late", recipe.build());
        int looks = lab.stage("looks", lab.delay(28));
        lab.edge(metronome, late);
        lab.edge(metronome, looks);
        Model model = lab.model.build();
        assertThat(finishes(Engine.run(model, 3, SeeingAll.WATCHER), looks)).containsExactly(480L, 680L, 880L);
        assertThat(finishes(Engine.run(model, 3, SeeingAll.WATCHER), late)).containsExactly(360L, 570L, 780L);
        assertNothingFalseIsLeftOut(model);
    }

    /**
     * The first stage ends while the second holds one of its servers for four images to come, with a pause before each:
     * what was reserved before something was left out must not count as past.
     */
    @Test
    void whatIsReservedWithPausesMovesOn() {
        int feed = lab.stage("feed", lab.delay(1));
        int paused = lab.resource("paused");
        int shared = lab.resource("shared");
        RecipeBuilder recipe = lab.model.recipe();
        recipe.step(new int[] {paused, shared}, 10, 10, -1);
        recipe.step(shared, 10, 10);
        int slow = lab.stage("slow", recipe.build());
        lab.model.edge(feed, slow, new int[] {0}, new int[] {1}, 5);
        Model model = lab.model.build();
        Timeline whole = Engine.run(model, IMAGES, SeeingAll.WATCHER);
        assertThat(whole.busy(paused) - whole.busyWhileActive(feed, paused)).isEqualTo(10 * (4 * 10 + 9));
        assertThat(Engine.runEagerly(model, IMAGES).leftOut()).isPositive();
        assertNothingFalseIsLeftOut(model);
    }

    /**
     * Of what is reserved before a pause, only the pauses say which server holds it, from when and until when; a stage that
     * ends meanwhile asks.
     */
    @Test
    void whatIsReservedBeforeAPause() {
        int left = lab.resource("left");
        int right = lab.resource("right");
        int other = lab.resource("other");
        int leftFor5 = lab.recipe(left, 5, 0);
        int leftFor6 = lab.recipe(left, 6, 0);
        int rightFor5 = lab.recipe(right, 5, 0);
        int rightFor6 = lab.recipe(right, 6, 0);
        int otherFor3 = lab.recipe(other, 3, 0);
        int otherFor4 = lab.recipe(other, 4, 0);
        int bothFor2 = lab.path(-1, 2, left, other);
        int bothFor1 = lab.path(-1, 1, left, other);
        int otherFor7 = lab.recipe(other, 7, 0);
        int otherFor12 = lab.recipe(other, 12, 0);
        int leftFirst = lab.path(-1, 1, left, right, other);
        int rightFirst = lab.path(-1, 1, right, left, other);
        Model model = lab.model.build();

        Situation until50 = new Situation(model).serve(leftFor5, rightFor5, otherFor12, leftFirst);
        Situation until60 = new Situation(model).serve(leftFor6, rightFor5, otherFor12, leftFirst);
        assertDifferent(until50, until60, 20);

        Situation from30 = new Situation(model).serve(otherFor3, bothFor2, otherFor7, leftFirst);
        Situation from40 = new Situation(model).serve(otherFor4, bothFor1, otherFor7, leftFirst);
        assertDifferent(from30, from40, 20);

        Situation leftLonger = new Situation(model).serve(leftFor6, rightFor5, otherFor12, leftFirst);
        Situation rightLonger = new Situation(model).serve(leftFor5, rightFor6, otherFor12, rightFirst);
        assertDifferent(leftLonger, rightLonger, 20);
    }

    /**
     * Four servers set to and fro let a window whose server is set already overtake the one before it; of an image that was
     * done like that, only its end says how long ago. Of all ends in this model, found among random ones, one is another
     * without it.
     */
    @Test
    void whenAnImageEndedThatOvertookAnother() {
        int four = lab.resource("four", 4, 28);
        RecipeBuilder twice = lab.model.recipe();
        twice.step(new int[] {four}, 3, 0, 0);
        twice.step(new int[] {four}, 7, 7, 0);
        int zero = twice.build();
        RecipeBuilder sets = lab.model.recipe();
        sets.step(four, 8, 0);
        sets.step(new int[] {four}, 3, 0, 1);
        int one = sets.build();
        int first = lab.stage("first", 1, zero, 3);
        int second = lab.stage("second", 1, zero, 2);
        int third = lab.stage("third", 1, one, 3);
        lab.model.edge(first, second, new int[] {0}, new int[] {1}, 3);
        lab.model.edge(first, third, new int[] {0}, new int[] {1}, 3);
        Model model = lab.model.build();
        Timeline whole = Engine.run(model, IMAGES, SeeingAll.WATCHER);
        assertThat(whole.finish(first, 3)).isGreaterThan(whole.finish(first, 4));
        assertNothingFalseIsLeftOut(model);
    }

    /** A window that has overtaken the one before it tells of its end no more, unless it is the last of its image. */
    @Test
    void whenAnImageThatHasOvertakenAnotherEnded() {
        lab.stage("only", lab.delay(1));
        Model model = lab.model.build();
        assertDifferent(overtakenAt(model, 13), overtakenAt(model, 14), 20);
    }

    private static Situation overtakenAt(Model model, long end) {
        Situation situation = new Situation(model).start(3);
        situation.flow.done(0, 1, 0);
        situation.finish[0][1] = end;
        return situation;
    }

    /**
     * No run tells, for a window that is not done has a step on the agenda, and of those begun the others are; but the
     * state is not to rely on it.
     */
    @Test
    void whichWindowsAreDoneBeforeTheirTurn() {
        lab.stage("only", 3, lab.delay(1), 0);
        Model model = lab.model.build();
        Situation second = new Situation(model).start(3);
        second.flow.done(0, 0, 1);
        Situation third = new Situation(model).start(3);
        third.flow.done(0, 0, 2);
        assertDifferent(second, third, 20);
    }

    /**
     * No run tells, for the steps of a job that are not done are those on the agenda and all that wait for them; but the
     * state is not to rely on it.
     */
    @Test
    void whatAJobStillWaitsFor() {
        RecipeBuilder recipe = lab.model.recipe();
        int first = recipe.delay(lab.clock, 1);
        int second = recipe.delay(lab.clock, 1);
        int joined = recipe.delay(lab.clock, 1);
        recipe.after(joined, first).after(joined, second);
        int joining = recipe.build();
        lab.stage("only", joining);
        Model model = lab.model.build();
        Situation both = new Situation(model).start(1);
        both.jobs.begin(0, 0, 0, joining, 0);
        both.agenda.push(30, 0);
        Situation one = new Situation(model).start(1);
        one.jobs.joined(one.jobs.begin(0, 0, 0, joining, 0), 0);
        one.agenda.push(30, 0);
        assertDifferent(both, one, 20);
    }

    private static void assertDifferent(Situation one, Situation other, long now) {
        assertThat(one.isSameAs(one, now)).as("a situation is itself").isTrue();
        assertThat(other.isSameAs(other, now)).as("a situation is itself").isTrue();
        assertThat(one.isSameAs(other, now)).as("two are the same").isFalse();
    }

    /** A run's state, put together by hand. */
    private static final class Situation {
        private final Model model;
        final FlowControl flow;
        final Servers servers;
        final Jobs jobs;
        final RadixHeap agenda = new RadixHeap();
        final long[][] finish;

        Situation(Model model) {
            this.model = model;
            flow = new FlowControl(model, IMAGES);
            servers = new Servers(model);
            jobs = new Jobs(model);
            finish = new long[model.stages()][IMAGES];
        }

        /** The only stage starts so many windows. */
        Situation start(int windows) {
            for (int window = 0; window < windows; window++) {
                flow.start(0);
            }
            return this;
        }

        /** The recipes' only steps are ready at tick 0, in this order. */
        Situation serve(int... recipes) {
            for (int recipe : recipes) {
                int base = model.recipeStart[recipe];
                servers.serve(model.code[base + model.code[base + RecipeCode.HEAD] + RecipeCode.CLAIM], 0);
            }
            return this;
        }

        boolean isSameAs(Situation other, long now) {
            StateRecord record = new StateRecord();
            record.keep();
            state().write(record, now);
            record.compare();
            other.state().write(record, now);
            return record.sameAsKept();
        }

        private EngineState state() {
            return new EngineState(model, flow, servers, jobs, agenda, finish);
        }
    }
}
