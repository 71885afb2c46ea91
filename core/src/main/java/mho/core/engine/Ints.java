package mho.core.engine;

import java.util.Arrays;

/** A growing sequence of ints, without boxes. */
final class Ints {
    private int[] values = new int[16];
    private int size;

    void add(int value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, grown(size));
        }
        values[size++] = value;
    }

    void addAll(int[] more) {
        for (int value : more) {
            add(value);
        }
    }

    int get(int index) {
        return values[index];
    }

    void set(int index, int value) {
        values[index] = value;
    }

    int size() {
        return size;
    }

    void truncate(int newSize) {
        size = newSize;
    }

    int[] toArray() {
        return Arrays.copyOf(values, size);
    }

    /** Do the lengths of two stretches agree, and every value in them? */
    boolean equalRanges(int from, int other, int length) {
        return Arrays.equals(values, from, from + length, values, other, other + length);
    }

    int hashRange(int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + values[i];
        }
        return hash * 0x9E3779B9;
    }

    /** Half as long again: amortised constant, and less waste than doubling. */
    static int grown(int length) {
        if (length == Integer.MAX_VALUE - 8) {
            throw new ModelSaysNo("more than 2^31 numbers in one table of the model: simulate fewer images or windows");
        }
        return (int) Math.min(Integer.MAX_VALUE - 8L, Math.max(16L, length + (length >> 1)));
    }
}
