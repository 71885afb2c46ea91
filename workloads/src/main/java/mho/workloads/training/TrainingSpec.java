package mho.workloads.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;

/**
 * How a network is trained: stochastic gradient descent, the examples in another order each epoch. Weights change when a batch
 * has been read, by the mean of its gradients.
 *
 * @param epochs passes over the training set
 * @param layerRates what the learning rate is multiplied by in a layer: of 0, it keeps its first weights
 * @param batch examples that are read with the same weights; 1: weights change after each
 * @param seed of the first weights, of the order of examples and of all that is drawn in matrices
 */
public record TrainingSpec(
        @Doc("passes over the training set") int epochs,
        @Doc("examples that are read with the same weights") @Default("1") int batch,
        @Doc("learning rate, epoch by epoch") RateSchedule rate,
        @Doc("what is lowered") @Default("cross-entropy") Loss loss,
        @Doc("first weights") @Default("{kind: xavier}") Initialisation initialisation,
        @Doc("factors of the learning rate of layers, by their names; 1 of those not named")
                @Default("{}")
                @Range(min = 0)
                Map<String, Double> layerRates,
        @Doc("examples in another order each epoch") @Default("true") boolean shuffle,
        @Doc("of everything that is drawn") @Range(min = 0) @Default("1") long seed) {

    public TrainingSpec {
        if (epochs < 1 || batch < 1) {
            throw new IllegalArgumentException(
                    "%d epochs in batches of %d train nothing; give 1 or more of each".formatted(epochs, batch));
        }
        layerRates = Collections.unmodifiableMap(new LinkedHashMap<>(layerRates));
        layerRates.forEach((layer, factor) -> {
            if (!(factor >= 0) || Double.isInfinite(factor)) {
                throw new IllegalArgumentException(
                        "layer-rates: the learning rate of %s cannot be %s times the others'; give 0 (it stays as it is) or more"
                                .formatted(layer, factor));
            }
        });
    }

    /** Cross-entropy, Xavier's weights, shuffled. */
    public static TrainingSpec of(int epochs, int batch, RateSchedule rate, long seed) {
        return new TrainingSpec(
                epochs, batch, rate, Loss.CROSS_ENTROPY, new Initialisation.Xavier(), Map.of(), true, seed);
    }
}
