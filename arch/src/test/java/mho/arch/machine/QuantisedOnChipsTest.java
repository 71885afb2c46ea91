package mho.arch.machine;

import static mho.arch.machine.Written.FLOAT;
import static mho.arch.machine.Written.INT32;
import static mho.arch.machine.Written.INT8;
import static mho.arch.machine.Written.UINT8;
import static mho.arch.machine.Written.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import mho.workloads.values.Batch;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Quantised models on chips without noise whose converters lose nothing: what comes out is what ONNX Runtime computes, in every code.
 * The model's own codes are in the cells and on the rows, and in the buffers between.
 */
class QuantisedOnChipsTest {
    private static final List<String> EXACT = List.of(
            "tile.core.array.read-time=10 ns",
            "tile.core.array.cell={bits: 4}",
            "tile.core.weights.bias=digital",
            "tile.core.adc={kind: sar, bits: 24, rate: 1 GS/s, count: 2, range: full-scale, energy: 1 pJ, area: 1 um2}");

    private static ChipSpec chip(String sign, String... more) {
        List<String> settings = new ArrayList<>(EXACT);
        settings.add("tile.core.weights={bits: 8, sign: " + sign + ", bias: digital}");
        settings.addAll(List.of(more));
        return Given.chip("analog-256", settings);
    }

    /** Values between -1 and 1, so many that every code comes up. */
    private static List<float[]> inputs(Written model, int count, Random random) {
        int size = (int) java.util.Arrays.stream(model.input()).reduce(1, (a, b) -> a * b);
        return Stream.generate(() -> {
                    float[] values = new float[size];
                    for (int i = 0; i < size; i++) {
                        values[i] = 2 * random.nextFloat() - 1;
                    }
                    return values;
                })
                .limit(count)
                .toList();
    }

    /** From channels first, as ONNX has maps, to positions first. */
    private static Batch batch(List<float[]> inputs, Shape shape) {
        int size = (int) shape.size();
        float[] values = new float[inputs.size() * size];
        for (int i = 0; i < inputs.size(); i++) {
            for (int c = 0; c < shape.channels(); c++) {
                for (int p = 0; p < shape.positions(); p++) {
                    values[i * size + p * shape.channels() + c] = inputs.get(i)[c * shape.positions() + p];
                }
            }
        }
        return new Batch(inputs.size(), shape, values);
    }

    private record Computed(Batch made, Batch wanted, List<String> remarks) {}

    private static Computed compute(Written model, ChipSpec chip) {
        Random random = new Random(5);
        Network network = model.network().folded();
        Shape shape = network.node(0).output();
        List<float[]> given = inputs(model, 24, random);
        ProgrammedNetwork analog =
                ProgrammedNetwork.of(chip, network, List.of(batch(inputs(model, 24, random), shape)), 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        Batch made = new Interpreter(network, arithmetic)
                .run(List.of(batch(given, shape)))
                .get(0);
        return new Computed(made, batch(model.computed(given), made.shape()), analog.remarks());
    }

    private static Written qdqConv(int type, int zero, int weights, int weightZero) {
        return qdq(new Written(new Random(3), 1, 4, 7, 6), "x", "d", 0.0079, type, zero, "a")
                .codes("w", weights, weights == INT8 ? 1 : 0, 5, 4, 3, 2)
                .real("ws", 0.010, 0.020, 0.005, 0.013, 0.007)
                .whole("wz", weights, weightZero, weightZero, weightZero, weightZero, weightZero)
                .integers("b", INT32, new long[] {5}, -900, 900)
                .real("bs", 0.010 * 0.0079, 0.020 * 0.0079, 0.005 * 0.0079, 0.013 * 0.0079, 0.007 * 0.0079)
                .whole("bz", INT32, 0, 0, 0, 0, 0)
                .node("DequantizeLinear", "w ws wz", "wd", with("axis", 0))
                .node("DequantizeLinear", "b bs bz", "bd", with("axis", 0))
                .node("Conv", "d wd bd", "c", with("pads", 1, 0, 2, 1));
    }

    private static Written qdq(Written model, String from, String to, double scale, int type, int zero, String name) {
        return model.real(name + "s", scale)
                .whole(name + "z", type, zero)
                .node("QuantizeLinear", from + " " + name + "s " + name + "z", name + "q")
                .node("DequantizeLinear", name + "q " + name + "s " + name + "z", to);
    }

    private static Written qlinear(int type, int zero) {
        return new Written(new Random(4), 1, 4, 7, 6)
                .real("xs", 0.0079)
                .whole("xz", type, zero)
                .node("QuantizeLinear", "x xs xz", "q")
                .codes("w", INT8, 1, 6, 2, 3, 2)
                .real("ws", 0.01)
                .whole("wz", INT8, 0)
                .integers("b", INT32, new long[] {6}, -900, 900)
                .real("ys", 0.047)
                .whole("yz", type, zero)
                .node("QLinearConv", "q xs xz w ws wz ys yz b", "p", with("pads", 1, 0, 2, 1), with("group", 2))
                .node("MaxPool", "p", "m", with("kernel_shape", 2, 2), with("strides", 2, 2))
                .codes("v", INT8, 1, 3, 6, 1, 1)
                .node("QLinearConv", "m ys yz v ws wz ys yz", "r")
                .node("DequantizeLinear", "r ys yz", "y");
    }

    private static Written dynamic(int type, int zero) {
        return new Written(new Random(6), 1, 40)
                .codes("w", type, type == INT8 ? 1 : 0, 40, 12)
                .whole("wz", type, zero)
                .real("ws", 0.01)
                .evenly("b", 0.3, 12)
                .node("DynamicQuantizeLinear", "x", "q s z")
                .node("MatMulInteger", "q w z wz", "p")
                .node("Cast", "p", "f", with("to", FLOAT))
                .node("Mul", "s ws", "m")
                .node("Mul", "f m", "g")
                .node("Add", "g b", "h")
                .node("Relu", "h", "r")
                .codes("v", INT8, 1, 12, 7)
                .whole("vz", INT8, 0)
                .node("DynamicQuantizeLinear", "r", "q2 s2 z2")
                .node("MatMulInteger", "q2 v z2 vz", "p2")
                .node("Cast", "p2", "f2", with("to", FLOAT))
                .node("Mul", "f2 s2", "o");
    }

    /** Outputs of a model stand in a buffer as well: here as codes. */
    static Stream<Arguments> models() {
        Written gemm = qdq(new Written(new Random(2), 1, 30), "x", "d", 0.0079, UINT8, 128, "a")
                .codes("w", INT8, 1, 12, 30)
                .real("ws", 0.0101)
                .whole("wz", INT8, 0)
                .node("DequantizeLinear", "w ws wz", "wd")
                .node("Transpose", "wd", "wt", with("perm", 1, 0))
                .node("MatMul", "d wt", "c")
                .node("Relu", "c", "r");
        qdq(gemm, "r", "e", 0.043, UINT8, 0, "b")
                .evenly("v", 1, 12, 5)
                .real("vs", 1.0 / 127)
                .whole("vz", INT8, 0)
                .node("QuantizeLinear", "v vs vz", "vq")
                .node("DequantizeLinear", "vq vs vz", "vd")
                .node("MatMul", "e vd", "g");
        return Stream.of(
                of("unsigned inputs, int8 weights by channel", last(qdqConv(UINT8, 128, INT8, 0), "c", 0.09)),
                of("inputs of another zero point", last(qdqConv(UINT8, 77, INT8, 0), "c", 0.09)),
                of("signed inputs", last(qdqConv(INT8, 0, INT8, 0), "c", 0.09)),
                of("signed inputs with a zero point", last(qdqConv(INT8, -5, INT8, 0), "c", 0.09)),
                of("dense layers, a transposed and a rounded kernel", last(gemm, "g", 0.06)),
                of("operators on codes, a pool between", qlinear(UINT8, 120)),
                of("operators on signed codes", qlinear(INT8, -7)),
                of("ranges found at run time", last(dynamic(INT8, 0), "o", 8)));
    }

    private static Written last(Written model, String from, double scale) {
        return qdq(model, from, "y", scale, UINT8, 128, "last");
    }

    private static Arguments of(String name, Written model) {
        return Arguments.of(name, model);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("models")
    void arraysComputeEveryCodeThatOnnxRuntimeDoes(String name, Written model) {
        for (String sign : List.of("pair", "cell-pair", "offset", "shared-reference")) {
            Computed computed = compute(model, chip(sign));
            assertThat(computed.remarks()).isEmpty();
            same(computed, sign);
        }
        same(compute(model, Given.chip("isaac-ce")), "isaac-ce");
    }

    /** 256 codes of any zero point: the constant that is added before a code is stored is the model's; a pair needs a bit more. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, 130, 255})
    void everyUnsignedWeightIsStoredWhereItsCodesHaveRoom(int zero) {
        Written convolution = last(qdqConv(UINT8, 77, UINT8, zero), "c", 0.07);
        Written product = last(dynamic(UINT8, zero), "o", 16);
        for (Written model : List.of(convolution, product)) {
            for (ChipSpec chip : List.of(
                    chip("offset"),
                    chip("shared-reference"),
                    Given.chip("isaac-ce"),
                    nineBits("pair"),
                    nineBits("cell-pair"))) {
                Computed computed = compute(model, chip);
                assertThat(computed.remarks()).isEmpty();
                same(computed, chip.chip());
            }
        }
    }

    private static ChipSpec nineBits(String sign) {
        return chip(sign, "tile.core.weights.bits=9");
    }

    @Test
    void whatCannotBeStoredAsItIsIsRemarkedOn() {
        Written unsigned = last(qdqConv(UINT8, 77, UINT8, 3), "c", 0.07);
        assertThat(compute(unsigned, chip("pair")).remarks())
                .containsExactly("Conv4: weights have codes from 0 to 252, 8 bits hold -127 to 127: requantised");
        Written full = last(dynamic(UINT8, 129), "o", 16);
        assertThat(compute(full, chip("pair")).remarks())
                .singleElement()
                .asString()
                .contains("8 bits hold -127 to 127: those beyond are clipped");
        Written signed = last(qdqConv(UINT8, 77, INT8, 0), "c", 0.07);
        assertThat(compute(signed, chip("offset", "tile.core.weights.bits=4")).remarks())
                .singleElement()
                .asString()
                .contains("4 bits hold -8 to 7: requantised");
        assertThat(compute(signed, Given.chip("analog-256")).remarks())
                .anyMatch(remark -> remark.contains("biases are rounded") || remark.contains("a bias in the arrays"));
        assertThat(compute(signed, chip("pair", "precision.values=6 bit")).remarks())
                .anyMatch(remark -> remark.contains("inputs have 256 codes, drivers of 6 bits fewer: requantised"));
    }

    /** Blocks of 16 rows have scales of their own, and a column one unit. */
    @Test
    void scalesOfBlocksAreRequantisedAndSaidSo() {
        Random random = new Random(8);
        Written model = new Written(random, 1, 32)
                .codes("w", UINT8, 0, 6, 2, 8)
                .reals("s", new long[] {12}, random.doubles(12, 0.01, 0.02).toArray())
                .microsoft(
                        "MatMulNBits",
                        "x w s",
                        "y",
                        with("K", 32),
                        with("N", 6),
                        with("bits", 4),
                        with("block_size", 16));
        Computed computed = compute(model, chip("pair"));
        assertThat(computed.remarks()).singleElement().asString().contains("scales for blocks of rows");
        for (int i = 0; i < computed.wanted().values().length; i++) {
            assertThat(computed.made().values()[i]).isCloseTo(computed.wanted().values()[i], within(0.02f));
        }
    }

    /** ONNX Runtime sums floats between a Quantise and the one before: a value between two codes may go to either, one in a thousand. */
    private static void same(Computed computed, String chip) {
        float[] made = computed.made().values();
        float[] wanted = computed.wanted().values();
        int others = 0;
        for (int i = 0; i < made.length; i++) {
            others += Math.abs(made[i] - wanted[i]) > 1e-4 ? 1 : 0;
        }
        assertThat(others).as(chip).isLessThanOrEqualTo(made.length / 1000);
        assertThat(new java.util.HashSet<>(java.util.Arrays.asList(box(wanted))).size())
                .isGreaterThan(20);
    }

    private static Float[] box(float[] values) {
        Float[] boxed = new Float[values.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = values[i];
        }
        return boxed;
    }
}
