package mho.workloads.onnx.shape;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.ElementType;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;
import org.jspecify.annotations.Nullable;

/** One operator with what is known of its inputs; rules declare its outputs here. */
public final class InferenceContext {
    private final Op op;
    private final Map<String, InferredTensor> known;
    private final FoldingBudget settling;
    private final int droppedBatch;

    InferenceContext(Op op, Map<String, InferredTensor> known, FoldingBudget settling, int droppedBatch) {
        this.op = op;
        this.known = known;
        this.settling = settling;
        this.droppedBatch = droppedBatch;
    }

    /** The fixed batch of the file that is read as 1; constant shapes may still speak of it. */
    int droppedBatch() {
        return droppedBatch;
    }

    public Op op() {
        return op;
    }

    public Attributes attributes() {
        return op.attributes();
    }

    public int opset() {
        return op.opset();
    }

    public int inputs() {
        return op.inputs().size();
    }

    public boolean has(int i) {
        return op.hasInput(i);
    }

    public InferredTensor in(int i) {
        InferredTensor value = has(i) ? known.get(op.inputs().get(i)) : null;
        if (value == null) {
            throw new Refusal("its input " + i + " is missing");
        }
        return value;
    }

    public Dims dims(int i) {
        return in(i).dims();
    }

    public ElementType type(int i) {
        return in(i).type();
    }

    /** Values of an input that must be constant. */
    public ConstantValues constant(int i, String what) {
        ConstantTensor tensor = in(i).constant();
        if (tensor == null) {
            throw new Refusal("its " + what + " depends on the data, but shapes must be known before a run;"
                    + " simplify the model with fixed shapes");
        }
        ConstantValues values = tensor.values();
        if (values == null) {
            throw new Refusal("its " + what + " comes out of operators that mho does not evaluate;"
                    + " simplify the model with fixed shapes");
        }
        if (values.count() > FoldingBudget.SMALL) {
            throw new Refusal("its " + what + " has " + values.count() + " values, more than any shape has");
        }
        return values;
    }

    public long[] integers(int i, String what) {
        return constant(i, what).integers();
    }

    /** A constant of one element. */
    public ConstantValues scalar(int i, String what) {
        ConstantValues values = constant(i, what);
        if (values.count() != 1) {
            throw new Refusal("its " + what + " must be one value, got " + dims(i));
        }
        return values;
    }

    /** A list that newer operator sets take as input i and older ones as an attribute; null if given as neither. */
    public long @Nullable [] listed(String attribute, int i) {
        return has(i) ? integers(i, attribute) : attributes().integers(attribute);
    }

    /** Axes by {@link #listed}, each counted from the front, none twice. */
    public int @Nullable [] axes(int i, int rank) {
        long[] given = listed("axes", i);
        if (given == null) {
            return null;
        }
        int[] axes = new int[given.length];
        for (int k = 0; k < axes.length; k++) {
            axes[k] = Dims.axis(given[k], rank);
        }
        Arrays.sort(axes);
        for (int k = 1; k < axes.length; k++) {
            if (axes[k] == axes[k - 1]) {
                throw new Refusal("names axis " + axes[k] + " twice");
            }
        }
        return axes;
    }

    /** Declares output i, values unknown. */
    void out(int i, ElementType type, Dims dims) {
        out(i, type, dims, inputs -> null);
    }

    /** Declares output i, with its values for when all inputs are constants. */
    void out(int i, ElementType type, Dims dims, ConstantFold fold) {
        if (op.hasOutput(i)) {
            boolean constant = true;
            for (int k = 0; k < op.inputs().size(); k++) {
                constant &= !has(k) || in(k).isConstant();
            }
            ConstantTensor tensor =
                    constant ? new ConstantTensor(type, dims, settling.settled(folded(fold), type)) : null;
            known.put(op.outputs().get(i), new InferredTensor(type, dims, tensor));
        }
    }

    /** Declares output i a constant whatever the inputs are: the shape of an activation, say. */
    void give(int i, ConstantTensor tensor) {
        if (op.hasOutput(i)) {
            known.put(op.outputs().get(i), InferredTensor.of(tensor));
        }
    }

    private @Nullable ConstantValues folded(ConstantFold fold) {
        List<ConstantValues> inputs = new ArrayList<>();
        for (int k = 0; k < op.inputs().size(); k++) {
            ConstantTensor tensor = has(k) ? in(k).constant() : null;
            ConstantValues values = tensor == null ? null : tensor.values();
            if (has(k) && values == null) {
                return null;
            }
            inputs.add(values == null ? ConstantValues.ofIntegers() : values);
        }
        return fold.of(inputs);
    }
}
