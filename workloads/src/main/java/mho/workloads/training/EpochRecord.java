package mho.workloads.training;

import java.util.List;

/**
 * An epoch that is over.
 *
 * @param epoch its number, from 1
 * @param rate learning rate
 * @param loss mean over the training examples, each as it was met, before the weights changed by it
 * @param trainAccuracy share of them that were told right, likewise
 * @param testAccuracy share of the test examples told right behind it; NaN without a test set
 * @param layers those with weights, in their order
 */
public record EpochRecord(
        int epoch, double rate, double loss, double trainAccuracy, double testAccuracy, List<LayerMeans> layers) {
    public EpochRecord {
        layers = List.copyOf(layers);
    }
}
