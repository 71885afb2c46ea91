package mho.workloads.data;

import java.util.List;
import mho.core.yaml.BadInput;

/** Class numbers, one for each input. */
final class Labels {
    /** Far beyond any classifier, and every whole number up to it is a float. */
    private static final int HIGHEST = (1 << 24) - 1;

    private Labels() {}

    static int[] of(FileArray array, int items) {
        List<Integer> wide = array.item().stream().filter(extent -> extent != 1).toList();
        if (!wide.isEmpty()) {
            throw new BadInput(array.where() + ": holds " + array.size()
                    + " numbers where labels belong, one class number for each input; are the two files swapped?");
        }
        if (array.items() != items) {
            throw new BadInput("%s: holds %,d labels for %,d inputs, give the labels of these inputs"
                    .formatted(array.where(), array.items(), items));
        }
        int[] labels = new int[items];
        for (int i = 0; i < items; i++) {
            labels[i] = whole(array.where(), i, array.store().at(i));
        }
        return labels;
    }

    private static int whole(String where, int i, float label) {
        if (!(label >= 0 && label <= HIGHEST) || label != Math.rint(label)) {
            throw new BadInput(
                    "%s: label %,d is %s, labels are whole numbers from 0".formatted(where, i, shown(label)));
        }
        return (int) label;
    }

    private static String shown(float label) {
        return label == (int) label ? String.valueOf((int) label) : String.valueOf(label);
    }
}
