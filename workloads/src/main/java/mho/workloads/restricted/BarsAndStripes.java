package mho.workloads.restricted;

import java.util.ArrayList;
import java.util.List;

/**
 * Square pictures of whole rows or whole columns that are on: the small set on which a machine's likelihood can be told exactly (MacKay,
 * Information Theory, Inference, and Learning Algorithms, 2003, chapter 43). Of a side of n there are 2 (2^n - 1), all different.
 */
public final class BarsAndStripes {
    /** Larger pictures are too many to enumerate. */
    public static final int LARGEST_SIDE = 8;

    private BarsAndStripes() {}

    /**
     * All of them, rows first, each picture row by row.
     *
     * @param side from 2 to {@link #LARGEST_SIDE}
     */
    public static List<boolean[]> of(int side) {
        if (side < 2 || side > LARGEST_SIDE) {
            throw new IllegalArgumentException(
                    "a side of " + side + ", where pictures have from 2 to " + LARGEST_SIDE + " rows");
        }
        List<boolean[]> pictures = new ArrayList<>();
        int all = (1 << side) - 1;
        for (int lines = 0; lines <= all; lines++) {
            pictures.add(picture(side, lines, true));
        }
        for (int lines = 1; lines < all; lines++) { // none and all are there already
            pictures.add(picture(side, lines, false));
        }
        return pictures;
    }

    private static boolean[] picture(int side, int lines, boolean rows) {
        boolean[] on = new boolean[side * side];
        for (int i = 0; i < on.length; i++) {
            on[i] = (lines >> (rows ? i / side : i % side) & 1) == 1;
        }
        return on;
    }
}
