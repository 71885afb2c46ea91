package mho.workloads.network;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values on their way to integer codes or back, as a quantised model says: {@code code = zero point + value / scale} to the
 * nearest, halves to even, and not beyond the lowest and the highest; {@code value = (code - zero point) scale}. Costs nothing:
 * drivers, converters and buffers work with codes anyway. What it reads keeps its order.
 *
 * @param scale one for each channel or one for all; null where it follows from the values themselves
 * @param zero the zero points, likewise; null for 0
 */
public record Codes(Shape shape, Way way, @Nullable Tensor scale, @Nullable Tensor zero, int low, int high)
        implements Layer {
    /** Codes of values whose range is looked for, as ONNX's DynamicQuantizeLinear has it: 0 to 255. */
    private static final int MEASURED_HIGH = 255;

    /** What becomes of a value. */
    public enum Way {
        /** Its code. */
        QUANTISED,
        /** What its code stands for. */
        RESTORED,
        /** Its code, by the range of all values of the map. */
        MEASURED,
        /** Its code less the zero point, both by the range of all values of the map. */
        MEASURED_CENTRED,
        /** The scale that the range of all values of the map gives. */
        MEASURED_SCALE,
        /** The zero point that the range of all values of the map gives. */
        MEASURED_ZERO
    }

    /** By the range of the values, as DynamicQuantizeLinear does; {@code way} is one of the measured ones. */
    public static Codes measured(Shape shape, Way way) {
        return new Codes(shape, way, null, null, 0, MEASURED_HIGH);
    }

    @Override
    public String kind() {
        return "rounding to integers";
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        return shape;
    }

    @Override
    public boolean isView() {
        return true;
    }

    /** How far the values that come out of here lie apart; 0 if that differs from channel to channel or is no constant. */
    public double step() {
        return switch (way) {
            case QUANTISED, MEASURED, MEASURED_CENTRED -> 1;
            case RESTORED -> {
                float[] scales = numbers(scale, 1);
                yield scales.length == 1 ? scales[0] : 0;
            }
            case MEASURED_SCALE, MEASURED_ZERO -> 0;
        };
    }

    /** The zero points, one for each channel or one for all. */
    public float[] zeros() {
        return numbers(zero, 0);
    }

    /** The values of one map after another, changed; {@code values} stay. */
    public float[] of(float[] values) {
        float[] out = values.clone();
        int size = Math.toIntExact(shape.size());
        switch (way) {
            case QUANTISED -> quantise(out);
            case RESTORED -> restore(out);
            case MEASURED, MEASURED_CENTRED, MEASURED_SCALE, MEASURED_ZERO -> {
                for (int from = 0; from < out.length; from += size) {
                    measure(out, from, from + size);
                }
            }
        }
        return out;
    }

    private void quantise(float[] out) {
        float[] scales = numbers(scale, 1);
        float[] zeros = numbers(zero, 0);
        for (int i = 0; i < out.length; i++) {
            int c = i % shape.channels();
            float offset = zeros[zeros.length == 1 ? 0 : c];
            out[i] = code(out[i] / scales[scales.length == 1 ? 0 : c], offset, low, high);
        }
    }

    private void restore(float[] out) {
        float[] scales = numbers(scale, 1);
        float[] zeros = numbers(zero, 0);
        for (int i = 0; i < out.length; i++) {
            int c = i % shape.channels();
            out[i] = (out[i] - zeros[zeros.length == 1 ? 0 : c]) * scales[scales.length == 1 ? 0 : c];
        }
    }

    private void measure(float[] out, int from, int to) {
        float least = 0;
        float most = 0;
        for (int i = from; i < to; i++) {
            least = Math.min(least, out[i]);
            most = Math.max(most, out[i]);
        }
        float unit = most == least ? 1 : (most - least) / MEASURED_HIGH;
        float offset = code(-least / unit, 0, 0, MEASURED_HIGH);
        for (int i = from; i < to; i++) {
            out[i] = switch (way) {
                case MEASURED_SCALE -> unit;
                case MEASURED_ZERO -> offset;
                default -> {
                    float code = code(out[i] / unit, offset, 0, MEASURED_HIGH);
                    yield way == Way.MEASURED_CENTRED ? code - offset : code;
                }
            };
        }
    }

    private static float code(float steps, float offset, int low, int high) {
        return (float) Math.max(low, Math.min(high, Math.rint(steps) + offset));
    }

    private static float[] numbers(@Nullable Tensor tensor, float absent) {
        return tensor == null ? new float[] {absent} : tensor.values().get();
    }
}
