package mho.arch.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import mho.arch.chip.Mapping;
import mho.arch.chip.TimingView;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Partner;
import mho.workloads.task.Verb;

/**
 * When layers that learn change their weights, and so what goes through the pipeline as one: a batch of inputs that are all read with the
 * same weights, then the updates.
 *
 * <p>Updates are pulses window by window, or windows are <em>gathered</em>: each adds its outer product to sums beside the arrays, and
 * behind the last window of the batch stands one more, which adds up the sums of all copies and changes the weights of each by them.
 * Layers of several copies gather, and so do all in batches of more than one input, where a chip has such sums. In a batch no update
 * begins before the last read of its arrays; a gathered one never does.
 *
 * @param batch inputs between one update and the next
 * @param gathered of every stage, whether it is an update that is gathered
 */
public record UpdatePlan(int batch, boolean[] gathered) {
    /** Windows of a batch that are kept with their recipes, of all layers together. */
    private static final long MOST_WINDOWS = LayerLimits.MOST_WINDOWS_OF_ALL;

    /** Nothing learns, or every input by itself and at once. */
    static UpdatePlan plain(Pipeline pipeline) {
        return new UpdatePlan(1, new boolean[pipeline.stages().size()]);
    }

    /** @param copies of every stage */
    static UpdatePlan of(TimingView chip, Pipeline pipeline, int[] copies) {
        if (pipeline.stages().stream().noneMatch(UpdatePlan::isUpdate)) {
            return plain(pipeline);
        }
        int batch = chip.mapping().inputsTogether();
        boolean[] gathered = new boolean[pipeline.stages().size()];
        long windows = 0;
        for (Stage stage : pipeline.stages()) {
            windows += (long) stage.windows() * batch;
            if (isUpdate(stage)) {
                int holder = holder(stage, pipeline).id();
                boolean sums = chip.kinds()
                                .get(pipeline.stages().get(holder).kind())
                                .element()
                                .gradientBits()
                        > 0;
                gathered[stage.id()] = sums && (batch > 1 || copies[holder] > 1);
            }
        }
        if (windows > MOST_WINDOWS) {
            throw new ModelSaysNo(
                    "a batch of %d inputs has %d windows over all layers, more than the %d that are kept: give a smaller one (mapping.batch=%d)"
                            .formatted(batch, windows, MOST_WINDOWS, Math.max(1, MOST_WINDOWS * batch / windows)));
        }
        return new UpdatePlan(batch, gathered);
    }

    private static boolean isUpdate(Stage stage) {
        return stage.operation().verb() == Verb.UPDATE;
    }

    private static Stage holder(Stage update, Pipeline pipeline) {
        return Objects.requireNonNull(pipeline.holder(update));
    }

    public boolean isGathered(Stage stage) {
        return gathered[stage.id()];
    }

    /** Windows of a stage for a batch. */
    public int windows(Stage stage) {
        return batch * stage.windows() + (isGathered(stage) ? 1 : 0);
    }

    /** What windows of a batch need of one another: of every dependency, for input after input, then what only orders updates. */
    public List<Dependency> joined(Pipeline pipeline, List<Dependency> dependencies) {
        if (batch == 1 && !anyGathered()) {
            return dependencies;
        }
        List<Dependency> all = new ArrayList<>();
        for (Dependency one : dependencies) {
            Stage producer = pipeline.stages().get(one.producer());
            Stage consumer = pipeline.stages().get(one.consumer());
            all.add(one.repeated(batch, producer.windows(), windows(consumer)));
        }
        all.addAll(order(pipeline));
        return all;
    }

    private boolean anyGathered() {
        for (boolean one : gathered) {
            if (one) {
                return true;
            }
        }
        return false;
    }

    /** Updates behind the last read of their arrays: that in reverse, or of a layer that has none the gradient made by the last. */
    private List<Dependency> order(Pipeline pipeline) {
        List<Dependency> order = new ArrayList<>();
        for (Stage update : pipeline.stages()) {
            if (isUpdate(update)) {
                Stage holder = holder(update, pipeline);
                Stage read = lastReader(holder, pipeline);
                int all = windows(update);
                order.add(
                        isGathered(update)
                                ? Dependency.ofLast(read.id(), windows(read), update.id(), all)
                                : Dependency.ofAll(read.id(), windows(read), update.id(), all));
            }
        }
        return order;
    }

    private static Stage lastReader(Stage holder, Pipeline pipeline) {
        Partner reverse = new Partner(holder.id(), Partner.Role.TRANSPOSED);
        Partner gradient = new Partner(holder.id(), Partner.Role.BESIDE);
        return partner(reverse, pipeline.stages(), partner(gradient, pipeline.stages(), holder));
    }

    private static Stage partner(Partner partner, List<Stage> stages, Stage otherwise) {
        return stages.stream()
                .filter(stage -> partner.equals(stage.node().partner()))
                .findFirst()
                .orElse(otherwise);
    }

    /**
     * Batches by which weights may be behind where nobody waits for updates: of inputs, as many as are stated, or as many as there are reads of arrays between a
     * layer's own read and its update, and one for the output's gradient, which takes a step of its own. In a chain of L layers that is
     * 2 (L - l) + 1 of layer l: L - l reads forward, as many in reverse.
     */
    public int behind(Stage update, Pipeline pipeline, Mapping mapping) {
        Integer stated = mapping.behind();
        int inputs = stated == null ? readsBetween(update, pipeline) + 1 : stated;
        return (inputs + batch - 1) / batch;
    }

    private static int readsBetween(Stage update, Pipeline pipeline) {
        int[] reads = new int[update.id() + 1];
        Arrays.fill(reads, -1);
        Stage holder = holder(update, pipeline);
        reads[holder.id()] = 0;
        for (int id = holder.id() + 1; id <= update.id(); id++) {
            Stage stage = pipeline.stages().get(id);
            boolean takesArrays = id < update.id() && pipeline.holder(stage) != null;
            for (StageEdge reading : stage.inputs()) {
                if (!reading.isRecurrent() && reads[reading.producer()] >= 0) {
                    reads[id] = Math.max(reads[id], reads[reading.producer()] + (takesArrays ? 1 : 0));
                }
            }
        }
        return reads[update.id()];
    }

    @Override
    public String toString() {
        return "batches of " + batch + ", gathered " + Arrays.toString(gathered);
    }
}
