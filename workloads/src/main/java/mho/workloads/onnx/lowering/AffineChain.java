package mho.workloads.onnx.lowering;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import mho.workloads.network.BatchNorm;
import mho.workloads.onnx.graph.ConstantTensor;
import mho.workloads.onnx.graph.Dims;
import mho.workloads.onnx.graph.Op;
import mho.workloads.onnx.graph.Refusal;
import mho.workloads.onnx.shape.InferredTensor;
import org.jspecify.annotations.Nullable;

/**
 * A run of operators that each scale or shift by constants per channel, nobody else reading in between: batch norms, and
 * multiplications and additions of constants. Together they are one scale and one shift, y = scale x + shift. Masks are no links.
 */
final class AffineChain {
    private static final Set<String> SIMPLE = Set.of("Mul", "Div", "Add", "Sub");
    private static final Set<String> SHIFTS = Set.of("Add", "Sub");

    private final LoweringContext step;
    private final AxisLayout layout;
    private final List<Link> links = new ArrayList<>();

    /**
     * One operator of the run.
     *
     * @param own index of the input that carries the data
     * @param epsilon of a batch norm
     */
    private record Link(Op op, int own, List<ConstantTensor> constants, double epsilon) {}

    private AffineChain(LoweringContext step, AxisLayout layout) {
        this.step = step;
        this.layout = layout;
    }

    /** Places a chain that begins with this step's operator; false if that operator is no link of one. */
    static boolean place(LoweringContext step, PlacedTensor input) {
        AffineChain chain = new AffineChain(step, input.layout());
        chain.collect();
        if (chain.links.isEmpty()) {
            return false;
        }
        Op last = chain.links.get(chain.links.size() - 1).op();
        chain.links.forEach(link -> step.take(link.op()));
        step.putFor(last, step.add(new BatchNorm(), chain.held().weights(), input), input.layout());
        return true;
    }

    private void collect() {
        Op op = step.op();
        Link link = link(op, null);
        while (link != null) {
            links.add(link);
            Op next = step.next(link.op());
            link = next == null ? null : link(next, link.op().outputs().get(0));
        }
    }

    private @Nullable Link link(Op op, @Nullable String data) {
        if (op.key().equals("BatchNormalization")) {
            List<ConstantTensor> constants = constants(op, 0);
            boolean onlyY = op.outputs().size() == 1
                    || step.readers().of(op.outputs().get(1)).isEmpty();
            return constants.size() == 4 && onlyY && Norms.channelsOnAxis1(layout)
                    ? new Link(op, 0, constants, epsilon(op))
                    : null;
        }
        if (!SIMPLE.contains(op.key()) || op.inputs().size() != 2) {
            return null;
        }
        int own = data == null
                ? (isConstant(op.inputs().get(0)) ? 1 : 0)
                : op.inputs().indexOf(data);
        List<ConstantTensor> constants = constants(op, own);
        InferredTensor sum = step.value(op.outputs().get(0));
        boolean fits = constants.size() == 1
                && sum != null
                && sum.dims().equals(layout.dims())
                && PerChannel.fits(constants.get(0).dims(), layout)
                && !(op.key().equals("Div") && own == 1)
                && !(SHIFTS.contains(op.key()) && MaskOrBias.in(constants.get(0)));
        return fits ? new Link(op, own, constants, 0) : null;
    }

    private double epsilon(Op op) {
        try {
            return op.attributes().real("epsilon", 1e-5);
        } catch (Refusal refusal) {
            throw op == step.op() ? refusal : refusal.at(op.label());
        }
    }

    private boolean isConstant(String name) {
        InferredTensor value = step.value(name);
        return value != null && value.isConstant();
    }

    private List<ConstantTensor> constants(Op op, int own) {
        List<ConstantTensor> constants = new ArrayList<>();
        for (int k = 0; k < op.inputs().size(); k++) {
            InferredTensor value = step.value(op.inputs().get(k));
            if (k != own && value != null && value.constant() != null) {
                constants.add(value.constant());
            }
        }
        return constants;
    }

    private HeldWeights held() {
        boolean known =
                links.stream().flatMap(link -> link.constants().stream()).allMatch(tensor -> tensor.values() != null);
        Dims dims = Dims.of(layout.channels());
        return known
                ? new HeldWeights()
                        .with("scale", dims, () -> scaleAndShift()[0])
                        .with("shift", dims, () -> scaleAndShift()[1])
                : new HeldWeights();
    }

    private float[][] scaleAndShift() {
        float[] scale = new float[layout.channels()];
        float[] shift = new float[scale.length];
        Arrays.fill(scale, 1);
        for (Link link : links) {
            float[][] next = link.op().key().equals("BatchNormalization") ? norm(link) : simple(link);
            for (int c = 0; c < scale.length; c++) {
                scale[c] *= next[0][c];
                shift[c] = shift[c] * next[0][c] + next[1][c];
            }
        }
        return new float[][] {scale, shift};
    }

    /** y = gamma (x - mean) / sqrt(variance + epsilon) + beta. */
    private float[][] norm(Link link) {
        float[] gamma = floats(link.constants().get(0));
        float[] beta = floats(link.constants().get(1));
        float[] mean = floats(link.constants().get(2));
        float[] variance = floats(link.constants().get(3));
        float[] scale = new float[gamma.length];
        float[] shift = new float[gamma.length];
        for (int c = 0; c < scale.length; c++) {
            scale[c] = (float) (gamma[c] / Math.sqrt(variance[c] + link.epsilon()));
            shift[c] = beta[c] - mean[c] * scale[c];
        }
        return new float[][] {scale, shift};
    }

    private static float[] floats(ConstantTensor tensor) {
        return tensor.values() == null ? new float[0] : tensor.values().floats();
    }

    private float[][] simple(Link link) {
        float[] constant = PerChannel.floats(link.constants().get(0), layout);
        float[] scale = new float[layout.channels()];
        float[] shift = new float[scale.length];
        for (int c = 0; constant != null && c < scale.length; c++) {
            float a = constant[c];
            scale[c] = switch (link.op().key()) {
                case "Mul" -> a;
                case "Div" -> 1 / a;
                case "Sub" -> link.own() == 0 ? 1 : -1;
                default -> 1;
            };
            shift[c] = switch (link.op().key()) {
                case "Add" -> a;
                case "Sub" -> link.own() == 0 ? -a : a;
                default -> 0;
            };
        }
        return new float[][] {scale, shift};
    }
}
