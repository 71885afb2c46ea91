package mho.workloads.foreign;

import java.util.Arrays;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Mark;

/**
 * A layer as a row of NeuroSim's {@code NetWork.csv} has it (DNN+NeuroSim V1.0 to V2.1, main.cpp): height, width and channels of the map it
 * reads, height and width of its kernel, channels it gives, 1 where a pool follows, and, in later versions, the stride. Of a row without
 * one it is 1.
 *
 * @param mark where the row stands
 * @param pooled whether a pool follows
 */
record NeuroSimRow(
        Mark mark,
        int height,
        int width,
        int channels,
        int kernelHeight,
        int kernelWidth,
        int out,
        boolean pooled,
        int stride) {
    private static final String[] COLUMNS = {
        "height of the map",
        "width of the map",
        "channels of the map",
        "height of the kernel",
        "width of the kernel",
        "channels given",
        "whether a pool follows",
        "stride"
    };
    private static final int LEAST = 7;

    /** Throws {@link BadInput} for what is no such row. */
    static NeuroSimRow of(Mark mark, String line) {
        String[] cells = line.split(",", -1);
        int columns = cells.length > LEAST && cells[cells.length - 1].isBlank() ? cells.length - 1 : cells.length;
        if (columns < LEAST || columns > COLUMNS.length) {
            throw BadInput.at(
                    mark,
                    "found " + columns + " columns, a layer of NeuroSim has 7 or 8: " + String.join(", ", COLUMNS));
        }
        int[] numbers = new int[COLUMNS.length];
        Arrays.fill(numbers, 1);
        for (int i = 0; i < columns; i++) {
            numbers[i] = number(mark, i, cells[i].strip());
        }
        return new NeuroSimRow(
                mark,
                numbers[0],
                numbers[1],
                numbers[2],
                numbers[3],
                numbers[4],
                numbers[5],
                numbers[6] == 1,
                numbers[7]);
    }

    private static int number(Mark mark, int column, String cell) {
        boolean flag = column == LEAST - 1;
        if (!cell.matches("[0-9]{1,7}(\\.0*)?")
                || Integer.parseInt(cell.replaceFirst("\\..*", "")) < (flag ? 0 : 1)
                || (flag && !cell.matches("[01](\\.0*)?"))) {
            throw BadInput.at(
                    mark,
                    "column " + (column + 1) + ", " + COLUMNS[column] + ": expected "
                            + (flag ? "0 or 1" : "a whole number of 1 or more") + ", found "
                            + MessageText.quoted(cell));
        }
        return Integer.parseInt(cell.replaceFirst("\\..*", ""));
    }

    /** A layer of one vector: what NeuroSim calls fully connected. */
    boolean isDense() {
        return height == 1 && width == 1 && kernelHeight == 1 && kernelWidth == 1;
    }

    Extent reads() {
        return new Extent(channels, height, width);
    }

    /** What the row gives with so much padding on all sides, before a pool; of no height where the kernel does not fit. */
    Extent gives(int pad) {
        return new Extent(out, steps(height, kernelHeight, pad), steps(width, kernelWidth, pad));
    }

    private int steps(int size, int kernel, int pad) {
        int room = size + 2 * pad - kernel;
        return room < 0 ? 0 : room / stride + 1;
    }

    /** A map of values. */
    record Extent(int channels, int height, int width) {
        Extent halved() {
            return new Extent(channels, height / 2, width / 2);
        }

        Extent pooledWhole() {
            return new Extent(channels, 1, 1);
        }

        /** Whether a row that reads {@code next} can follow: the same map, or all its values as one vector. */
        boolean isReadAs(Extent next) {
            return equals(next)
                    || (next.height == 1 && next.width == 1 && (long) channels * height * width == next.channels);
        }

        @Override
        public String toString() {
            return height + " x " + width + " x " + channels;
        }
    }
}
