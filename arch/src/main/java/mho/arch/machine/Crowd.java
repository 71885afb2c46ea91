package mho.arch.machine;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mho.arch.codes.Extent;
import mho.workloads.values.Batch;
import org.jspecify.annotations.Nullable;

/**
 * How many different values there are among some of those of a map, and among some of each channel's.
 *
 * @param channels one count for each channel
 */
record Crowd(int different, List<Integer> channels) {
    static final Crowd NOBODY = new Crowd(0, List.of());

    /** So many are looked at; evenly spread. */
    private static final int LOOKED_AT = 4096;

    private static final int LOOKED_AT_OF_A_CHANNEL = 256;

    /** Fewer than these may well be few. */
    private static final int MANY = 8;

    /** What is left where a constant beyond all proportion is in the range: itself, and all the others. */
    private static final int FEW = 2;

    static Crowd of(Batch batch) {
        float[] values = batch.values();
        int channels = batch.shape().channels();
        int positions = values.length / channels;
        int step = channels * Math.max(1, positions / LOOKED_AT_OF_A_CHANNEL);
        List<Integer> each = new ArrayList<>();
        for (int c = 0; c < channels; c++) {
            each.add(different(values, c, step));
        }
        return new Crowd(different(values, 0, Math.max(1, values.length / LOOKED_AT)), each);
    }

    private static int different(float[] values, int from, int step) {
        Set<Float> different = new HashSet<>();
        for (int i = from; i < values.length; i += step) {
            different.add(values[i]);
        }
        return different.size();
    }

    /** What became of many values; null where they are many still. */
    @Nullable
    Loss lostIn(Crowd rounded, Extent span, boolean byChannel) {
        if (different >= MANY && rounded.different <= FEW) {
            return new Loss(span, "all others are");
        }
        int lively = 0;
        int lost = 0;
        for (int c = 0; byChannel && c < channels.size(); c++) {
            boolean many = channels.get(c) >= MANY;
            lively += many ? 1 : 0;
            lost += many && rounded.channels.get(c) == 1 ? 1 : 0;
        }
        return 2 * lost > lively ? new Loss(span, "each of most channels is") : null;
    }

    /**
     * Values that cannot be told apart any more beside far larger ones.
     *
     * @param span what the range of all is
     * @param whose which values have become one
     */
    record Loss(Extent span, String whose) {}
}
