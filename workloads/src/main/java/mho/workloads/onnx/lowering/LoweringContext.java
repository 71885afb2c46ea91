package mho.workloads.onnx.lowering;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mho.workloads.network.Layer;
import mho.workloads.network.Shape;
import mho.workloads.network.TrainedWeights;
import mho.workloads.onnx.graph.Attributes;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.ConstantValues;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.shape.InferenceContext;
import mho.workloads.onnx.shape.InferredTensor;
import org.jspecify.annotations.Nullable;

/** One operator on its way into the network: its inputs as they stand there, and where its outputs are put. */
final class LoweringContext {
    private final Op op;
    private final InferenceContext site;
    private final Map<String, InferredTensor> values;
    private final Map<String, PlacedTensor> places;
    private final NetworkInProgress canvas;
    private final ValueReaders readers;
    private final Set<Op> taken;
    private final Map<Integer, PlacedTensor> restored = new HashMap<>();
    private final Map<Integer, ConstantTensor> decoded = new HashMap<>();

    LoweringContext(Op op, InferenceContext site, Lowering lowering) {
        this.op = op;
        this.site = site;
        this.values = lowering.values();
        this.places = lowering.places();
        this.canvas = lowering.canvas();
        this.readers = lowering.readers();
        this.taken = lowering.taken();
    }

    /** Thrown where an input stands behind an operator that could not be placed: that one is told, this one is not. */
    static final class Behind extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Behind() {
            super(null, null, false, false);
        }
    }

    Op op() {
        return op;
    }

    String type() {
        return op.type();
    }

    InferenceContext site() {
        return site;
    }

    Attributes attributes() {
        return op.attributes();
    }

    NetworkInProgress canvas() {
        return canvas;
    }

    ValueReaders readers() {
        return readers;
    }

    int inputs() {
        return op.inputs().size();
    }

    boolean has(int i) {
        return op.hasInput(i);
    }

    boolean isConstant(int i) {
        return has(i) && site.in(i).isConstant();
    }

    Dims dims(int i) {
        return site.dims(i);
    }

    /** A constant input; refused with the operator where it is computed at run time. */
    ConstantTensor tensor(int i) {
        ConstantTensor tensor = constant(i);
        if (tensor == null) {
            throw new Unplaceable(op.key() + " with a computed input " + i);
        }
        return tensor;
    }

    /** A constant input if it is given and constant. */
    @Nullable
    ConstantTensor constant(int i) {
        ConstantTensor own = decoded.get(i);
        return own != null ? own : has(i) ? site.in(i).constant() : null;
    }

    /** Value of a constant of one element, or the fallback where it is not known. */
    double scalar(int i, double otherwise) {
        ConstantTensor tensor = constant(i);
        ConstantValues values = tensor == null ? null : tensor.values();
        return values == null || values.count() != 1 ? otherwise : values.real(0);
    }

    PlacedTensor in(int i) {
        if (isConstant(i)) {
            throw new Unplaceable(op.key() + " of a constant");
        }
        PlacedTensor own = restored.get(i);
        PlacedTensor placed =
                own != null ? own : has(i) ? places.get(op.inputs().get(i)) : null;
        if (placed == null) {
            throw new Behind();
        }
        return placed;
    }

    /** Has this operator read an input as something else from now on. */
    void read(int i, PlacedTensor placed) {
        restored.put(i, placed);
    }

    /** Has this operator read a constant as something else from now on. */
    void read(int i, ConstantTensor tensor) {
        decoded.put(i, tensor);
    }

    PlacedTensor in(int i, AxisLayout wanted) {
        return canvas.as(in(i), wanted, op.title());
    }

    Shape shape(PlacedTensor placed) {
        return canvas.shape(placed);
    }

    Dims out(int k) {
        InferredTensor value = values.get(op.outputs().get(k));
        if (value == null) {
            throw new Behind();
        }
        return value.dims();
    }

    boolean wants(int k) {
        return op.hasOutput(k) && readers.isRead(op.outputs().get(k));
    }

    int add(Layer layer, PlacedTensor... inputs) {
        return add(layer, null, inputs);
    }

    int add(Layer layer, @Nullable TrainedWeights weights, PlacedTensor... inputs) {
        return canvas.add(
                op.title(),
                layer,
                weights,
                List.of(inputs).stream().map(PlacedTensor::node).toList());
    }

    /** A part of an operator that becomes several nodes. */
    int addPart(String part, Layer layer, PlacedTensor... inputs) {
        return canvas.add(
                op.title() + "/" + part,
                layer,
                null,
                List.of(inputs).stream().map(PlacedTensor::node).toList());
    }

    /** Where output k was put. */
    PlacedTensor placed(int k) {
        PlacedTensor placed = places.get(op.outputs().get(k));
        if (placed == null) {
            throw new Behind();
        }
        return placed;
    }

    void put(int k, int node, AxisLayout layout) {
        put(k, new PlacedTensor(node, layout));
    }

    void put(int k, PlacedTensor placed) {
        if (op.hasOutput(k)) {
            putAs(op.outputs().get(k), placed);
        }
    }

    private void putAs(String value, PlacedTensor placed) {
        if (!canvas.shape(placed).equals(placed.layout().shape())) {
            throw new Refusal(op.label() + ": its output " + placed.layout() + " does not fit the node it is put at, "
                    + canvas.shape(placed) + "; please report this file");
        }
        places.put(value, placed);
    }

    /** Puts the output of {@code last}, an operator taken along with this one. */
    void putFor(Op last, int node, AxisLayout layout) {
        putAs(last.outputs().get(0), new PlacedTensor(node, layout));
    }

    /** The operator that alone reads output 0 of {@code before}; null if there are several or none. */
    @Nullable
    Op next(Op before) {
        return readers.only(before.outputs().get(0));
    }

    /** Marks an operator as done along with this one. */
    void take(Op other) {
        taken.add(other);
    }

    @Nullable
    InferredTensor value(String name) {
        return values.get(name);
    }
}
