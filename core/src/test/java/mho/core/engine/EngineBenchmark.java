package mho.core.engine;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Events per second on 1,000 resources: 50 stages in a row, each of four copies of five resources. A window is read,
 * carried by a bus, multiplied in two cores at once, joined, activated, written and sent over three links to the next
 * stage's buffer, which holds 64 windows and needs 16 to begin: eleven steps, one of them a join.
 */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@State(Scope.Thread)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class EngineBenchmark {
    private static final int STAGES = 50;
    private static final int COPIES = 4;
    private static final int WINDOWS = 2000;
    private static final int AHEAD = 16;
    private static final int PORT = 0;
    private static final int BUS = 1;
    private static final int CORE = 2;
    private static final int UNIT = 3;
    private static final int LINK = 4;
    private static final int KINDS = 5;

    /** Clocks whose periods are whole ticks, or links at 1.2 GHz whose periods are not. */
    @Param({"whole", "fractional"})
    String clocks = "whole";

    private Model model = Model.builder().build();

    /** JMH prints these per second, beside the runs per second. */
    @AuxCounters(AuxCounters.Type.OPERATIONS)
    @State(Scope.Thread)
    public static class Events {
        /** Completions. */
        public long events;
    }

    @Setup
    public void build() {
        ModelBuilder m = Model.builder();
        int fast = m.clock(Clock.ofHertz(1_000_000_000));
        int slow = m.clock(Clock.ofHertz(10_000_000));
        int link = m.clock(Clock.ofHertz(clocks.equals("whole") ? 1_250_000_000L : 1_200_000_000L));
        for (int i = 0; i < STAGES * COPIES; i++) {
            m.resource("port" + i, fast, 1, 0);
            m.resource("bus" + i, fast, 1, 0);
            m.resource("core" + i, slow, 1, 0);
            m.resource("unit" + i, fast, 1, 0);
            m.resource("link" + i, link, 1, 0);
        }
        int[] recipes = new int[WINDOWS];
        int before = -1;
        for (int stage = 0; stage < STAGES; stage++) {
            for (int w = 0; w < WINDOWS; w++) {
                recipes[w] = w < COPIES ? recipe(m, stage, w) : recipes[w % COPIES];
            }
            int next = m.stage("stage" + stage, WINDOWS, recipes, 32);
            if (before >= 0) {
                m.edge(before, next, upTo(AHEAD), upTo(1), 64);
            }
            before = next;
        }
        model = m.build();
    }

    @Benchmark
    public Timeline run(Events counter) {
        Timeline timeline = Engine.run(model, 2, Watcher.NONE);
        counter.events += timeline.events();
        return timeline;
    }

    private static int recipe(ModelBuilder m, int stage, int copy) {
        int own = (stage * COPIES + copy) * KINDS;
        int neighbour = (stage * COPIES + (copy + 1) % COPIES) * KINDS;
        int next = ((stage + 1) % STAGES * COPIES + copy) * KINDS;
        RecipeBuilder r = m.recipe();
        int read = r.step(own + PORT, 4, 5);
        int carry = chain(r, r.step(own + BUS, 8, 8), read);
        int multiply = chain(r, r.step(own + CORE, 1, 2), carry);
        int beside = chain(r, r.step(neighbour + CORE, 1, 2), carry);
        int add = chain(r, r.step(own + UNIT, 2, 2), multiply);
        r.after(add, beside);
        int activate = chain(r, r.step(own + UNIT, 4, 6), add);
        int write = chain(r, r.step(own + PORT, 4, 5), activate);
        int hop = chain(r, r.step(own + LINK, 8, 2), write);
        hop = chain(r, r.step(neighbour + LINK, 8, 2), hop);
        hop = chain(r, r.step(next + LINK, 8, 10), hop);
        chain(r, r.step(next + PORT, 4, 5), hop);
        return r.build();
    }

    private static int chain(RecipeBuilder r, int step, int predecessor) {
        r.after(step, predecessor);
        return step;
    }

    private static int[] upTo(int ahead) {
        int[] table = new int[WINDOWS];
        Arrays.setAll(table, w -> Math.min(WINDOWS - 1, w + ahead));
        return table;
    }
}
