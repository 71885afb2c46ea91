package mho.arch.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a network on a chip computed for a set of inputs.
 *
 * @param images inputs computed
 * @param calibration inputs that ranges were calibrated on; none of the others
 * @param calibrationData where these come from
 * @param accuracy part of the inputs whose largest output is that of the label; null without labels
 * @param floatAccuracy the same of the network in floating point
 * @param agreement part of the inputs whose largest output is that of the network in floating point
 * @param sqnrDb of the network's outputs
 * @param inputsClipped part of the network's inputs beyond the codes of the buffers that keep them
 * @param layers those with weights in arrays
 * @param remarks what became of a quantised model's codes where they could not be kept, a sentence each
 */
public record Values(
        int images,
        int calibration,
        String calibrationData,
        @Nullable Double accuracy,
        @Nullable Double floatAccuracy,
        double agreement,
        double sqnrDb,
        double inputsClipped,
        List<LayerValues> layers,
        List<String> remarks) {
    public Values {
        remarks = List.copyOf(remarks);
        layers = List.copyOf(layers);
    }

    /** Standard error of the accuracy, sqrt(p (1 - p) / n): what other inputs of the same kind would move it by; null without labels. */
    public @Nullable Double accuracyError() {
        return accuracy == null ? null : Math.sqrt(accuracy * (1 - accuracy) / images);
    }

    /** Of one layer, by the id of its node; null for layers without arrays. */
    public @Nullable LayerValues layer(int node) {
        return layers.stream().filter(layer -> layer.node() == node).findFirst().orElse(null);
    }
}
