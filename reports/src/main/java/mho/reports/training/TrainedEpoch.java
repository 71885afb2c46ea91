package mho.reports.training;

import java.util.ArrayList;
import java.util.List;
import mho.arch.element.LearntArrays;
import mho.workloads.training.EpochRecord;
import mho.workloads.training.LayerMeans;
import org.jspecify.annotations.Nullable;

/**
 * An epoch: what was learnt in it, what it took.
 *
 * @param examples of it
 * @param arrays what happened in the arrays of each layer in this epoch, in the order of the layers; empty where weights are ideal
 * @param cost of all its examples
 */
public record TrainedEpoch(EpochRecord learnt, int examples, List<LearntArrays> arrays, EpochCost cost) {
    public TrainedEpoch {
        arrays = List.copyOf(arrays);
    }

    /**
     * A layer in an epoch.
     *
     * @param arrays null where weights are ideal
     */
    public record Layer(LayerMeans means, @Nullable LearntArrays arrays) {
        /** Part of what was asked that became no pulse. */
        public double lost() {
            return arrays == null ? 0 : arrays.lost();
        }
    }

    /** Layers that learn, in their order. */
    public List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < learnt.layers().size(); i++) {
            layers.add(new Layer(learnt.layers().get(i), i < arrays.size() ? arrays.get(i) : null));
        }
        return layers;
    }

    public long cellPulses() {
        return arrays.stream()
                .mapToLong(layer -> layer.cellPulses() + layer.transferPulses())
                .sum();
    }

    /** Part of all cells that stand at a bound; 0 without cells. */
    public double saturated() {
        long cells = arrays.stream().mapToLong(LearntArrays::cells).sum();
        return cells == 0
                ? 0
                : (double) arrays.stream().mapToLong(LearntArrays::saturated).sum() / cells;
    }

    /** Pulses of the most worn cell since the training began. */
    public long worn() {
        return arrays.stream().mapToLong(LearntArrays::worn).max().orElse(0);
    }
}
