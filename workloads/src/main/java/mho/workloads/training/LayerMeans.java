package mho.workloads.training;

/**
 * What a layer with weights met in an epoch, over all examples.
 *
 * @param layer its name
 * @param meanInput mean of |x| over the values of its input; of a recurrent layer, without its state
 * @param meanError mean of |δ| over its sums, δ being what the loss gains for each
 * @param zeroErrors share of the sums whose δ is 0
 */
public record LayerMeans(String layer, double meanInput, double meanError, double zeroErrors) {}
