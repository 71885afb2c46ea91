package mho.reports.explain;

import mho.core.engine.CriticalPath;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of a critical path on which one layer was at it.
 *
 * @param layer empty while the input comes
 * @param firstWindow by rank
 * @param lastWindow the one that hands on to the next stretch
 * @param fromS since the input could have come
 * @param toS where the next stretch begins
 * @param waitedS of it, time in which something else had what was needed
 * @param reason what let it begin; null while the input comes
 * @param by the layer that did; empty where it was the input
 */
public record PathStretch(
        String layer,
        int firstWindow,
        int lastWindow,
        double fromS,
        double toS,
        double waitedS,
        CriticalPath.@Nullable Reason reason,
        String by) {}
