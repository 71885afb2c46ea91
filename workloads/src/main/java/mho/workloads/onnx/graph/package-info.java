/**
 * An ONNX file as it was written: tensors, operators and attributes, checked for names, cycles and sizes, with no
 * meaning attached yet. Weights stay where the file has them until somebody asks for a value.
 */
@NullMarked
package mho.workloads.onnx.graph;

import org.jspecify.annotations.NullMarked;
