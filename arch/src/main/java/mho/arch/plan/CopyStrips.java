package mho.arch.plan;

import mho.arch.cut.Tiling;
import org.jspecify.annotations.Nullable;

/**
 * How copies of a layer share its map: side by side along a row, each with columns of its own, and {@code down} of them taking turns
 * by row. Neighbouring windows then stay with one copy, and a value has to go to few places.
 *
 * @param swaying whether strips are no whole number of columns wide: from one turn to the next their borders move by a column, so that
 *     over some rows each copy has its share
 */
record CopyStrips(int across, int down, boolean swaying) {
    /** Part by which the fullest copy of swaying strips may have more than its share. */
    private static final double ABOUT_EVEN = 0.03;

    /** 144 of 233: consecutive multiples of it, less their whole parts, lie evenly between 0 and 1, whatever their number. */
    private static final int GOLDEN_PART = 144;

    private static final int GOLDEN_WHOLE = 233;

    /** The most copies, up to so many, that strips of whole columns load evenly: one at least. */
    static int evenly(int most, int height, int width) {
        int copies = Math.min(most, height * width);
        while (copies > 1 && !isEven(copies, height, width)) {
            copies--;
        }
        return copies;
    }

    /** Whether strips of whole columns load so many copies evenly. */
    static boolean isEven(int copies, int height, int width) {
        return even(copies, height, width) != null;
    }

    /** Columns of one strip, at most. */
    int columns(int width) {
        return Tiling.ceilDiv(width, across);
    }

    /** The first column of a strip in a turn; that of the strip behind the last is where the map ends, or beyond. */
    int first(int strip, int turn, int width) {
        return swaying ? (int) (((long) strip * width + shift(turn)) / across) : strip * columns(width);
    }

    int copyOf(int y, int x, int width) {
        return stripOf(x, y / down, width) * down + y % down;
    }

    private int stripOf(int x, int turn, int width) {
        return swaying ? (int) (((x + 1L) * across - shift(turn) - 1) / width) : x / columns(width);
    }

    /** What the borders of a turn are moved by, in columns times strips; turns that follow one another are far from each other. */
    private int shift(int turn) {
        return (int) ((long) turn * across * GOLDEN_PART / GOLDEN_WHOLE % across);
    }

    private int windowsOfFullest(int height, int width) {
        if (!swaying) {
            return columns(width) * Tiling.ceilDiv(height, down);
        }
        int most = 0;
        for (int strip = 0; strip < across; strip++) {
            int windows = 0;
            for (int turn = 0; turn * down < height; turn++) {
                windows += first(strip + 1, turn, width) - first(strip, turn, width);
            }
            most = Math.max(most, windows);
        }
        return most;
    }

    /**
     * Strips that load the copies as evenly as taking turns would, or about so, with as few rows at a time as possible; null if there are
     * none.
     *
     * @param swaying whether strips may be no whole number of columns wide, where none that are load copies evenly
     */
    static @Nullable CopyStrips of(int copies, int height, int width, boolean swaying) {
        CopyStrips even = even(copies, height, width);
        return even == null && swaying ? swaying(copies, height, width) : even;
    }

    private static @Nullable CopyStrips even(int copies, int height, int width) {
        int fair = Tiling.ceilDiv(height * width, copies);
        for (int across = Math.min(copies, width); across >= 1; across--) {
            if (copies % across == 0) {
                CopyStrips strips = new CopyStrips(across, copies / across, false);
                if (strips.down <= height && strips.windowsOfFullest(height, width) == fair) {
                    return strips;
                }
            }
        }
        return null;
    }

    private static @Nullable CopyStrips swaying(int copies, int height, int width) {
        double fair = (double) height * width / copies;
        for (int across = Math.min(copies, width); across > 1; across--) {
            if (copies % across == 0) {
                CopyStrips strips = new CopyStrips(across, copies / across, true);
                if (strips.down <= height && strips.windowsOfFullest(height, width) <= fair * (1 + ABOUT_EVEN)) {
                    return strips;
                }
            }
        }
        return null;
    }
}
