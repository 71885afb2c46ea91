package mho.reports.cli;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Commands with files of every kind, changed at random: numbers out of proportion, lines lost or doubled, bytes turned. */
final class AttackInputs {
    private static final String[] CHIPS = {"analog-256", "isaac-ce", "hermes-64-1phase"};
    private static final String[] VALUES = {
        "0",
        "-1",
        "1",
        "1e-300",
        "1e300",
        "1e309",
        "2147483647",
        "2147483648",
        "9223372036854775807",
        "16777216",
        "65536",
        "0.5",
        "100 %",
        "1 Hz",
        "1e-9 Hz",
        "2 MHz",
        "1000 THz",
        "1 fs",
        "1e-30 s",
        "4.294968 ms",
        "5 ms",
        "1000 s",
        "1e300 J",
        "1 J",
        "1e300 W",
        "1 nS",
        "1e300 S",
        "474114 uS",
        "0 B",
        "1 B",
        "1024 TiB",
        "1 bit",
        "64 bit",
        "1e9 bit",
        "null",
        "~",
        "[]",
        "{}",
        "[1, 2]",
        "{kind: x}",
        "\"\"",
        "true",
        "NaN",
        ".inf",
        "1e-320 m",
        "1 m",
        "1000 V",
        "ideal",
        "fill",
        "one",
        "1e6 um",
        "1 B/s",
        "1e300 B/s",
        "1e12"
    };
    private static final String NETWORK =
            """
            network: small
            input: [2, 8, 8]
            layers:
              - conv: {name: c1, out: 6, kernel: 3, stride: 1, pad: 1, dilation: 1, groups: 1, activation: relu}
              - residual:
                  layers:
                    - conv: {out: 6, kernel: 3, pad: same, norm: true, copies: 2}
              - pool: {kind: max, kernel: 2, stride: 2, pad: 0, ceil: true}
              - resize: {scale: 2, mode: linear}
              - reshape: {to: [6, 1, 64]}
              - gru: {hidden: 5, steps: 64, bidirectional: true}
              - repeat: {times: 2, layers: [{dense: {out: 7, per-position: true}}]}
              - global-pool: {kind: average}
              - dense: {name: last, out: 4}
            """;
    private static final String SWEEP =
            """
            sweep: s
            base: {chip: analog-256, network: lenet5, images: 1}
            vary:
              tile.core.adc.bits: {from: 4, to: 8, count: 2}
              tile.core.array.cell.programming-error: {from: 1 %, to: 10 %, count: 2, scale: log}
            sample: random 2
            """;
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.-])\\d+(\\.\\d+)?(e-?\\d+)?");

    private final Path folder;
    private final List<String> parameters = new ArrayList<>();
    private final String chip;
    private final String device;
    private final ModelProto model;
    private final Path plainModel;
    private final Path plainData;

    AttackInputs(Path folder) throws IOException {
        this.folder = folder;
        for (String name : CHIPS) {
            JsonNode rows = new ObjectMapper()
                    .readTree(Cli.mho("list", "parameters", name, "--json").out())
                    .get("rows");
            rows.forEach(row -> parameters.add(row.get("parameter").asText()));
        }
        chip = text("/mho/arch/chips/analog-256.yaml");
        device = text("/mho/periphery/devices/pcm-hermes-1.yaml");
        model = model();
        plainModel = Files.write(folder.resolve("plain.onnx"), model.toByteArray());
        plainData = Files.write(folder.resolve("plain.npy"), npy("(12, 16)", 12 * 16));
    }

    private static String text(String resource) throws IOException {
        try (var in = AttackInputs.class.getResourceAsStream(resource)) {
            return new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** One command; its files are written to the place. */
    String[] command(Random random, Path place) throws IOException {
        String out = place.resolve("out").toString();
        return switch (random.nextInt(8)) {
            case 0, 1 -> {
                String path = parameters.get(random.nextInt(parameters.size()));
                String set = path + "=" + value(random);
                String on = CHIPS[random.nextInt(CHIPS.length)];
                yield random.nextBoolean()
                        ? run("--chip", on, "--network", "mlp", "--set", set, "--out", out)
                        : values(plainModel, plainData, on, "--set", set, "--out", out);
            }
            case 2 -> {
                Path file = Files.writeString(place.resolve("chip.yaml"), changed(chip, random));
                yield run("--chip", file.toString(), "--network", "lenet5", "--images", "1", "--out", out);
            }
            case 3 -> {
                Path file = Files.writeString(place.resolve("network.yaml"), changed(NETWORK, random));
                yield run("--network", file.toString(), "--images", "1", "--out", out);
            }
            case 4 -> {
                Path file = Files.writeString(place.resolve("device.yaml"), changed(device, random));
                yield values(
                        plainModel, plainData, CHIPS[0], "--set", "tile.core.array.cell.device=" + file, "--out", out);
            }
            case 5 -> {
                Path file = Files.writeString(place.resolve("sweep.yaml"), changed(SWEEP, random));
                yield new String[] {"sweep", file.toString(), "--out", out};
            }
            case 6 -> {
                Path file = Files.write(place.resolve("data.npy"), data(random));
                yield values(plainModel, file, CHIPS[0], "--out", out);
            }
            default -> {
                Path file = Files.write(place.resolve("model.onnx"), changed(model, random));
                yield values(file, plainData, CHIPS[0], "--out", out);
            }
        };
    }

    private static String[] run(String... more) {
        List<String> all = new ArrayList<>(List.of("run"));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }

    private static String[] values(Path model, Path data, String chip, String... more) {
        List<String> all = new ArrayList<>(List.of("--chip", chip, "--network", model.toString(), "--data"));
        all.addAll(List.of(data.toString(), "--calibration", "4"));
        all.addAll(List.of(more));
        return run(all.toArray(new String[0]));
    }

    private static String value(Random random) {
        return VALUES[random.nextInt(VALUES.length)];
    }

    /** One to three changes: another number, a line lost, doubled or moved in, a character turned. */
    private static String changed(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        for (int k = random.nextInt(3); k >= 0; k--) {
            List<int[]> numbers = new ArrayList<>();
            Matcher matcher = NUMBER.matcher(changed);
            while (matcher.find()) {
                numbers.add(new int[] {matcher.start(), matcher.end()});
            }
            int line = changed.indexOf("\n", random.nextInt(changed.length()));
            int next = line < 0 ? -1 : changed.indexOf("\n", line + 1);
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> {
                    int[] at = numbers.get(random.nextInt(numbers.size()));
                    String[] parts = value(random).split(" ", -1);
                    changed.replace(at[0], at[1], parts[0]);
                }
                case 3 -> {
                    if (next > 0) {
                        changed.delete(line, next);
                    }
                }
                case 4 -> {
                    if (next > 0) {
                        changed.insert(next, changed.substring(line, next));
                    }
                }
                default -> changed.setCharAt(random.nextInt(changed.length()), (char) random.nextInt(128));
            }
        }
        return changed.toString();
    }

    private static byte[] npy(String shape, int values) {
        String header = "{'descr': '<f4', 'fortran_order': False, 'shape': " + shape + ", }";
        return npy(header, values, new Random(5));
    }

    private static byte[] npy(String header, int values, Random random) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        ByteBuffer all = ByteBuffer.allocate(10 + text.length + 4 * values).order(ByteOrder.LITTLE_ENDIAN);
        all.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
        all.putShort((short) text.length).put(text);
        for (int i = 0; i < values; i++) {
            all.putFloat(random.nextFloat() - 0.3f);
        }
        return all.array();
    }

    private static byte[] data(Random random) {
        String[] shapes = {
            "(12, 16)",
            "(12, 4, 4)",
            "(16, 12)",
            "(12," + " 1,".repeat(random.nextInt(3000)) + " 16)",
            "(2147483647, 16)",
            "(0, 16)",
            "(12, -16)",
            "(12,)",
            "()",
            "(99999999999999999999, 1)",
            "(65536, 65536, 65536)",
            "(1, 192)"
        };
        String[] types = {"<f4", ">f4", "|u1", "<i8", "<f2", "<f8", "|O", "|b1"};
        String header = "{'descr': '" + types[random.nextInt(types.length)] + "', 'fortran_order': "
                + (random.nextBoolean() ? "True" : "False") + ", 'shape': " + shapes[random.nextInt(shapes.length)]
                + ", }";
        byte[] all = npy(header, 192, random);
        if (random.nextInt(3) == 0) {
            all[random.nextInt(all.length)] = (byte) random.nextInt();
        }
        return all;
    }

    private static NodeProto node(String operator, String output, String... inputs) {
        return NodeProto.newBuilder()
                .setOpType(operator)
                .setName(operator + "_" + output)
                .addAllInput(List.of(inputs))
                .addOutput(output)
                .build();
    }

    private static TensorProto tensor(String name, long... dims) {
        TensorProto.Builder tensor = TensorProto.newBuilder().setName(name).setDataType(1);
        int count = 1;
        for (long dim : dims) {
            tensor.addDims(dim);
            count *= (int) dim;
        }
        Random random = new Random(name.hashCode());
        for (int i = 0; i < count; i++) {
            tensor.addFloatData(random.nextFloat() - 0.4f);
        }
        return tensor.build();
    }

    private static ModelProto model() {
        GraphProto.Builder graph = GraphProto.newBuilder()
                .setName("g")
                .addInput(OnnxModel.input("x", 16))
                .addOutput(OnnxModel.input("y", 6))
                .addInitializer(tensor("w1", 16, 8))
                .addInitializer(tensor("b1", 8))
                .addInitializer(tensor("w2", 8, 6))
                .addInitializer(tensor("s", 8))
                .addInitializer(tensor("b2", 6))
                .addNode(node("Gemm", "g", "x", "w1", "b1"))
                .addNode(node("Relu", "r", "g"))
                .addNode(node("Mul", "m", "r", "s"))
                .addNode(node("Add", "a", "m", "g"))
                .addNode(node("MatMul", "p", "a", "w2"))
                .addNode(node("Add", "q", "p", "b2"))
                .addNode(node("Softmax", "y", "q"));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(
                        ai.onnx.proto.OnnxMl.OperatorSetIdProto.newBuilder().setVersion(17))
                .setGraph(graph)
                .build();
    }

    private static final String[] OPERATORS = {
        "Not",
        "Greater",
        "Less",
        "And",
        "Where",
        "Conv",
        "Gemm",
        "MatMul",
        "BatchNormalization",
        "LSTM",
        "GRU",
        "Softmax",
        "LayerNormalization",
        "QuantizeLinear",
        "DequantizeLinear",
        "Clip",
        "Pad",
        "Slice",
        "Concat",
        "Split",
        "Reshape",
        "Transpose",
        "ReduceMean",
        "PRelu",
        "MaxPool",
        "AveragePool",
        "ConvTranspose",
        "Gather",
        "Resize",
        "Einsum",
        "Mean",
        "Pow",
        "Div",
        "InstanceNormalization",
        "Expand",
        "ConvInteger",
        "QLinearConv",
        "DynamicQuantizeLinear",
        "Tile",
        "Squeeze",
        "Unsqueeze",
        "ArgMax",
        "Trilu",
        "CumSum",
        "OneHot",
        "TopK"
    };

    private static byte[] changed(ModelProto whole, Random random) {
        ModelProto.Builder changed = whole.toBuilder();
        GraphProto.Builder graph = changed.getGraphBuilder();
        for (int k = random.nextInt(3); k >= 0; k--) {
            int n = random.nextInt(graph.getNodeCount());
            NodeProto.Builder node = graph.getNodeBuilder(n);
            int t = random.nextInt(graph.getInitializerCount());
            TensorProto.Builder tensor = graph.getInitializerBuilder(t);
            switch (random.nextInt(7)) {
                case 0 -> node.setOpType(OPERATORS[random.nextInt(OPERATORS.length)]);
                case 1 -> {
                    List<String> inputs = new ArrayList<>(node.getInputList());
                    if (!inputs.isEmpty()) {
                        inputs.remove(random.nextInt(inputs.size()));
                    }
                    node.clearInput().addAllInput(inputs);
                }
                case 2 -> node.addInput(graph.getInitializer(random.nextInt(graph.getInitializerCount()))
                        .getName());
                case 3 -> {
                    float[] extremes = {Float.NaN, 1e38f, -1e38f, Float.POSITIVE_INFINITY, 1e-40f, 0};
                    tensor.setFloatData(
                            random.nextInt(Math.max(1, tensor.getFloatDataCount())),
                            extremes[random.nextInt(extremes.length)]);
                }
                case 4 -> {
                    for (int i = random.nextInt(4); i >= 0; i--) {
                        tensor.addDims(1);
                    }
                }
                case 5 -> {
                    List<Long> dims = new ArrayList<>(tensor.getDimsList());
                    java.util.Collections.reverse(dims);
                    tensor.clearDims();
                    for (int i = random.nextInt(4); i > 0; i--) {
                        tensor.addDims(1);
                    }
                    tensor.addAllDims(dims);
                }
                default -> {
                    String[] names = {
                        "axis",
                        "pads",
                        "strides",
                        "kernel_shape",
                        "group",
                        "axes",
                        "perm",
                        "transB",
                        "alpha",
                        "hidden_size",
                        "dilations"
                    };
                    long[] numbers = {-1, 0, 1, 2, 3, 64, 1_000_000, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE};
                    AttributeProto.Builder attribute =
                            AttributeProto.newBuilder().setName(names[random.nextInt(names.length)]);
                    if (random.nextBoolean()) {
                        attribute
                                .setType(AttributeProto.AttributeType.INT)
                                .setI(numbers[random.nextInt(numbers.length)]);
                    } else {
                        attribute.setType(AttributeProto.AttributeType.INTS);
                        for (int i = random.nextInt(5); i >= 0; i--) {
                            attribute.addInts(numbers[random.nextInt(numbers.length)]);
                        }
                    }
                    node.addAttribute(attribute);
                }
            }
        }
        return changed.build().toByteArray();
    }

    @Override
    public String toString() {
        return "inputs in " + folder;
    }
}
