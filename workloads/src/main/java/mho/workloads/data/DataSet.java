package mho.workloads.data;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;
import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import mho.workloads.values.Batch;
import org.jspecify.annotations.Nullable;

/** Inputs of one shape with or without labels, held compactly, handed out in batches as the network wants them. */
public final class DataSet {
    private final String name;
    private final InputArray inputs;
    private final int @Nullable [] labels;
    private final int start;
    private final int size;

    DataSet(String name, InputArray inputs, int @Nullable [] labels) {
        this(name, inputs, labels, 0, inputs.size());
    }

    private DataSet(String name, InputArray inputs, int @Nullable [] labels, int start, int size) {
        this.name = name;
        this.inputs = inputs;
        this.labels = labels;
        this.start = start;
        this.size = size;
    }

    /**
     * A set that was made, not read.
     *
     * @param values of all inputs, one after the other, in the order of a {@link Batch}
     * @param labels one for each input
     */
    public static DataSet of(String name, Shape shape, float[] values, int[] labels) {
        if (values.length != labels.length * shape.size()) {
            throw new IllegalArgumentException(
                    "%d values for %d inputs of %s".formatted(values.length, labels.length, shape));
        }
        NumberStore store = new NumberStore.Floats(values.clone());
        return new DataSet(name, new InputArray(name, shape, store, Normalisation.NONE, Double.NaN), labels.clone());
    }

    /** Where it comes from, as messages print it. */
    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    /** Of one input. */
    public Shape shape() {
        return inputs.shape();
    }

    public Normalisation normalisation() {
        return inputs.normalisation();
    }

    public boolean labelled() {
        return labels != null;
    }

    /** The class of input i; throws {@link BadInput} if there are no labels. */
    public int label(int i) {
        checkWithin(i, 1);
        if (labels == null) {
            throw new BadInput(name + ": has no labels, so accuracy cannot be told; give the file of labels beside it");
        }
        return labels[start + i];
    }

    /** One more than the highest label; throws {@link BadInput} if there are no labels. */
    public int classes() {
        int highest = 0;
        for (int i = 0; i < size; i++) {
            highest = Math.max(highest, label(i));
        }
        return highest + 1;
    }

    /** Throws {@link BadInput} unless every label is one of so many classes, the outputs of a network. */
    public void checkClasses(int classes) {
        for (int i = 0; i < size; i++) {
            if (label(i) >= classes) {
                throw new BadInput(
                        "%s: the label of input %,d is %d, the network tells classes 0 to %d apart; give the labels it was trained for"
                                .formatted(name, start + i, label(i), classes - 1));
            }
        }
    }

    /** Inputs from…from + count - 1, normalised. */
    public Batch batch(int from, int count) {
        checkWithin(from, count);
        return new Batch(count, shape(), inputs.values(start + from, count));
    }

    /** Writes input i, normalised, to {@code into} from its start; allocates nothing. */
    public void copy(int i, float[] into) {
        checkWithin(i, 1);
        inputs.copy(start + i, into);
    }

    /** Of all numbers as the network sees them, and of the labels if there are any: sets of one sum are one set. */
    public long checksum() {
        CRC32 sum = new CRC32();
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * (int) shape().size());
        float[] values = new float[(int) shape().size()];
        for (int i = 0; i < size; i++) {
            inputs.copy(start + i, values);
            bytes.asFloatBuffer().put(values);
            sum.update(bytes.array());
            sum.update(labels == null ? 0 : labels[start + i]);
        }
        return sum.getValue();
    }

    /** The first n inputs; throws {@link BadInput} if there are fewer. */
    public DataSet first(int n) {
        return range(0, n);
    }

    /** Inputs from…to - 1, numbered from 0 again; throws {@link BadInput} if there are fewer. */
    public DataSet range(int from, int to) {
        if (from < 0 || from >= to) {
            throw new BadInput("%s: %,d inputs from number %,d on are asked for, ask for at least one"
                    .formatted(name, to - from, from));
        }
        if (to > size) {
            throw new BadInput(
                    "%s: holds %,d inputs and %,d are asked for, ask for at most %,d".formatted(name, size, to, size));
        }
        return new DataSet(name, inputs, labels, start + from, to - from);
    }

    private void checkWithin(int from, int count) {
        if (from < 0 || count < 0 || from > size - count) {
            throw new IndexOutOfBoundsException("inputs " + from + " to " + (from + count) + " of " + size);
        }
    }

    /** As a report prints it. */
    @Override
    public String toString() {
        String black = Double.isNaN(inputs.threshold()) ? "" : ", 1 above " + inputs.threshold() + " and else 0";
        return "%s: %,d inputs of %s, %s, %s%s"
                .formatted(
                        name, size, shape(), labelled() ? classes() + " classes" : "no labels", normalisation(), black);
    }
}
