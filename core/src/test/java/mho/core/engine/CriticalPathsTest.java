package mho.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mho.core.engine.CriticalPath.Doing;
import mho.core.engine.CriticalPath.Part;
import mho.core.engine.CriticalPath.Reason;
import org.junit.jupiter.api.Test;

/** Why an image that runs alone is not done earlier. */
class CriticalPathsTest {
    private static final int SEEDS = 1500;

    /** A record checks itself for gaps; what it ends at, and where, is checked here. */
    @Test
    void thePartsOfEveryPathAddUpToWhatTheRunTook() {
        int paths = 0;
        Set<Doing> doings = EnumSet.noneOf(Doing.class);
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        for (int seed = 0; seed < SEEDS; seed++) {
            PlainModel graph = seed % 3 == 0 ? RandomModel.withTrains(seed) : new RandomModel(seed).next();
            Model model = graph.build().model();
            long comes = seed % 4 == 0 ? 12_345L : 0;
            Optional<CriticalPaths> asked = explained(model, comes);
            if (asked.isEmpty()) {
                continue;
            }
            CriticalPaths why = asked.get();
            Timeline plain = Engine.run(model, 1, Inflow.ALL, Arrivals.at(comes), Watcher.NONE);
            assertThat(why.timeline().end()).as("seed %d", seed).isEqualTo(plain.end());
            CriticalPath whole = why.whole();
            assertThat(sum(whole.parts())).as("seed %d", seed).isEqualTo(plain.finish(0));
            whole.parts().forEach(part -> doings.add(part.doing()));
            whole.openings().forEach(opening -> reasons.add(opening.reason()));
            for (int stage = 0; stage < model.stages(); stage++) {
                long started = plain.start(stage, 0);
                CriticalPath path = why.to(stage);
                assertThat(sum(path.parts()))
                        .as("seed %d, stage %d", seed, stage)
                        .isEqualTo(plain.finish(stage, 0));
                assertThat(sum(path.since(started).parts())).isEqualTo(plain.finish(stage, 0) - started);
                paths++;
            }
        }
        assertThat(paths).isGreaterThan(1000);
        assertThat(doings).as("all that can go on is met").containsExactlyInAnyOrder(Doing.values());
        assertThat(reasons).as("all reasons are met").containsExactlyInAnyOrder(Reason.values());
    }

    /** a reads and multiplies twice over one bus; b needs both: the second read waits for the first. */
    @Test
    void aPathSaysWhichWindowWaitedForWhat() {
        ModelBuilder builder = Model.builder();
        int clock = builder.clock(Clock.ofHertz(1_000_000_000_000L)); // a cycle is 1000 ticks
        int bus = builder.resource("bus", clock, 1, 0);
        int core = builder.resource("core", clock, 2, 0);
        RecipeBuilder work = builder.recipe();
        int read = work.step(bus, 10, 10);
        work.after(work.step(core, 5, 5), read);
        int both = work.build();
        RecipeBuilder last = builder.recipe();
        last.step(core, 3, 3);
        int a = builder.stage("a", 2, new int[] {both}, 0);
        int b = builder.stage("b", 1, new int[] {last.build()}, 0);
        builder.edge(a, b, new int[] {1}, new int[] {2}, Model.UNBOUNDED);
        CriticalPath path = CriticalPaths.of(builder.build(), 0).whole();
        assertThat(path.parts())
                .containsExactly(
                        new Part(Doing.WAITS_FOR_RESOURCE, a, 1, bus, a, 0, 10_000),
                        new Part(Doing.WORKS, a, 1, bus, -1, 10_000, 20_000),
                        new Part(Doing.WORKS, a, 1, core, -1, 20_000, 25_000),
                        new Part(Doing.WORKS, b, 0, core, -1, 25_000, 28_000));
        assertThat(path.openings())
                .containsExactly(
                        new CriticalPath.Opening(a, 1, 0, Reason.INPUT, -1, -1),
                        new CriticalPath.Opening(b, 0, 25_000, Reason.PREDECESSOR, a, 1));
    }

    private static Optional<CriticalPaths> explained(Model model, long comes) {
        try {
            return Optional.of(CriticalPaths.of(model, comes));
        } catch (ModelSaysNo stuck) {
            return Optional.empty();
        }
    }

    private static long sum(List<Part> parts) {
        return parts.stream().mapToLong(Part::ticks).sum();
    }
}
