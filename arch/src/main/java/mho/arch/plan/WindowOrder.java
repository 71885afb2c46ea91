package mho.arch.plan;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The order in which a stage works through its windows: the window (output position) at each rank, and back.
 *
 * @param windowAt window of every rank
 * @param rankOf rank of every window
 */
public record WindowOrder(int[] windowAt, int[] rankOf) {

    static WindowOrder rowMajor(int windows) {
        int[] same = IntStream.range(0, windows).toArray();
        return new WindowOrder(same, same);
    }

    private static WindowOrder of(int[] windowAt) {
        int[] rankOf = new int[windowAt.length];
        for (int rank = 0; rank < rankOf.length; rank++) {
            rankOf[windowAt[rank]] = rank;
        }
        return new WindowOrder(windowAt, rankOf);
    }

    /** As their inputs arrive: by the last rank needed, row-major among equals. */
    static WindowOrder byArrival(int[] lastNeeded) {
        int[] windowAt = IntStream.range(0, lastNeeded.length)
                .boxed()
                .sorted((a, b) ->
                        lastNeeded[a] != lastNeeded[b] ? Integer.compare(lastNeeded[a], lastNeeded[b]) : a - b)
                .mapToInt(Integer::intValue)
                .toArray();
        return of(windowAt);
    }

    /**
     * So that copies side by side work at the same time: band by band of rows, in each all strips' first columns, then the next. Every
     * other strip runs backwards, so that columns on both sides of a border come together.
     */
    static WindowOrder strips(CopyStrips strips, int height, int width) {
        int[] windowAt = new int[height * width];
        int rank = 0;
        int columns = strips.columns(width);
        for (int band = 0; band < height; band += strips.down()) {
            int turn = band / strips.down();
            for (int x = 0; x < columns; x++) {
                for (int strip = 0; strip < strips.across(); strip++) {
                    int from = strips.first(strip, turn, width);
                    int to = strips.first(strip + 1, turn, width);
                    int column = strip % 2 == 0 ? from + x : to - 1 - x;
                    for (int y = band; y < Math.min(height, band + strips.down()); y++) {
                        if (column >= from && column < Math.min(to, width)) {
                            windowAt[rank++] = y * width + column;
                        }
                    }
                }
            }
        }
        return of(windowAt);
    }

    boolean isRowMajor() {
        return Arrays.equals(windowAt, rankOf)
                && IntStream.range(0, windowAt.length).allMatch(i -> windowAt[i] == i);
    }
}
