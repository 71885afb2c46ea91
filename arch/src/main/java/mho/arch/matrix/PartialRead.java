package mho.arch.matrix;

import mho.arch.chip.Tile;
import mho.arch.element.Use;
import mho.periphery.interconnect.Wires;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;

/**
 * Some outputs of a matrix read at once: their sums, and with them the rest of a step.
 *
 * @param outputs that are read
 * @param blocks of columns in which they stand
 * @param fullest outputs in the fullest of these
 */
public record PartialRead(PlacedMatrix matrix, int outputs, int blocks, int fullest) {
    /** From inputs on the rows to whole sums, seconds. */
    public double readSeconds() {
        double seconds = matrix.elementSeconds(fullest);
        int cores = matrix.coresInARow();
        if (cores > 1) {
            DigitalUnit adder = matrix.face().tile().shiftAdd();
            seconds += carriedSeconds(partialBits()) + adder.busySeconds(adds()) + adder.latencySeconds();
        }
        return seconds;
    }

    /** The same, a decision of the controller on every sum, and the new values back in the rows' registers. */
    public double updateSeconds() {
        Neuron controller = matrix.face().tile().activation();
        return readSeconds()
                + controller.busySeconds(outputs)
                + controller.latencySeconds()
                + carriedSeconds((long) outputs * matrix.chip().precision().values());
    }

    private double carriedSeconds(long bits) {
        Wires bus = matrix.face().tile().bus();
        return (bus.cycles(bits) + bus.latencyCycles()) / bus.clock();
    }

    private long partialBits() {
        return (long) outputs * matrix.coresInARow() * matrix.chip().precision().partialSums();
    }

    private long adds() {
        return (long) outputs * (matrix.coresInARow() - 1);
    }

    /** Counts a read in which so many rows are driven. */
    void count(double rows, TileBook book) {
        Use use = matrix.use(outputs, blocks, rows);
        book.element(use);
        if (matrix.coresInARow() > 1) {
            book.count(Tile.BUS, partialBits());
            book.count(Tile.ADD, adds());
        }
    }

    /** Counts the decisions of an update, of which so many turned out otherwise than before. */
    void countDecisions(int turned, TileBook book) {
        book.count(Tile.ACTIVATE, outputs);
        long bits = (long) turned * matrix.chip().precision().values();
        if (bits > 0) {
            book.count(Tile.BUS, bits);
        }
    }

    /** Conversions of a read, by the counts of its element. */
    public double conversions() {
        TileBook book = new TileBook(matrix);
        count(matrix.inputs(), book);
        return book.amount("tile.core.adc");
    }
}
