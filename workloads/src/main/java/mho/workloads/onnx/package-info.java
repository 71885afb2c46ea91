/** ONNX in: a model file, with sizes for what it leaves open, becomes a {@link mho.workloads.network.Network}. */
@NullMarked
package mho.workloads.onnx;

import org.jspecify.annotations.NullMarked;
