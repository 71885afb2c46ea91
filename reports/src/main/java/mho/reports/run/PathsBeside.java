package mho.reports.run;

import java.util.concurrent.CompletableFuture;
import mho.arch.plan.Placement;
import mho.arch.program.Program;
import mho.core.engine.CriticalPaths;
import mho.core.engine.Watcher;
import org.jspecify.annotations.Nullable;

/**
 * Beside a simulation, on a thread of its own, runs one input alone and notes what every step waited for, so that nobody waits for that
 * afterwards. Else it hears what another hears.
 */
final class PathsBeside implements Progress {
    private final Progress other;
    private final long comes;
    private @Nullable CompletableFuture<CriticalPaths> paths;

    /** @param comes tick at which the input comes in */
    PathsBeside(Progress other, long comes) {
        this.other = other;
        this.comes = comes;
    }

    @Override
    public Watcher watching(Placement placement, Program program) {
        paths = CompletableFuture.supplyAsync(() -> CriticalPaths.of(program.model(), comes));
        return other.watching(placement, program);
    }

    @Override
    public void progress(long events, long now) {
        other.progress(events, now);
    }

    @Override
    public boolean seesAll() {
        return other.seesAll();
    }

    @Override
    public void images(int done, int all) {
        other.images(done, all);
    }

    /** Once the simulation has been watched. */
    CriticalPaths paths() {
        if (paths == null) {
            throw new IllegalStateException("nothing ran");
        }
        return paths.join();
    }
}
