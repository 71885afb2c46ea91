package mho.arch.cut;

import java.util.Objects;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.TrainedWeights;
import mho.workloads.values.TrainedMatrix;

/**
 * The rows and columns of a layer's matrix that stand in arrays, the same in all of its groups and instances; time and values both have them
 * from here.
 *
 * <p>A line is left out if all its weights are exactly zero in the network, batch norm folded in: 0.0 in floating point, the code of the zero
 * point in a quantised model. Weights that only the cells' few codes round to zero are stored, so that no figure of time hangs on how values are
 * rounded. A column of zeros with a bias beside them in the array has something to store. The row of biases always stays, and so do one row and
 * one column of a matrix of nothing but zeros.
 */
public final class StoredLines {
    private final int[] rows;
    private final int[] columns;
    private final int allRows;
    private final int allColumns;

    private StoredLines(int[] rows, int[] columns, Matrix matrix) {
        this.rows = rows;
        this.columns = columns;
        this.allRows = matrix.rows();
        this.allColumns = matrix.columns();
    }

    /**
     * @param node with a matrix
     * @throws BadInput if zeros are to be left out and the network does not say which weights are zero
     */
    public static StoredLines of(Node node, Compact compact, WeightLayout layout) {
        return switch (compact) {
            case NONE -> all(matrix(node));
            case ZEROS -> butZeros(node, layout);
        };
    }

    private static Matrix matrix(Node node) {
        return Objects.requireNonNull(node.matrix());
    }

    public static StoredLines all(Matrix matrix) {
        return new StoredLines(
                IntStream.range(0, matrix.rows()).toArray(),
                IntStream.range(0, matrix.columns()).toArray(),
                matrix);
    }

    private static StoredLines butZeros(Node node, WeightLayout layout) {
        Matrix matrix = matrix(node);
        TrainedWeights held = node.weightsHeld();
        if (held == null || held.unknown() != null) {
            String why = held == null ? "it has no weights" : held.unknown();
            throw new BadInput(
                    ("mapping.compact=zeros: nothing says which weights of layer %s are zero (%s); give a network with"
                                    + " weights, for example an .onnx file, or store all rows and columns (mapping.compact=none)")
                            .formatted(node.name(), why));
        }
        TrainedMatrix trained = TrainedMatrix.of(node);
        boolean biasRow = matrix.bias() && layout.biasInArray();
        boolean[] row = new boolean[matrix.rows()];
        boolean[] column = new boolean[matrix.columns()];
        for (int group = 0; group < matrix.groups(); group++) {
            for (int instance = 0; instance < matrix.instances(); instance++) {
                mark(trained.weights(group, instance), row, column);
                if (biasRow) {
                    mark(trained.bias(group, instance), column);
                }
            }
        }
        return new StoredLines(marked(row), marked(column), matrix);
    }

    private static void mark(float[][] weights, boolean[] row, boolean[] column) {
        for (int r = 0; r < row.length; r++) {
            for (int c = 0; c < column.length; c++) {
                if (weights[r][c] != 0) {
                    row[r] = true;
                    column[c] = true;
                }
            }
        }
    }

    private static void mark(float[] biases, boolean[] column) {
        for (int c = 0; c < column.length; c++) {
            column[c] |= biases[c] != 0;
        }
    }

    private static int[] marked(boolean[] line) {
        int[] marked = IntStream.range(0, line.length).filter(i -> line[i]).toArray();
        return marked.length > 0 ? marked : new int[] {0};
    }

    /** Rows that are stored, without a row of biases. */
    public int rows() {
        return rows.length;
    }

    public int columns() {
        return columns.length;
    }

    public int rowsLeftOut() {
        return allRows - rows.length;
    }

    public int columnsLeftOut() {
        return allColumns - columns.length;
    }

    /** Where in the matrix of one group the given one of its stored columns stands. */
    public int column(int stored) {
        return columns[stored];
    }

    /** Of outputs that follow one another group by group, where those that are stored stand. */
    public int[] outputs(int groups) {
        return IntStream.range(0, groups * columns.length)
                .map(o -> o / columns.length * allColumns + columns[o % columns.length])
                .toArray();
    }

    /** What is stored of a matrix of codes; a row of biases behind the others stays. */
    public int[][] of(int[][] codes) {
        int[][] stored = new int[rows.length + codes.length - allRows][columns.length];
        for (int r = 0; r < stored.length; r++) {
            int[] from = codes[r < rows.length ? rows[r] : allRows + r - rows.length];
            for (int c = 0; c < columns.length; c++) {
                stored[r][c] = from[columns[c]];
            }
        }
        return stored;
    }

    /** Copies of one input vector what goes to stored rows. */
    public void pick(float[] vector, float[] to, int at) {
        if (rowsLeftOut() == 0) {
            System.arraycopy(vector, 0, to, at, rows.length);
            return;
        }
        for (int r = 0; r < rows.length; r++) {
            to[at + r] = vector[rows[r]];
        }
    }

    /** The same of vectors that follow one another, in place: what stays moves to the front. */
    public void pick(float[] vectors, int count) {
        if (rowsLeftOut() == 0) {
            return;
        }
        for (int v = 0; v < count; v++) {
            for (int r = 0; r < rows.length; r++) {
                vectors[v * rows.length + r] = vectors[v * allRows + rows[r]];
            }
        }
    }
}
