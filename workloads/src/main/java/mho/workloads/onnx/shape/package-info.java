/**
 * What every tensor of an ONNX graph is before anything runs: type, shape, and the values of those that depend on shapes
 * and constants alone. One rule per operator, grouped by family.
 */
@NullMarked
package mho.workloads.onnx.shape;

import org.jspecify.annotations.NullMarked;
