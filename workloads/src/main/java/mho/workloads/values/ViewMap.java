package mho.workloads.values;

import java.util.List;
import mho.workloads.network.Layer;
import mho.workloads.network.Node;
import mho.workloads.network.Shape;

/**
 * Where each value that is seen through views comes from. Found by looking through them at numbered values, so that it is the
 * order that {@link Interpreter} reads in.
 *
 * @param from of value k behind the views, its index in front of them; -1 if it is no value of the map but a constant
 * @param constants those constants, 0 elsewhere
 */
@SuppressWarnings("ArrayRecordComponent") // a table, never compared
public record ViewMap(int[] from, float[] constants) {
    /** Numbers that a float tells apart. */
    private static final int MOST = 1 << 24;

    /** Whether a map is small enough to be numbered. */
    public static boolean fits(Shape map) {
        return map.size() < MOST;
    }

    /**
     * Of views that only move values, over a map that {@link #fits}.
     *
     * @param reader for messages
     * @throws mho.core.yaml.BadInput if a view's order is not known
     */
    public static ViewMap of(Node reader, List<Layer> views, Shape map) {
        int size = Math.toIntExact(map.size());
        float[] numbers = new float[size];
        for (int i = 0; i < size; i++) {
            numbers[i] = i + 1;
        }
        float[] seen = through(reader, views, new Batch(1, map, numbers));
        float[] empty = through(reader, views, new Batch(1, map, new float[size]));
        int[] from = new int[seen.length];
        float[] constants = new float[seen.length];
        for (int k = 0; k < seen.length; k++) {
            boolean constant = seen[k] == empty[k]; // of a value of the map, one is 0 and the other is not
            from[k] = constant ? -1 : (int) seen[k] - 1;
            constants[k] = constant ? seen[k] : 0;
        }
        return new ViewMap(from, constants);
    }

    private static float[] through(Node reader, List<Layer> views, Batch batch) {
        Batch seen = batch;
        for (Layer view : views) {
            seen = ViewedValues.through(reader, view, seen);
        }
        return seen.values();
    }

    /** Whether values are seen as they are, in the order they have. */
    public boolean isIdentity() {
        for (int k = 0; k < from.length; k++) {
            if (from[k] != k) {
                return false;
            }
        }
        return true;
    }
}
