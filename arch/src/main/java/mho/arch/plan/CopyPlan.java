package mho.arch.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a layout is asked for.
 *
 * @param copies of every stage
 * @param together map sizes, from the first, whose layers are laid out column by column; 0: layer by layer
 */
public record CopyPlan(int[] copies, int together) {

    /** The same with other copies. */
    public CopyPlan with(int[] others) {
        return new CopyPlan(others, together);
    }

    /** The same with more or fewer map sizes column by column. */
    public CopyPlan with(int sizes) {
        return new CopyPlan(copies, sizes);
    }

    /** That equal plans have equal ones of. */
    public List<Integer> key() {
        return Stream.concat(Stream.of(together), Arrays.stream(copies).boxed()).toList();
    }
}
