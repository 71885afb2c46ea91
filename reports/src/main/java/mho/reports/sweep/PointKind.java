package mho.reports.sweep;

import java.util.List;
import java.util.Set;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.reports.config.NamedInputs;
import mho.reports.figures.MetricTable;
import mho.reports.run.InputCache;

/**
 * What the points of a sweep are: runs, or trainings.
 *
 * @param <M> what it takes to make a point, and points may share: a timeline, a training
 */
sealed interface PointKind<M> permits RunPoints, TrainingPoints {
    /** The kind whose points have their common part under a key. */
    static PointKind<?> of(String base) {
        return base.equals(RunPoints.BASE) ? new RunPoints() : new TrainingPoints();
    }

    /** The key of a sweep file under which stands what all points have in common. */
    String base();

    /** Keys of it that may vary. All other axes are paths of the chip file. */
    Set<String> axes();

    /** Whether what points are made from is a timeline that prices have no say in; else each is made by itself. */
    boolean sharesTimelines();

    /** What points are judged by. */
    MetricTable<?> judged();

    /** Metrics that people see beside the objectives, whatever these are. */
    List<String> usual();

    /**
     * What a front is better in where nobody says.
     *
     * @param varied whether an axis of this name varies
     */
    List<String> objectives(MapNode base, boolean varied);

    /** Throws {@link mho.core.yaml.BadInput} where points cannot have a metric: it takes data. */
    void checkMetric(String key, String where, MapNode base, boolean varied);

    /** The base with its defaults. */
    MapNode whole(MapNode base);

    /** The seed that samples are drawn by. */
    long seed(MapNode base);

    /** Settings that the base makes in all chips. */
    List<Setting> settings(MapNode base);

    /** Throws {@link mho.core.yaml.BadInput} unless what the base names is there. */
    void check(MapNode base, NamedInputs choices);

    /** A point whose question is resolved. */
    PreparedPoint<M> prepared(MapNode base, List<Setting> settings, NamedInputs choices, InputCache library);

    /** The same from the configuration of a point. */
    PreparedPoint<M> read(MapNode config, InputCache library);
}
