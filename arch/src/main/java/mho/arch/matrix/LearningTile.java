package mho.arch.matrix;

import java.util.List;
import mho.arch.chip.Inventory;
import mho.arch.chip.Tile;
import mho.arch.cut.Tiling;
import mho.arch.element.Block;
import mho.arch.element.Learner;
import mho.arch.element.LearntArrays;
import mho.arch.element.Use;
import mho.core.engine.ModelSaysNo;
import mho.periphery.interconnect.Wires;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.neuron.Neuron;
import mho.workloads.task.Verb;
import mho.workloads.training.LearningMatrix;
import mho.workloads.training.MatrixPlace;
import org.jspecify.annotations.Nullable;

/**
 * A matrix in the arrays of one tile that is read from both sides and changed where it stands, step after step.
 *
 * <pre>
 * up        a read, a decision on every output, outputs over the bus
 * down      a read from the side of the outputs, sums of column blocks added, a decision on every input, inputs over the bus
 * change    an outer product in pulses
 * </pre>
 */
public final class LearningTile {
    private final PlacedMatrix matrix;
    private final Learner learner;
    private final PartialRead whole;
    private final TileBook up;
    private final TileBook down;
    private final TileBook change;

    /**
     * Nothing learnt yet.
     *
     * @throws ModelSaysNo if the arrays do not learn
     */
    public LearningTile(PlacedMatrix matrix) {
        Learner made = matrix.face().chip().element().learner();
        if (made == null || !matrix.view().element().verbs().contains(Verb.UPDATE)) {
            throw new ModelSaysNo(
                    "chip: the arrays of " + matrix.chip().chip()
                            + " do not learn; state what that takes (tile.core.learning), or take a chip that trains (analog-train)");
        }
        this.matrix = matrix;
        this.learner = made;
        this.whole = matrix.whole();
        this.up = new TileBook(matrix);
        this.down = new TileBook(matrix);
        this.change = new TileBook(matrix);
    }

    /** The matrix in cells, all of them to be set. Asked for once. */
    public LearningMatrix inCells(long seed) {
        return learner.matrix(new MatrixPlace(matrix.node(), 0, 0, matrix.inputs(), matrix.outputs(), false, 1, seed));
    }

    public double upSeconds() {
        return whole.updateSeconds();
    }

    /** See the class. */
    public double downSeconds() {
        Block block = new Block(matrix.tiling().rows(), matrix.outputs(), 1);
        double seconds = seconds(
                matrix.view().element().service(Verb.MULTIPLY_TRANSPOSED, block).latencyCycles());
        if (coresAcross() > 1) {
            DigitalUnit adder = matrix.face().tile().shiftAdd();
            seconds += carriedSeconds(partialBits()) + adder.busySeconds(adds()) + adder.latencySeconds();
        }
        Neuron controller = matrix.face().tile().activation();
        return seconds
                + controller.busySeconds(matrix.inputs())
                + controller.latencySeconds()
                + carriedSeconds((long) matrix.inputs() * valueBits());
    }

    /** Of trains as the chip file plans them. */
    public double changeSeconds() {
        Block block = new Block(matrix.tiling().rows(), matrix.outputs(), 1);
        return seconds(matrix.view().element().service(Verb.UPDATE, block).latencyCycles());
    }

    /** Books a read and its decisions; rows of units that are off are not driven. */
    public void up(int rows) {
        whole.count(rows, up);
        whole.countDecisions(matrix.outputs(), up);
        up.waited(upSeconds());
    }

    /** The same from the other side, where every line is driven. */
    public void down() {
        down.element(Verb.MULTIPLY_TRANSPOSED, use());
        if (coresAcross() > 1) {
            down.count(Tile.BUS, partialBits());
            down.count(Tile.ADD, adds());
        }
        down.count(Tile.ACTIVATE, matrix.inputs());
        down.count(Tile.BUS, (long) matrix.inputs() * valueBits());
        down.waited(downSeconds());
    }

    /** Books an outer product. */
    public void change() {
        change.element(Verb.UPDATE, use());
        change.waited(changeSeconds());
    }

    /** What happened in the cells; null where values were not learnt in them. */
    public @Nullable LearntArrays learnt() {
        List<LearntArrays> matrices = learner.learnt();
        return matrices.isEmpty() ? null : matrices.get(0);
    }

    /** Books of reads up, reads down, changes; pulses of the last are those that happened, where that is known. */
    public List<TileBook> books() {
        LearntArrays pulses = learnt();
        if (pulses != null) {
            change.learnt(pulses);
        }
        return List.of(up, down, change);
    }

    /** Of all three. */
    public double seconds() {
        return up.seconds() + down.seconds() + change.seconds();
    }

    /** Of all three. */
    public double joules(Inventory inventory) {
        return books().stream().mapToDouble(book -> book.totalJoules(inventory)).sum();
    }

    private Use use() {
        return matrix.use(matrix.outputs(), matrix.tiling().columnBlocks(), matrix.inputs());
    }

    private double seconds(int cycles) {
        Double hertz = matrix.view().element().clock();
        return hertz == null ? cycles * matrix.chip().cycle() : cycles / hertz;
    }

    /** Cores whose sums one input is put together from. */
    private int coresAcross() {
        return Tiling.ceilDiv(
                matrix.tiling().columnBlocks(), matrix.view().element().arrays());
    }

    private long partialBits() {
        return (long) matrix.inputs()
                * coresAcross()
                * matrix.chip().precision().partialSums();
    }

    private long adds() {
        return (long) matrix.inputs() * (coresAcross() - 1);
    }

    private int valueBits() {
        return matrix.chip().precision().values();
    }

    private double carriedSeconds(long bits) {
        Wires bus = matrix.face().tile().bus();
        return (bus.cycles(bits) + bus.latencyCycles()) / bus.clock();
    }
}
