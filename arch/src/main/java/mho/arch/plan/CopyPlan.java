package mho.arch.plan;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a layout is asked for.
 *
 * @param copies of every stage
 * @param swaying whether copies that no strips of whole columns load evenly stand in strips whose borders sway; else they take turns
 * @param together map sizes, from the first, whose layers are laid out column by column; 0: layer by layer
 */
public record CopyPlan(int[] copies, boolean swaying, int together) {

    /** The same with other copies. */
    public CopyPlan with(int[] others) {
        return new CopyPlan(others, swaying, together);
    }

    /** The same with more or fewer map sizes column by column. */
    public CopyPlan with(int sizes) {
        return new CopyPlan(copies, swaying, sizes);
    }

    /** The same with other copies, in strips whose borders sway where need be. */
    public CopyPlan swaying(int[] others) {
        return new CopyPlan(others, true, together);
    }

    /** That equal plans have equal ones of. */
    public List<Integer> key() {
        return Stream.concat(
                        Stream.of(together, swaying ? 1 : 0),
                        Arrays.stream(copies).boxed())
                .toList();
    }
}
