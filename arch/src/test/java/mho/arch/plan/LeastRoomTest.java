package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import mho.arch.Given;
import mho.arch.RandomNetworks;
import mho.arch.Seeds;
import mho.arch.chip.ChipSpec;
import mho.core.engine.Clock;
import mho.core.engine.Deadlock;
import mho.core.engine.Engine;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.RecipeBuilder;
import mho.core.engine.Watcher;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class LeastRoomTest {
    private static final ChipSpec ISAAC = Given.chip("isaac-ce");

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void with_exactly_the_least_room_nothing_ever_gets_stuck(long seed) {
        Case given = Case.of(seed);
        Random random = Seeds.random(seed);
        for (int i = 0; i < 4; i++) {
            Model model = given.model(given.schedule.leastRoom(), random);
            assertThatCode(() -> Engine.run(model, 3, Watcher.NONE))
                    .as("seed %d: %s, room %s", seed, given, Arrays.toString(given.schedule.leastRoom()))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void with_one_window_less_many_networks_do() {
        int buffers = 0;
        int stuck = 0;
        for (long seed : seeds().toArray()) {
            Case given = Case.of(seed);
            int[] least = given.schedule.leastRoom();
            for (int d = 0; d < least.length; d++) {
                int[] room = least.clone();
                room[d]--;
                if (room[d] > 0) {
                    buffers++;
                    stuck += isStuck(given.model(room, Seeds.random(seed))) ? 1 : 0;
                }
            }
        }
        // The bound is that of one window at a time; a few buffers could do with less because others have room to
        // spare.
        assertThat((double) stuck / buffers).isGreaterThan(0.8);
    }

    @Test
    void a_short_branch_keeps_what_the_long_one_still_works_on() {
        // two 3 x 3 convolutions on the way: two rows and two positions of lead each
        Network network = Given.network(
                "1, 8, 8",
                "conv: {name: a, out: 1, kernel: 1}",
                "conv: {name: b, out: 1, kernel: 3, pad: 1}",
                "conv: {name: c, out: 1, kernel: 3, pad: 1}",
                "add: {from: [c, a]}");
        Pipeline pipeline = Pipeline.of(network.folded(), ISAAC.timingView());
        WindowSchedule schedule =
                WindowSchedule.of(pipeline, new CopyPlan(copiesOf(pipeline, 1), false, 0), new MappingEffort());
        int shortcut = IntStream.range(0, pipeline.readings().size())
                .filter(d -> pipeline.readings().get(d).producer() == 1
                        && pipeline.readings().get(d).consumer() == 4)
                .findFirst()
                .orElseThrow();
        // the first output needs b's position 9, which needs a's position 18: 19 in all are there at once
        assertThat(schedule.leastRoom()[shortcut]).isEqualTo(19);
    }

    private static boolean isStuck(Model model) {
        try {
            Engine.run(model, 3, Watcher.NONE);
            return false;
        } catch (Deadlock stuck) {
            return true;
        }
    }

    private static int[] copiesOf(Pipeline pipeline, int most) {
        Random random = new Random(most);
        return pipeline.stages().stream()
                .mapToInt(
                        s -> s.tiling() == null || s.instances() > 1 || s.node().recurrent()
                                ? 1
                                : 1 + random.nextInt(Math.min(most, s.windows())))
                .toArray();
    }

    /** A random network with random copies. */
    private record Case(Pipeline pipeline, int[] copies, WindowSchedule schedule) {
        static Case of(long seed) {
            Network network = seed % 10 == 9
                    ? RandomNetworks.sequence(seed, 4)
                    : RandomNetworks.branching(seed, 2 + (int) (seed % 5), 4);
            Pipeline pipeline = Pipeline.of(network.folded(), ISAAC.timingView());
            int[] copies = copiesOf(pipeline, 1 + (int) (seed % 7));
            return new Case(
                    pipeline,
                    copies,
                    WindowSchedule.of(pipeline, new CopyPlan(copies, seed % 2 == 0, 0), new MappingEffort()));
        }

        /** Stages whose windows take arbitrary times and overtake one another, joined by buffers of the given room. */
        Model model(int[] room, Random random) {
            ModelBuilder model = Model.builder();
            int clock = model.clock(Clock.ofPeriod(1));
            for (Stage stage : pipeline.stages()) {
                int[] recipes = new int[stage.windows()];
                Arrays.setAll(recipes, w -> {
                    RecipeBuilder recipe = model.recipe();
                    recipe.delay(clock, random.nextInt(3) == 0 ? random.nextInt(100) : 1);
                    return recipe.build();
                });
                model.stage(stage.node().name(), stage.windows(), recipes, copies[stage.id()]);
            }
            List<Dependency> dependencies = schedule.dependencies();
            for (int d = 0; d < room.length; d++) {
                Dependency dependency = dependencies.get(d);
                model.edge(
                        dependency.producer(),
                        dependency.consumer(),
                        dependency.lastNeeded(),
                        dependency.keptFrom(),
                        room[d]);
            }
            return model.build();
        }
    }
}
