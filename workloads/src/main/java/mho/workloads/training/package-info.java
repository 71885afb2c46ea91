/**
 * Training: what the loss gains for each weight, layer by layer from the end to the beginning, and the loop that changes the
 * weights by it. Every matrix of weights is a {@link mho.workloads.training.LearningMatrix}, which a processor or a chip may
 * be; everything else (functions, pooling, joins, the loss) is computed here in floating point.
 */
@org.jspecify.annotations.NullMarked
package mho.workloads.training;
