package mho.workloads.onnx.lowering;

/** A tensor in the network: the node that makes it, and how its axes are read. */
record Placed(int node, Layout layout) {}
