package mho.arch.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.ToIntFunction;
import mho.arch.topology.GridMesh;
import mho.core.cost.ActionIndex;
import mho.core.engine.Engine;
import mho.core.engine.ModelBuilder;
import mho.core.engine.Timeline;
import mho.core.engine.Watcher;

/** Sends things through a fabric that is alone in the world; each window is a stage of its own, so all begin at once. */
final class Trial {
    private Trial() {}

    /** Tiles and links of a chip whose routers are joined to a mesh. */
    static Attachments mesh(int tiles, int columns, int concentration, int links) {
        return new Attachments(
                tiles, concentration, links, new GridMesh().routes(1 + (tiles - 1) / concentration, columns));
    }

    /** Ticks at which what each draft writes has arrived; all are sent at tick 0, in this order. */
    @SafeVarargs
    static long[] finish(ModelBuilder model, ToIntFunction<Draft>... senders) {
        Timeline timeline = run(model, senders);
        long[] finish = new long[senders.length];
        Arrays.setAll(finish, s -> timeline.finish(s, 0));
        return finish;
    }

    @SafeVarargs
    static Timeline run(ModelBuilder model, ToIntFunction<Draft>... senders) {
        for (ToIntFunction<Draft> sender : senders) {
            Draft draft = new Draft(model, new ActionIndex());
            assertThat(sender.applyAsInt(draft)).isNotNegative();
            draft.build();
            model.stage("sender", 1, new int[] {draft.recipe()}, 0);
        }
        return Engine.run(model.build(), 1, Watcher.NONE);
    }
}
