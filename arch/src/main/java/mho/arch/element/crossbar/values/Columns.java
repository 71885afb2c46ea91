package mho.arch.element.crossbar.values;

import mho.arch.element.crossbar.values.Weights.Sign;

/**
 * The columns of an array as they are sensed: output by output, slice by slice, and of a pair in columns the positive one before the
 * negative one. A shared reference adds columns for each slice at the end.
 *
 * @param outputs outputs of the array
 */
record Columns(Slicing slicing, int outputs) {

    /** Sensed columns of one output. */
    int perOutput() {
        return slicing.slices() * (slicing.sign() == Sign.PAIR ? 2 : 1);
    }

    int references() {
        return slicing.slices() * slicing.referencesPerSlice();
    }

    int count() {
        return outputs * perOutput() + references();
    }

    int output(int column) {
        return column / perOutput();
    }

    boolean isReference(int column) {
        return column >= outputs * perOutput();
    }

    private int reference(int column) {
        return column - outputs * perOutput();
    }

    /** Which of its slice's references a reference column is. */
    int which(int column) {
        return reference(column) % slicing.referencesPerSlice();
    }

    int slice(int column) {
        if (isReference(column)) {
            return reference(column) / slicing.referencesPerSlice();
        }
        int within = column % perOutput();
        return slicing.sign() == Sign.PAIR ? within / 2 : within;
    }

    /** Whether the column holds the negative side of a pair. */
    boolean negativeSide(int column) {
        return slicing.sign() == Sign.PAIR && !isReference(column) && column % 2 == 1;
    }
}
