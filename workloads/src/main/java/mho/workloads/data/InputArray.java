package mho.workloads.data;

import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;

/** Inputs in the order of a batch, normalised as they are taken out. */
final class InputArray {
    private final Shape shape;
    private final NumberStore store;
    private final Normalisation normalisation;
    private final double threshold;

    /** What byte b of channel c becomes, at c * 256 + b; a division for each pixel would cost more than reading it. */
    private final float[] ofByte;

    /**
     * Throws unless every number is finite, as read and as normalised.
     *
     * @param threshold above which a normalised number becomes 1, all else being 0; NaN for none
     */
    InputArray(String name, Shape shape, NumberStore store, Normalisation normalisation, double threshold) {
        normalisation.check(shape);
        this.shape = shape;
        this.store = store;
        this.normalisation = normalisation;
        this.threshold = threshold;
        ofByte = new float[store instanceof NumberStore.Bytes ? shape.channels() * 256 : 0];
        for (int i = 0; i < ofByte.length; i++) {
            ofByte[i] = value(i % 256, i / 256);
        }
        checkFinite(name);
    }

    private float value(float read, int channel) {
        double normal = normalisation.apply(read, channel);
        return Double.isNaN(threshold) ? (float) normal : normal > threshold ? 1 : 0;
    }

    /** NaN for none. */
    double threshold() {
        return threshold;
    }

    int size() {
        return store.length() / each();
    }

    Shape shape() {
        return shape;
    }

    Normalisation normalisation() {
        return normalisation;
    }

    private int each() {
        return (int) shape.size();
    }

    float[] values(int from, int count) {
        float[] values = new float[Math.multiplyExact(count, each())];
        write(from * each(), values, values.length);
        return values;
    }

    /** Input i. */
    void copy(int i, float[] into) {
        write(i * each(), into, each());
    }

    private void write(int offset, float[] values, int count) {
        int channels = shape.channels();
        if (store instanceof NumberStore.Bytes pixels) {
            for (int i = 0; i < count; i++) {
                values[i] = ofByte[i % channels * 256 + pixels.unsigned(offset + i)];
            }
        } else {
            for (int i = 0; i < count; i++) {
                values[i] = value(store.at(offset + i), i % channels);
            }
        }
    }

    private void checkFinite(String name) {
        int numbers =
                store instanceof NumberStore.Bytes ? 0 : store.length(); // no byte is too large for any sane scale
        for (int i = 0; i < numbers; i++) {
            float read = store.at(i);
            if (!Float.isFinite((float) normalisation.apply(read, i % shape.channels()))) {
                throw new BadInput("%s: input %,d holds %s, %s"
                        .formatted(
                                name,
                                i / each(),
                                read,
                                Float.isFinite(read)
                                        ? "which the normalisation takes beyond the range of a float; change the scale"
                                        : "only finite numbers can be computed with; mend or leave out that input"));
            }
        }
        for (float value : ofByte) {
            if (!Float.isFinite(value)) {
                throw new BadInput(
                        name + ": the normalisation takes pixels beyond the range of a float; change the scale");
            }
        }
    }
}
