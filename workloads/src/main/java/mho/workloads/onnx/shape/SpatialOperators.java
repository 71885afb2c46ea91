package mho.workloads.onnx.shape;

import java.util.Set;

/** Operators on maps: the leading axis counts inputs, the second channels, all others are places. */
public final class SpatialOperators {
    public static final Set<String> OPERATORS = Set.of(
            "Conv",
            "ConvTranspose",
            "ConvInteger",
            "QLinearConv",
            "MaxPool",
            "AveragePool",
            "LpPool",
            "GlobalAveragePool",
            "GlobalMaxPool",
            "BatchNormalization",
            "InstanceNormalization",
            "GroupNormalization",
            "LRN",
            "Resize",
            "Upsample",
            "DepthToSpace",
            "SpaceToDepth");

    private SpatialOperators() {}
}
