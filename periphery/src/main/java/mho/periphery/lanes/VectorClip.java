package mho.periphery.lanes;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** By the Vector API, where comparing and choosing is an instruction each. Exists only where that is; asked for by its name. */
final class VectorClip implements Clip {

    private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

    VectorClip() {}

    @Override
    public void clip(float[] values, int length, float low, float high, float margin, float[] counts) {
        int end = LANES.loopBound(length);
        for (int i = 0; i < end; i += LANES.length()) {
            FloatVector value = FloatVector.fromArray(LANES, values, i);
            FloatVector count = FloatVector.fromArray(LANES, counts, i);
            VectorMask<Float> above = value.sub(high).sub(margin).compare(GT, 0f);
            VectorMask<Float> below =
                    FloatVector.broadcast(LANES, low).sub(value).sub(margin).compare(GT, 0f);
            count.blend(count.add(1f), above.or(below)).intoArray(counts, i);
            value.blend(high, value.compare(GT, high))
                    .blend(low, value.compare(LT, low))
                    .intoArray(values, i);
        }
        for (int i = end; i < length; i++) {
            float value = values[i];
            counts[i] += value - high - margin > 0 || low - value - margin > 0 ? 1f : 0f;
            values[i] = value > high ? high : value < low ? low : value;
        }
    }

    @Override
    public void quantise(float[] values, int rows, float perStep, float low, float high, float step, float[] counts) {
        for (int row = 0; row < rows; row++) {
            quantiseRow(values, row * counts.length, perStep, low, high, step, counts);
        }
    }

    private static void quantiseRow(
            float[] values, int from, float perStep, float low, float high, float step, float[] counts) {
        int end = LANES.loopBound(counts.length);
        for (int i = 0; i < end; i += LANES.length()) {
            FloatVector value = FloatVector.fromArray(LANES, values, from + i).mul(perStep);
            FloatVector count = FloatVector.fromArray(LANES, counts, i);
            VectorMask<Float> above = value.sub(high).sub(0.5f).compare(GT, 0f);
            VectorMask<Float> below =
                    FloatVector.broadcast(LANES, low).sub(value).sub(0.5f).compare(GT, 0f);
            count.blend(count.add(1f), above.or(below)).intoArray(counts, i);
            value.blend(high, value.compare(GT, high))
                    .blend(low, value.compare(LT, low))
                    .add(ROUNDING)
                    .sub(ROUNDING)
                    .mul(step)
                    .intoArray(values, from + i);
        }
        for (int i = end; i < counts.length; i++) {
            float value = values[from + i] * perStep;
            counts[i] += value - high - 0.5f > 0 || low - value - 0.5f > 0 ? 1f : 0f;
            float code = value > high ? high : value < low ? low : value;
            values[from + i] = ((code + ROUNDING) - ROUNDING) * step;
        }
    }
}
