package mho.workloads.onnx.graph;

/** The two 16-bit floating-point formats of ONNX: IEEE 754 binary16 and bfloat16. */
final class Half {
    private Half() {}

    static float toFloat(short half) {
        int sign = (half & 0x8000) << 16;
        int exponent = (half >> 10) & 0x1F;
        int fraction = half & 0x3FF;
        if (exponent == 0x1F) {
            return Float.intBitsToFloat(sign | 0x7F80_0000 | fraction << 13);
        }
        if (exponent == 0) {
            // Zero and subnormals: fraction · 2^-24.
            float magnitude = fraction * 0x1p-24f;
            return sign == 0 ? magnitude : -magnitude;
        }
        return Float.intBitsToFloat(sign | (exponent + 112) << 23 | fraction << 13);
    }

    /** The upper half of a binary32. */
    static float brainToFloat(short brain) {
        return Float.intBitsToFloat(brain << 16);
    }
}
