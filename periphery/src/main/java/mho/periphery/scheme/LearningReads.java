package mho.periphery.scheme;

import mho.core.yaml.Doc;
import org.jspecify.annotations.Nullable;

/** How an array is read while it learns, forward (inputs on rows) and in reverse (errors on columns); what is absent is ideal. */
public record LearningReads(
        @Doc("Reads forward, inputs on rows") @Nullable ReadPath forward,
        @Doc("Reads in reverse, errors on columns") @Nullable ReadPath reverse) {

    /**
     * A reader of matrices of one shape.
     *
     * @param scale network weight that a composed weight of 1 stands for: bounds and noise are stated in composed weights
     * @param seed of noise
     * @param place which matrix it is
     */
    public LearningReader reader(int rows, int columns, double scale, long seed, long... place) {
        return new LearningReader(
                forward == null ? ReadPath.IDEAL : forward,
                reverse == null ? ReadPath.IDEAL : reverse,
                rows,
                columns,
                scale,
                seed,
                place);
    }
}
