package mho.arch.element.crossbar;

import java.util.HashMap;
import java.util.Map;
import mho.periphery.array.Array;
import mho.periphery.array.ArrayWriting;
import mho.periphery.array.ArrayWriting.Together;

/** Array after array, what one pulse on every cell takes. */
final class WriteTurns {
    /** Of arrays written one after the other: turns, and seconds of the reads behind them. */
    private record Line(long turns, double readSeconds) {
        Line plus(Line other) {
            return new Line(turns + other.turns, readSeconds + other.readSeconds);
        }

        double seconds(double pulse) {
            return turns * pulse + readSeconds;
        }
    }

    private final Array array;
    private final ArrayWriting write;
    private final VerifyReads read;
    private final int tilesPerChip;
    private final Map<Long, Line> lines = new HashMap<>();
    private long arrays;
    private long cells;
    private double verifyJoules;

    WriteTurns(Array array, VerifyReads read, int tilesPerChip) {
        this.array = array;
        this.write = array.written();
        this.read = read;
        this.tilesPerChip = tilesPerChip;
    }

    /** An array of which so many rows and columns are in use. */
    void add(int tile, int rows, int columns) {
        long reads = write.reads(rows, columns, array.columns());
        Line line = new Line(
                write.turns(rows, columns, array.columns()),
                reads * read.seconds(write.columnsRead(columns, array.columns())));
        lines.merge(lineOf(tile, write.arrays()), line, Line::plus);
        arrays++;
        cells += (long) rows * columns;
        verifyJoules += reads * read.joulesARead() + (double) rows * columns * read.joulesACell();
    }

    /** Arrays of one line are written one after the other, lines side by side. */
    private long lineOf(int tile, Together together) {
        return switch (together) {
            case ONE -> tile / tilesPerChip;
            case TILES -> tile;
            case ALL -> arrays;
        };
    }

    long cells() {
        return cells;
    }

    /** Seconds of one pulse, and of the read behind it, on every cell. */
    double secondsAPulse(double pulse) {
        return lines.values().stream()
                .mapToDouble(line -> line.seconds(pulse))
                .max()
                .orElse(0);
    }

    /** Of one read of every cell, by those that verify. */
    double verifyJoules() {
        return verifyJoules;
    }
}
