package mho.reports.sweep;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * A sweep as a file asks for it. Paths in it are relative to the working directory, as on the command line.
 *
 * @param base what all points have in common, as keys of {@link mho.reports.config.RunRequest}; a tree, because any of them may vary
 * @param training the same where points are trainings, as keys of {@link mho.reports.config.TrainingRequest}; null where they are runs
 * @param tie lists of paths of {@code vary}; the first value of one goes with the first of the others
 * @param pareto null for the usual objectives
 */
record SweepFile(
        @Doc("name of the sweep, and of its directory") String sweep,
        @Doc("what all points have in common") @Default("{}") MapNode base,
        @Doc("what all points have in common that are trainings, in the place of base") @Nullable MapNode training,
        @Doc("what varies: paths and their values") MapNode vary,
        @Doc("paths that advance together, a list for each tie") @Default("[]") List<List<String>> tie,
        @Doc("all, zip, random N or latin-hypercube N") @Default("all") String sample,
        @Doc("which points may be on the front") @Default("[]") List<String> constraints,
        @Doc("what the front is better in") @Nullable List<String> pareto) {
    SweepFile {
        if (training != null && !base.keys().isEmpty()) {
            throw new IllegalArgumentException(
                    "points are runs (base) or trainings (training), not both: leave one of the two out");
        }
    }

    /** What its points are. */
    PointKind<?> kind() {
        return PointKind.of(training == null ? RunPoints.BASE : TrainingPoints.BASE);
    }

    /** What all points have in common. */
    MapNode common() {
        return training == null ? base : training;
    }
}
