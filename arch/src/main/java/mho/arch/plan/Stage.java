package mho.arch.plan;

import java.util.List;
import mho.arch.chip.TimingView;
import mho.arch.cut.Rim;
import mho.arch.cut.StoredLines;
import mho.arch.cut.Tiling;
import mho.workloads.network.DigitalWork;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.task.Operation;
import org.jspecify.annotations.Nullable;

/**
 * An operation as a stage of the pipeline.
 *
 * @param kind of the tiles that do it, by its place among those of the chip
 * @param stored rows and columns of its matrix; null without one
 * @param tiling how its matrix is cut into arrays; null for digital work and the network's inputs
 * @param rim where its values are converted
 * @param instances matrices of one copy: one for every window where windows have weights of their own, else 1
 * @param inputs what it reads, its own last window at the end if it is recurrent
 */
public record Stage(
        Operation operation,
        int kind,
        @Nullable StoredLines stored,
        @Nullable Tiling tiling,
        Rim rim,
        int instances,
        List<StageEdge> inputs) {
    public Stage {
        inputs = List.copyOf(inputs);
    }

    /** Between two buffers. */
    public Stage(
            Operation operation,
            int kind,
            @Nullable StoredLines stored,
            @Nullable Tiling tiling,
            int instances,
            List<StageEdge> inputs) {
        this(operation, kind, stored, tiling, Rim.BOTH, instances, inputs);
    }

    /** Its place in the pipeline. */
    public int id() {
        return operation.id();
    }

    /** The layer that it computes. */
    public Node node() {
        return operation.node();
    }

    public boolean isInput() {
        return node().isInput();
    }

    public int windows() {
        return node().windows();
    }

    /** Inputs of one group of the matrix, bias not counted; 0 without a matrix. */
    public int matrixRows() {
        Matrix matrix = node().matrix();
        return matrix == null ? 0 : matrix.rows();
    }

    /** Digital work of one window; what is bent before it is converted is done by then. */
    public DigitalWork work() {
        return rim.bent() ? DigitalWork.NONE : node().work();
    }

    /** Whether a bias is added to the outputs after conversion. */
    public boolean hasDigitalBias(TimingView chip) {
        Matrix matrix = node().matrix();
        return matrix != null
                && matrix.bias()
                && !chip.kinds().get(kind).layout().biasInArray();
    }

    /** Rows of the matrix of one group that are not stored. */
    public int rowsLeftOut() {
        return stored == null ? 0 : stored.rowsLeftOut();
    }

    /** Columns of the matrix of one group that are not stored. */
    public int columnsLeftOut() {
        return stored == null ? 0 : stored.columnsLeftOut();
    }

    /** Arrays of one copy. */
    public int arrays() {
        return tiling == null ? 0 : Math.multiplyExact(tiling.arrays(), instances);
    }
}
