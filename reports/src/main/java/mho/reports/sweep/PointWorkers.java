package mho.reports.sweep;

import java.util.List;
import java.util.function.Consumer;

/** Machines other than this one that compute points. Found by name in the class path ({@link PointCluster}); mho's own jar has none. */
public interface PointWorkers extends AutoCloseable {

    /** Groups that are computed side by side, at most. */
    int slots();

    /**
     * Computes groups, each by one worker; returns when all are done. A worker that is lost costs what it was at.
     *
     * @param done takes what became of a group as soon as it is there; one at a time
     * @param told hears what happens to workers; by any thread
     * @throws mho.core.engine.ModelSaysNo if the workers cannot go on; what was taken stays
     */
    void compute(List<PointGroup> groups, Consumer<PointGroup.Computed> done, Consumer<String> told);

    /** Lets the workers go. */
    @Override
    void close();
}
