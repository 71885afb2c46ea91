package mho.workloads.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import mho.workloads.network.Input;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.onnx.graph.Graph;
import mho.workloads.onnx.graph.GraphReader;
import mho.workloads.onnx.lowering.Lowering;
import mho.workloads.onnx.lowering.Lowering.Standing;
import mho.workloads.onnx.shape.Inference;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;

/** Runs a model in ONNX Runtime and here, as read and folded, and compares. */
final class Oracle {
    private static final double TOLERANCE = 1e-4; // of the largest output

    private Oracle() {}

    /** Random inputs between -1 and 1, tokens from 0 to {@code tokens} - 1. */
    static double check(ModelProto model, Map<String, Integer> dims, long seed, int tokens) {
        Random random = new Random(seed);
        return check(model, dims, (shape, at, whole) -> whole ? random.nextInt(tokens) : 2 * random.nextFloat() - 1);
    }

    /** Number {@code at} of an input of that shape, whole or not. */
    interface Numbers {
        float of(long[] shape, int at, boolean whole);
    }

    static double check(ModelProto model, Map<String, Integer> dims, Numbers numbers) {
        return check(model, model, dims, numbers);
    }

    /** A model in a form that ONNX Runtime does not run, against a twin that differs in the dimensions of inputs and outputs alone. */
    static double check(ModelProto model, ModelProto twin, long seed) {
        Random random = new Random(seed);
        return check(model, twin, Map.of(), (shape, at, whole) -> 2 * random.nextFloat() - 1);
    }

    private static double check(ModelProto model, ModelProto twin, Map<String, Integer> dims, Numbers numbers) {
        try {
            return compare(model, twin, dims, numbers);
        } catch (OrtException e) {
            throw new AssertionError(e);
        }
    }

    private static double compare(ModelProto model, ModelProto twin, Map<String, Integer> dims, Numbers numbers)
            throws OrtException {
        Graph graph = GraphReader.read(model, Path.of("/none"));
        OpenSizes.Filled sizes = OpenSizes.fill(graph, new OnnxOptions(1, dims));
        Lowering.Outcome outcome =
                Lowering.outcome(Inference.of(graph, sizes.dims(), sizes.dropped()), Network.builder("model", "", ""));
        Network network = outcome.network();
        OrtEnvironment ort = OrtEnvironment.getEnvironment();
        try (OrtSession session = ort.createSession(twin.toByteArray())) {
            Map<String, OnnxTensor> feeds = new LinkedHashMap<>();
            Map<Integer, Batch> fed = new HashMap<>();
            for (var input : session.getInputInfo().entrySet()) {
                String name = input.getKey();
                TensorInfo info = (TensorInfo) input.getValue().getInfo();
                long[] shape = twin != model
                        ? info.getShape()
                        : java.util.Arrays.stream(
                                        Objects.requireNonNull(sizes.dims().get(name))
                                                .toArray())
                                .asLongStream()
                                .toArray();
                boolean whole = info.type != ai.onnxruntime.OnnxJavaType.FLOAT;
                int count = (int) java.util.Arrays.stream(shape).reduce(1, (a, b) -> a * b);
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = numbers.of(shape, i, whole);
                }
                feeds.put(
                        name,
                        whole
                                ? longs(ort, values, shape)
                                : OnnxTensor.createTensor(ort, FloatBuffer.wrap(values), shape));
                Standing standing = outcome.tensors().get(name);
                if (standing != null) {
                    Node node = network.node(standing.node());
                    float[] stored = new float[count];
                    int[] order = standing.order().indices();
                    for (int i = 0; i < count; i++) {
                        stored[order[i]] = values[i];
                    }
                    fed.put(node.id(), new Batch(1, node.output(), stored));
                }
            }
            List<Batch> inputs = network.nodes().stream()
                    .filter(node -> node.layer() instanceof Input)
                    .map(node -> Objects.requireNonNull(fed.get(node.id())))
                    .toList();
            Map<Integer, float[]> seen = new HashMap<>();
            new Interpreter(network, new FloatArithmetic())
                    .run(inputs, (node, batch) -> seen.put(node.id(), batch.values()));
            List<Batch> folded = new Interpreter(network.folded(), new FloatArithmetic()).run(inputs);
            List<Integer> ends =
                    network.results().stream().map(edge -> edge.from()).toList();
            double worst = 0;
            try (OrtSession.Result results = session.run(feeds)) {
                for (var result : results) {
                    Standing standing = Objects.requireNonNull(outcome.tensors().get(result.getKey()));
                    float[] right = floats((OnnxTensor) result.getValue());
                    float[] asRead = Objects.requireNonNull(seen.get(standing.node()));
                    worst = Math.max(worst, difference(result.getKey() + " as read", standing, asRead, right));
                    int end = ends.indexOf(standing.node());
                    if (end >= 0) {
                        worst = Math.max(
                                worst,
                                difference(
                                        result.getKey() + " folded",
                                        standing,
                                        folded.get(end).values(),
                                        right));
                    }
                }
            }
            return worst;
        }
    }

    private static OnnxTensor longs(OrtEnvironment ort, float[] values, long[] shape) throws OrtException {
        long[] longs = new long[values.length];
        for (int i = 0; i < longs.length; i++) {
            longs[i] = (long) values[i];
        }
        return OnnxTensor.createTensor(ort, LongBuffer.wrap(longs), shape);
    }

    private static float[] floats(OnnxTensor tensor) throws OrtException {
        int count = (int) java.util.Arrays.stream(tensor.getInfo().getShape()).reduce(1, (a, b) -> a * b);
        float[] floats = new float[count];
        FloatBuffer buffer = tensor.getFloatBuffer();
        if (buffer != null) {
            buffer.get(floats);
            return floats;
        }
        List<Float> flat = new ArrayList<>();
        flatten(tensor.getValue(), flat);
        for (int i = 0; i < count; i++) {
            floats[i] = flat.get(i);
        }
        return floats;
    }

    private static void flatten(Object value, List<Float> flat) {
        if (value.getClass().isArray()) {
            for (int i = 0; i < java.lang.reflect.Array.getLength(value); i++) {
                flatten(java.lang.reflect.Array.get(value, i), flat);
            }
        } else {
            flat.add(value instanceof Boolean truth ? (truth ? 1f : 0f) : ((Number) value).floatValue());
        }
    }

    private static double difference(String what, Standing standing, float[] stored, float[] right) {
        int[] order = standing.order().indices();
        assertThat(order.length).as(what).isEqualTo(right.length);
        double largest = 1e-6;
        double off = 0;
        for (int i = 0; i < right.length; i++) {
            largest = Math.max(largest, Math.abs(right[i]));
            off = Math.max(off, Math.abs(right[i] - stored[order[i]]));
            assertThat(Float.isNaN(stored[order[i]])).as(what + " NaN").isEqualTo(Float.isNaN(right[i]));
        }
        assertThat(off / largest).as("%s, value of %s", what, largest).isLessThan(TOLERANCE);
        return off / largest;
    }
}
