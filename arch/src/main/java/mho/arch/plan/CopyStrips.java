package mho.arch.plan;

import mho.arch.cut.Tiling;

/**
 * How copies of a layer share its map: side by side along a row, each with columns of its own, and {@code down} of them taking turns
 * by row. Neighbouring windows then stay with one copy, and a value has to go to few places.
 */
record CopyStrips(int across, int down) {

    /** The most copies, up to so many, that strips load evenly: one at least. */
    static int evenly(int most, int height, int width) {
        int copies = Math.min(most, height * width);
        while (copies > 1 && of(copies, height, width) == null) {
            copies--;
        }
        return copies;
    }

    /** Columns of one strip. */
    int columns(int width) {
        return Tiling.ceilDiv(width, across);
    }

    int copyOf(int y, int x, int width) {
        return x / columns(width) * down + y % down;
    }

    private int windowsOfFullest(int height, int width) {
        return columns(width) * Tiling.ceilDiv(height, down);
    }

    /** Strips that load the copies as evenly as taking turns would, with as few rows at a time as possible; null if there are none. */
    static @org.jspecify.annotations.Nullable CopyStrips of(int copies, int height, int width) {
        int fair = Tiling.ceilDiv(height * width, copies);
        for (int across = Math.min(copies, width); across >= 1; across--) {
            if (copies % across == 0) {
                CopyStrips strips = new CopyStrips(across, copies / across);
                if (strips.down <= height && strips.windowsOfFullest(height, width) == fair) {
                    return strips;
                }
            }
        }
        return null;
    }
}
