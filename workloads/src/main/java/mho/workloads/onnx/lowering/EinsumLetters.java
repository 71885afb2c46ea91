package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.List;
import mho.workloads.onnx.graph.Dims;

/**
 * The axes of a product by letter, as in {@code bmk,bkn->bmn}. Axes of 1 count nowhere, so that stretched ones need no
 * rule of their own.
 *
 * @param left letters of the left factor's axes
 */
record EinsumLetters(String left, String right, String out) {

    /** Numpy's matmul of the given ranks. */
    static EinsumLetters matmul(Dims left, Dims right) {
        int batch = Math.max(0, Math.max(left.rank(), right.rank()) - 2);
        StringBuilder stack = new StringBuilder();
        for (int i = 0; i < batch; i++) {
            stack.append((char) ('A' + i));
        }
        String a = left.rank() == 1 ? "k" : tail(stack, left.rank() - 2) + "mk";
        String b = right.rank() == 1 ? "k" : tail(stack, right.rank() - 2) + "kn";
        return new EinsumLetters(a, b, stack + (left.rank() == 1 ? "" : "m") + (right.rank() == 1 ? "" : "n"));
    }

    private static String tail(StringBuilder stack, int count) {
        return stack.substring(stack.length() - count);
    }

    /** The same product seen from the other side. */
    EinsumLetters swapped() {
        return new EinsumLetters(right, left, out);
    }

    /** What a letter is for the product. */
    enum Role {
        /** In both factors and the output: separate products. */
        GROUP,
        /** In both factors only: summed over. */
        INNER,
        /** In the left factor and the output. */
        LEFT,
        /** In the right factor and the output. */
        RIGHT,
        /** In one factor only. */
        LONE
    }

    Role role(char letter, Dims leftDims, Dims rightDims) {
        boolean inLeft = wide(left, leftDims, letter);
        boolean inRight = wide(right, rightDims, letter);
        if (out.indexOf(letter) < 0) {
            return inLeft && inRight ? Role.INNER : Role.LONE;
        }
        return inLeft && inRight ? Role.GROUP : inLeft ? Role.LEFT : Role.RIGHT;
    }

    private static boolean wide(String letters, Dims dims, char letter) {
        int axis = letters.indexOf(letter);
        return axis >= 0 && dims.at(axis) > 1;
    }

    /** Axes of a factor, or of the output, whose letters have one of {@code roles}; only those of more than 1. */
    int[] axes(String letters, Dims dims, Dims leftDims, Dims rightDims, Role... roles) {
        List<Integer> axes = new ArrayList<>();
        for (Role role : roles) {
            for (int axis = 0; axis < letters.length(); axis++) {
                if (dims.at(axis) > 1 && role(letters.charAt(axis), leftDims, rightDims) == role) {
                    axes.add(axis);
                }
            }
        }
        return axes.stream().mapToInt(Integer::intValue).toArray();
    }
}
