package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.workloads.network.ReceptiveField;
import mho.workloads.network.Shape;
import org.jspecify.annotations.Nullable;

/**
 * The order of every stage's windows for given copies, and what follows from it: who waits for what, and the least room of buffers.
 *
 * <p>Copies of a layer stand side by side in strips where that loads them evenly. All other work is done in the order in which its
 * inputs arrive.
 *
 * @param strips of every stage, or null
 * @param dependencies one for each of the pipeline's readings
 * @param leastRoom of every dependency, the producer windows without which the pipeline could deadlock
 */
record WindowSchedule(
        List<WindowOrder> orders, List<@Nullable CopyStrips> strips, List<Dependency> dependencies, int[] leastRoom) {

    static WindowSchedule of(Pipeline pipeline, CopyPlan plan, MappingEffort effort) {
        return of(pipeline, plan, UpdatePlan.plain(pipeline), effort);
    }

    static WindowSchedule of(Pipeline pipeline, CopyPlan plan, UpdatePlan updates, MappingEffort effort) {
        List<WindowOrder> orders = new ArrayList<>();
        List<@Nullable CopyStrips> strips = new ArrayList<>();
        for (Stage stage : pipeline.stages()) {
            Shape map = stage.node().output();
            boolean copied = stage.tiling() != null && plan.copies()[stage.id()] > 1;
            CopyStrips own =
                    copied ? CopyStrips.of(plan.copies()[stage.id()], map.height(), map.width(), plan.swaying()) : null;
            strips.add(own);
            orders.add(
                    own == null
                            ? byArrival(stage, orders, effort)
                            : WindowOrder.strips(own, map.height(), map.width()));
        }
        List<Dependency> dependencies = pipeline.readings().stream()
                .map(r -> Dependency.of(r, orders.get(r.producer()), orders.get(r.consumer()), effort))
                .toList();
        int[] least = LeastRoom.of(pipeline.stages().size(), updates.joined(pipeline, dependencies), effort);
        return new WindowSchedule(orders, strips, dependencies, Arrays.copyOf(least, dependencies.size()));
    }

    private static WindowOrder byArrival(Stage stage, List<WindowOrder> orders, MappingEffort effort) {
        int windows = stage.windows();
        if (stage.node().recurrent()
                || stage.inputs().stream()
                        .allMatch(r -> orders.get(r.producer()).isRowMajor())) {
            return WindowOrder.rowMajor(windows);
        }
        int[] last = new int[windows];
        for (StageEdge reading : stage.inputs()) {
            ReceptiveField field = java.util.Objects.requireNonNull(reading.field());
            int[] needed = FieldRanks.last(field, orders.get(reading.producer()), effort);
            for (int w = 0; w < windows; w++) {
                last[w] = Math.max(last[w], needed[w]);
            }
        }
        return WindowOrder.byArrival(last);
    }
}
