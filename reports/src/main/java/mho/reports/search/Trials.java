package mho.reports.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells evolution how good designs are. */
interface Trials {
    /** In the order of the designs, which are snapped. */
    List<DesignScore> scores(List<double[]> designs);

    /** Whether a design has not been asked for. */
    boolean isNew(double[] design);

    /** What those that were not asked for promise; null where nothing can be told yet. */
    @Nullable
    Foresight foresight();

    /** Whether there shall be another generation. */
    boolean goesOn();
}
