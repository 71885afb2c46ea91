package mho.workloads.onnx.lowering;

/** A tensor in the network: the node that makes it, and how its axes are read. */
record PlacedTensor(int node, AxisLayout layout) {}
