package mho.arch.plan;

import java.util.List;
import mho.arch.cut.Tiling;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Edge;
import mho.workloads.network.Matrix;
import mho.workloads.network.Node;
import mho.workloads.network.ReceptiveField;

/**
 * What one layer may be at most, so that a small file cannot ask for hours or gigabytes and every count below stays a whole number of 32
 * bits. Each is far beyond networks that are run: a map of 2048 x 2048 pixels has 2^22 windows, the largest published language models
 * have layers of some 2^31 weights.
 */
final class LayerLimits {
    /** Windows of a layer; each is simulated. */
    static final int MOST_WINDOWS = 1 << 22;

    /** Rows, or columns, of a layer's matrix over all its groups. */
    static final int MOST_LINES = 1 << 24;

    /** Weights of a layer over all its matrices. */
    static final long MOST_WEIGHTS = 1L << 34;

    /** Taps that fall on windows along one axis, which are listed to find who reads what: 2^24 and more for kernels as large as their maps. */
    static final long MOST_TAPS = 1L << 26;

    /** Windows of all layers together; some 60 bytes each are kept. */
    static final int MOST_WINDOWS_OF_ALL = 1 << 24;

    /** Arrays of one copy of a layer. */
    static final int MOST_ARRAYS = 1 << 30;

    private LayerLimits() {}

    /** What layers that are each within their bounds may be together. */
    static void check(List<Node> nodes) {
        long windows = 0;
        for (Node node : nodes) {
            windows += node.windows();
            if (windows > MOST_WINDOWS_OF_ALL) {
                throw new ModelSaysNo(
                        "the network has more than %d windows in all, layer %s and those before it: give smaller maps, or fewer layers"
                                .formatted(MOST_WINDOWS_OF_ALL, node.name()));
            }
        }
    }

    static void check(Node node, Tiling tiling, int instances) {
        atMost(
                node,
                "arrays",
                tiling.arraysNeeded() * instances,
                MOST_ARRAYS,
                "larger ones (tile.core.array.rows, tile.core.array.columns)");
    }

    static void check(Node node) {
        atMost(node, "windows", node.windows(), MOST_WINDOWS, "a smaller map or a larger stride");
        Matrix matrix = node.matrix();
        if (matrix != null) {
            String remedy = "a narrower layer, or one cut into several";
            double columns = (double) matrix.groups() * matrix.columns();
            atMost(node, "rows", (double) matrix.groups() * matrix.rows(), MOST_LINES, remedy);
            atMost(node, "columns", columns, MOST_LINES, remedy);
            atMost(node, "weights", columns * matrix.rows() * matrix.instances(), MOST_WEIGHTS, remedy);
        }
        for (Edge edge : node.edges()) {
            ReceptiveField field = edge.field();
            if (field.barrier() == 0
                    && !(field.rows().isWhole() && field.columns().isWhole())) {
                String remedy = "a smaller kernel, a larger stride or a smaller map";
                atMost(
                        node,
                        "taps along its rows",
                        taps(field.rows().kernel(), field.rows().out()),
                        MOST_TAPS,
                        remedy);
                atMost(
                        node,
                        "taps along its columns",
                        taps(field.columns().kernel(), field.columns().out()),
                        MOST_TAPS,
                        remedy);
            }
        }
    }

    private static double taps(int kernel, int out) {
        return (double) kernel * out;
    }

    private static void atMost(Node node, String what, double count, long most, String remedy) {
        if (count > most) {
            throw new ModelSaysNo("layer %s has %.0f %s, more than the %d that can be simulated: give %s"
                    .formatted(node.name(), count, what, most, remedy));
        }
    }
}
