package mho.periphery.lanes;

import static jdk.incubator.vector.VectorOperators.ADD;
import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * By the Vector API. Exists only where that is; asked for by its name.
 *
 * <p>Bits of floats are compared as integers: the least and the greatest of two integers are one instruction each, those of floats are many, for the sake of NaN and of the sign of zero, and so is every
 * mask. A value lay beyond when it is further from what it became than the margin.
 */
final class VectorClip implements Clip {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    private static final int MAGNITUDE = Integer.MAX_VALUE;

    VectorClip() {}

    @Override
    public long clip(float[] values, int count, float low, float high, float margin) {
        IntVector beyond = IntVector.zero(IntVector.SPECIES_PREFERRED);
        int least = ordered(Float.floatToRawIntBits(low));
        int greatest = ordered(Float.floatToRawIntBits(high));
        int bound = Float.floatToRawIntBits(margin);
        int end = LANES.loopBound(count);
        for (int i = 0; i < end; i += LANES.length()) {
            FloatVector value = FloatVector.fromArray(LANES, values, i);
            FloatVector limited = ordered(
                            ordered(value.reinterpretAsInts()).max(least).min(greatest))
                    .reinterpretAsFloats();
            beyond = beyond.add(exceeds(value.sub(limited), bound));
            limited.intoArray(values, i);
        }
        long total = beyond.reduceLanes(ADD);
        for (int i = end; i < count; i++) {
            float value = values[i];
            values[i] = Math.min(Math.max(value, low), high);
            total += Math.abs(value - values[i]) > margin ? 1 : 0;
        }
        return total;
    }

    @Override
    public long quantise(float[] values, int count, float perStep, float low, float high, float step) {
        IntVector beyond = IntVector.zero(IntVector.SPECIES_PREFERRED);
        int least = Float.floatToRawIntBits(low + ROUNDING);
        int greatest = Float.floatToRawIntBits(high + ROUNDING);
        int half = Float.floatToRawIntBits(0.5f);
        int end = LANES.loopBound(count);
        for (int i = 0; i < end; i += LANES.length()) {
            FloatVector value = FloatVector.fromArray(LANES, values, i).mul(perStep);
            // Codes plus the number that rounds are above zero, where bits have the order of floats.
            FloatVector code = value.add(ROUNDING)
                    .reinterpretAsInts()
                    .max(least)
                    .min(greatest)
                    .reinterpretAsFloats()
                    .sub(ROUNDING);
            beyond = beyond.add(exceeds(value.sub(code), half));
            code.mul(step).intoArray(values, i);
        }
        long total = beyond.reduceLanes(ADD);
        for (int i = end; i < count; i++) {
            float value = values[i] * perStep;
            float code = (Math.min(Math.max(value, low), high) + ROUNDING) - ROUNDING;
            total += Math.abs(value - code) > 0.5f ? 1 : 0;
            values[i] = code * step;
        }
        return total;
    }

    /** Bits of floats to integers of the same order, and back. */
    private static IntVector ordered(IntVector bits) {
        return bits.lanewise(ASHR, 31).and(MAGNITUDE).lanewise(XOR, bits);
    }

    private static int ordered(int bits) {
        return (bits >> 31 & MAGNITUDE) ^ bits;
    }

    /** 1 where the magnitude is above that of the given bits, else 0. */
    private static IntVector exceeds(FloatVector value, int bits) {
        IntVector magnitude = value.reinterpretAsInts().and(MAGNITUDE);
        return IntVector.broadcast(IntVector.SPECIES_PREFERRED, bits)
                .sub(magnitude)
                .lanewise(LSHR, 31);
    }
}
