package mho.workloads.network;

import java.util.List;
import java.util.Locale;
import mho.core.yaml.BadInput;

/**
 * One direction of a recurrent layer over a sequence (D, 1, T): T windows, window t multiplying [x_t, h_(t-1)] by the
 * gates' matrix of D + H rows, then combining the gates digitally. The other direction of a bidirectional layer is the
 * same over a reversed {@link Slice}.
 */
public record Recurrent(Cell cell, int hidden, boolean bias, Details details) implements Layer {

    /**
     * What differs between frameworks.
     *
     * @param functions of the gates, of the candidate, of the cell state on its way out (ONNX: f, g, h)
     * @param linearBeforeReset GRU: whether the reset gate multiplies the recurrent product (with its bias), or the state
     *     before it
     * @param clip bound of the sums before the functions, infinite for none
     * @param coupled LSTM: whether the forget gate is one minus the input gate
     * @param cellState LSTM: whether the cell state comes out too, in channels behind the hidden state
     */
    public record Details(
            List<Function> functions, boolean linearBeforeReset, double clip, boolean coupled, boolean cellState) {
        public Details {
            functions = List.copyOf(functions);
        }
    }

    public Recurrent(Cell cell, int hidden, boolean bias) {
        this(cell, hidden, bias, usual(cell));
    }

    /** Sigmoid gates, everything else tanh; the reset gate behind the recurrent product. */
    public static Details usual(Cell cell) {
        Function gate = Function.of(cell == Cell.RNN ? Activation.TANH : Activation.SIGMOID);
        Function tanh = Function.of(Activation.TANH);
        return new Details(List.of(gate, tanh, tanh), true, Double.POSITIVE_INFINITY, false, false);
    }

    /** The gates of each cell. */
    public enum Cell {
        /** h' = tanh(Wx + Uh). */
        RNN(1),
        /** Gates r, z, n; h' = n + z (h - n), n = tanh(Wx + r Uh) (Cho et al. 2014). */
        GRU(3),
        /** Gates i, f, g, o; c' = f c + i g, h' = o tanh c' (Hochreiter and Schmidhuber 1997, Gers et al. 2000). */
        LSTM(4);

        private final int gates;

        Cell(int gates) {
            this.gates = gates;
        }
    }

    @Override
    public String kind() {
        return cell.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Shape outputOf(List<Shape> inputs) {
        LayerChecks.inputs(inputs, 1);
        LayerChecks.positive("hidden", hidden);
        Shape in = inputs.get(0);
        if (in.height() != 1) {
            throw new BadInput("needs a sequence (values x 1 x steps), got %s; reshape it first".formatted(in));
        }
        return Shape.sequence(details.cellState() ? Math.multiplyExact(2, hidden) : hidden, in.width());
    }

    @Override
    public Matrix matrix(List<Shape> inputs, Shape output) {
        int rows = Math.addExact(inputs.get(0).channels(), hidden);
        return new Matrix(1, rows, Math.multiplyExact(cell.gates, hidden), 1, bias);
    }

    /** Elementwise work behind the gates' sums; their biases are in the matrix. As much wherever the reset gate stands. */
    @Override
    public DigitalWork work(List<Shape> inputs, Shape output) {
        long h = hidden;
        return switch (cell) {
            case RNN -> gates(h);
            case GRU -> gates(2 * h)
                    .and(function(1), h)
                    .and(ScalarOperation.ADD, h) // h - n
                    .and(reset(), h) // Wx + r Uh, or r h
                    .and(ScalarOperation.MULTIPLY_ACCUMULATE, h); // n + z (h - n)
            case LSTM -> gates(3 * h)
                    .and(function(1), h)
                    .and(function(2), h)
                    .and(ScalarOperation.MULTIPLY, 2 * h) // i g, o tanh c
                    .and(ScalarOperation.MULTIPLY_ACCUMULATE, h); // + f c
        };
    }

    private DigitalWork gates(long values) {
        return DigitalWork.of(function(0), values);
    }

    private ScalarOperation function(int which) {
        return ScalarOperation.of(details.functions().get(which).kind());
    }

    private ScalarOperation reset() {
        return details.linearBeforeReset() ? ScalarOperation.MULTIPLY_ACCUMULATE : ScalarOperation.MULTIPLY;
    }

    /** A GRU whose reset gate multiplies the state itself makes the gates first and its candidate from what they keep. */
    @Override
    public List<DigitalWork> earlierPasses() {
        boolean twice = cell == Cell.GRU && !details.linearBeforeReset();
        return twice ? List.of(gates(2L * hidden).and(reset(), hidden)) : List.of(); // z and r; r h
    }

    @Override
    public boolean recurrent() {
        return true;
    }

    @Override
    public boolean hasGradient() {
        return true;
    }

    @Override
    public Layer whileTrained() {
        return new RecurrentKept(this);
    }

    @Override
    public StepsBack stepsBack() {
        int gates = Math.multiplyExact(cell.gates, hidden);
        return switch (cell) {
            case RNN -> new StepsBack(gates, 0, hidden, hidden, back(1, 2));
            case GRU -> new StepsBack(gates, Math.multiplyExact(4, hidden), hidden, hidden, back(3, 12));
            case LSTM -> new StepsBack(
                    gates, Math.multiplyExact(6, hidden), hidden, Math.multiplyExact(2, hidden), back(2, 16));
        };
    }

    /** So many sums and products for each unit. */
    private DigitalWork back(long sums, long products) {
        return DigitalWork.of(ScalarOperation.ADD, sums * hidden).and(ScalarOperation.MULTIPLY, products * hidden);
    }
}
