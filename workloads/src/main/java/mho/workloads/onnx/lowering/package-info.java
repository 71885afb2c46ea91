/**
 * ONNX operators as layers of a {@link mho.workloads.network.Network}: one small class per family, registered in a table.
 * ONNX knows axes; a network knows channels and positions. A {@link mho.workloads.onnx.lowering.AxisLayout} says which axes
 * are which, moves along with the data, and tells a view that costs nothing from one that everything must wait for.
 */
@NullMarked
package mho.workloads.onnx.lowering;

import org.jspecify.annotations.NullMarked;
