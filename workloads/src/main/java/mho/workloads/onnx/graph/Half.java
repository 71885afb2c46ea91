package mho.workloads.onnx.graph;

/** The two 16-bit floating-point formats of ONNX: IEEE 754 binary16 and bfloat16. */
public final class Half {
    private Half() {}

    /** The nearest binary16 value, ties to even. */
    public static double round(double x) {
        double magnitude = Math.abs(x);
        if (Double.isNaN(x) || magnitude >= 65520) { // half a step beyond the largest, 65504
            return Double.isNaN(x) ? x : Math.copySign(Double.POSITIVE_INFINITY, x);
        }
        // Ten bits behind the leading one; below 2^-14 the step stays 2^-24.
        double step = Math.scalb(1.0, Math.max(Math.getExponent(magnitude), -14) - 10);
        return Math.rint(x / step) * step;
    }

    /** The nearest bfloat16 value, ties to even. */
    public static double roundBrain(double x) {
        int bits = Float.floatToIntBits((float) x);
        return Double.isNaN(x) ? x : Float.intBitsToFloat((bits + 0x7FFF + (bits >>> 16 & 1)) & 0xFFFF_0000);
    }

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
