package mho.arch.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * Layers that are laid out together, column by column of their maps: the copies that work on the left of every map first, then those to
 * the right of them. What a convolution reads of its neighbours then comes from nearby, and where the line of tiles goes on to another
 * chip, only the columns at the border cross.
 *
 * @param stages in pipeline order; their copies stand in strips
 */
record ColumnGroup(List<Stage> stages, WindowSchedule schedule) {

    /** Of the first map sizes, so many; further ones than a network has change nothing. */
    static ColumnGroup of(Pipeline pipeline, WindowSchedule schedule, int sizes) {
        List<Stage> stages = new ArrayList<>();
        Shape size = null;
        int met = 0;
        for (Stage stage : pipeline.stages()) {
            if (!isInStrips(stage, schedule)
                    || !stages.isEmpty() && stages.get(0).kind() != stage.kind()) {
                continue;
            }
            Shape map = stage.node().output();
            met += isOf(size, map) ? 0 : 1;
            size = map;
            if (met > sizes) {
                break;
            }
            stages.add(stage);
        }
        return new ColumnGroup(stages, schedule);
    }

    private static boolean isOf(@Nullable Shape size, Shape map) {
        return size != null && size.height() == map.height() && size.width() == map.width();
    }

    private static boolean isInStrips(Stage stage, WindowSchedule schedule) {
        CopyStrips strips = schedule.strips().get(stage.id());
        return strips != null && strips.across() > 1;
    }

    /** The middle of a copy's strip, as a part of the width of its map. */
    double middle(Stage stage, int copy) {
        CopyStrips strips = Objects.requireNonNull(schedule.strips().get(stage.id()));
        int width = stage.node().output().width();
        int strip = copy / strips.down();
        return (strips.first(strip, 0, width) + strips.first(strip + 1, 0, width)) / (2.0 * width);
    }
}
