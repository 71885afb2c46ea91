package mho.workloads.data;

import mho.core.yaml.BadInput;
import mho.workloads.network.Shape;
import mho.workloads.values.Batch;
import org.jspecify.annotations.Nullable;

/** Inputs of one shape with or without labels, held compactly, handed out in batches as the network wants them. */
public final class DataSet {
    private final String name;
    private final Shape shape;
    private final Store store;
    private final int @Nullable [] labels;
    private final Normalisation normalisation;
    private final int start;
    private final int size;

    /** The numbers must stand in the order of a batch. */
    DataSet(String name, Shape shape, Store store, int @Nullable [] labels, Normalisation normalisation) {
        this(name, shape, store, labels, normalisation, 0, (int) (store.length() / shape.size()));
        normalisation.check(shape);
        checkFinite();
    }

    private DataSet(
            String name,
            Shape shape,
            Store store,
            int @Nullable [] labels,
            Normalisation normalisation,
            int start,
            int size) {
        this.name = name;
        this.shape = shape;
        this.store = store;
        this.labels = labels;
        this.normalisation = normalisation;
        this.start = start;
        this.size = size;
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
        return shape;
    }

    public Normalisation normalisation() {
        return normalisation;
    }

    public boolean labelled() {
        return labels != null;
    }

    /** The class of input i; throws {@link BadInput} if there are no labels. */
    public int label(int i) {
        checkWithin(i, 1);
        return labels()[start + i];
    }

    private int[] labels() {
        if (labels == null) {
            throw new BadInput(name + ": has no labels, so accuracy cannot be told; give the file of labels beside it");
        }
        return labels;
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
        int each = (int) shape.size();
        float[] values = new float[Math.multiplyExact(count, each)];
        int offset = (start + from) * each;
        for (int i = 0; i < values.length; i++) {
            values[i] = normalised(offset + i);
        }
        return new Batch(count, shape, values);
    }

    private float normalised(int i) {
        return (float) normalisation.apply(store.at(i), i % shape.channels());
    }

    /** The first n inputs; throws {@link BadInput} if there are fewer. */
    public DataSet first(int n) {
        return range(0, n);
    }

    /** Inputs from…to - 1, numbered from 0 again; throws {@link BadInput} if there are fewer. */
    public DataSet range(int from, int to) {
        if (from < 0 || from >= to) {
            throw new BadInput(
                    "%s: inputs %,d to %,d are asked for, ask for at least one".formatted(name, from, to - 1));
        }
        if (to > size) {
            throw new BadInput(
                    "%s: holds %,d inputs and %,d are asked for, ask for at most %,d".formatted(name, size, to, size));
        }
        return new DataSet(name, shape, store, labels, normalisation, start + from, to - from);
    }

    private void checkWithin(int from, int count) {
        if (from < 0 || count < 0 || from > size - count) {
            throw new IndexOutOfBoundsException("inputs " + from + " to " + (from + count) + " of " + size);
        }
    }

    private void checkFinite() {
        for (int i = 0; i < store.length(); i++) {
            if (!Float.isFinite(normalised(i))) {
                float read = store.at(i);
                throw new BadInput("%s: input %,d holds %s, %s"
                        .formatted(
                                name,
                                i / (int) shape.size(),
                                Float.isFinite(read) ? read + ", beyond the range of a float once normalised" : read,
                                "only finite numbers can be computed with; mend or leave out that input"));
            }
        }
    }

    /** As a report prints it. */
    @Override
    public String toString() {
        return "%s: %,d inputs of %s, %s, %s"
                .formatted(name, size, shape, labelled() ? classes() + " classes" : "no labels", normalisation);
    }
}
