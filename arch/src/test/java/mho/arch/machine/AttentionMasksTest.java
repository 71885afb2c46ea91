package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mho.arch.Given;
import mho.workloads.network.Input;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Small attention models on a shipped chip, masked in all the ways that exporters write it, with random weights: the answer, of six, is that
 * of floating point wherever floating point is not undecided between two.
 */
class AttentionMasksTest {
    private static final int TOKENS = 8;
    private static final int WIDTH = 16;
    private static final int HALF = 10;
    private static final int TRUTH = 9;
    private static final long[] SQUARE = {TOKENS, TOKENS};

    private static double[] causal(double open, double blocked) {
        double[] mask = new double[TOKENS * TOKENS];
        for (int i = 0; i < mask.length; i++) {
            mask[i] = i % TOKENS > i / TOKENS ? blocked : open;
        }
        return mask;
    }

    private static int[] causal(int open, int blocked) {
        return java.util.Arrays.stream(causal((double) open, blocked))
                .mapToInt(value -> (int) value)
                .toArray();
    }

    /** Up to the scores {@code s}, scaled, of each head. */
    private static Written scores(int heads) {
        Written model = new Written(new Random(9), 1, TOKENS, WIDTH)
                .wides("apart", 1, TOKENS, heads, WIDTH / heads)
                .wides("together", 1, TOKENS, WIDTH)
                .real("root", Math.sqrt(WIDTH / (double) heads))
                .evenly("wq", 0.9, WIDTH, WIDTH)
                .evenly("wk", 0.9, WIDTH, WIDTH)
                .evenly("wv", 0.9, WIDTH, WIDTH);
        for (String each : List.of("q", "k", "v")) {
            model.node("MatMul", "x w" + each, each)
                    .node("Reshape", each + " apart", each + "r")
                    .node(
                            "Transpose",
                            each + "r",
                            each + "t",
                            Written.with("perm", each.equals("k") ? new long[] {0, 2, 3, 1} : new long[] {0, 2, 1, 3}));
        }
        return model.node("MatMul", "qt kt", "products").node("Div", "products root", "s");
    }

    /** From shares {@code p} to the answer. */
    private static Written answered(Written model, boolean logarithm) {
        return model.node("MatMul", "p vt", "mixed")
                .node("Transpose", "mixed", "mt", Written.with("perm", 0, 2, 1, 3))
                .node("Reshape", "mt together", "mr")
                .evenly("wo", 0.9, WIDTH, WIDTH)
                .node("MatMul", "mr wo", "o")
                .wides("from", 2)
                .wides("to", 3)
                .wides("axis", 1)
                .node("Slice", "o from to axis", "third")
                .node("Squeeze", "third axis", "token")
                .evenly("wh", 0.9, WIDTH, 6)
                .node("MatMul", "token wh", logarithm ? "logits" : "y")
                .node(logarithm ? "LogSoftmax" : "Identity", logarithm ? "logits" : "y", logarithm ? "y" : "unused");
    }

    private static Written masked(Written model, String how, double blocked) {
        return switch (how) {
            case "add" -> model.reals("m", SQUARE, causal(0.0, blocked)).node("Add", "s m", "a");
            case "subtract" -> model.reals("m", SQUARE, causal(0.0, -blocked)).node("Sub", "s m", "a");
            case "before the scale" -> model.reals("m", SQUARE, causal(0.0, blocked))
                    .node("Add", "products m", "pm")
                    .node("Div", "pm root", "a");
            case "behind a clip" -> model.reals("m", SQUARE, causal(0.0, blocked))
                    .real("least", -3e38)
                    .node("Add", "s m", "pm")
                    .node("Clip", "pm least", "a");
            case "at least" -> model.reals("m", SQUARE, causal(0.0, blocked))
                    .real("least", -3.4028234e38)
                    .node("Add", "s m", "pm")
                    .node("Max", "pm least", "a");
            case "where" -> model.given("open", TRUTH, SQUARE, causal(1, 0))
                    .real("b", blocked)
                    .node("Where", "open s b", "a");
            case "where closed" -> model.given("closed", TRUTH, SQUARE, causal(0, 1))
                    .real("b", blocked)
                    .node("Where", "closed b s", "a");
            case "one less open" -> model.given("open", TRUTH, SQUARE, causal(1, 0))
                    .real("b", blocked)
                    .real("one", 1)
                    .node("Cast", "open", "f", Written.with("to", 1))
                    .node("Sub", "one f", "c")
                    .node("Mul", "c b", "m")
                    .node("Add", "s m", "a");
            case "times open" -> model.reals("open", SQUARE, causal(1.0, 0))
                    .reals("m", SQUARE, causal(0.0, -blocked))
                    .node("Mul", "s open", "so")
                    .node("Sub", "so m", "a");
            case "triangle" -> model.wides("size", TOKENS, TOKENS)
                    .wides("above", 1)
                    .node("ConstantOfShape", "size", "full", Written.filled(blocked))
                    .node("Trilu", "full above", "m", Written.with("upper", 1))
                    .node("Add", "s m", "a");
            case "expanded" -> model.wides("size", TOKENS, TOKENS)
                    .wides("above", 1)
                    .wides("all", 1, 1, TOKENS, TOKENS)
                    .node("ConstantOfShape", "size", "full", Written.filled(blocked))
                    .node("Trilu", "full above", "t", Written.with("upper", 1))
                    .node("Expand", "t all", "m")
                    .node("Add", "s m", "a");
            case "by ranges" -> model.wides("n", TOKENS)
                    .wides("first", 0)
                    .wides("one", 1)
                    .wides("axis0", 0)
                    .wides("axis1", 1)
                    .real("b", blocked)
                    .node("Squeeze", "n", "n0")
                    .node("Squeeze", "first", "f0")
                    .node("Squeeze", "one", "o0")
                    .node("Range", "f0 n0 o0", "r")
                    .node("Unsqueeze", "r axis0", "columns")
                    .node("Unsqueeze", "r axis1", "rows")
                    .node("LessOrEqual", "columns rows", "open")
                    .node("Where", "open s b", "a");
            case "by data" -> padding(model)
                    .real("b", blocked)
                    .real("one", 1)
                    .node("Cast", "open", "f", Written.with("to", 1))
                    .node("Sub", "one f", "c")
                    .node("Mul", "c b", "m")
                    .node("Add", "s m", "a");
            case "where data say" -> padding(model).real("b", blocked).node("Where", "open s b", "a");
            case "by data and expanded" -> padding(model)
                    .real("b", blocked)
                    .real("one", 1)
                    .wides("all", 1, 1, TOKENS, TOKENS)
                    .node("Cast", "open", "f", Written.with("to", 1))
                    .node("Sub", "one f", "c")
                    .node("Mul", "c b", "m0")
                    .node("Expand", "m0 all", "m")
                    .node("Add", "s m", "a");
            case "input" -> model.input("m", 1, 1, TOKENS, TOKENS).node("Add", "s m", "a");
            case "input of ones" -> model.input("f", 1, 1, TOKENS, TOKENS)
                    .real("b", blocked)
                    .real("one", 1)
                    .node("Sub", "one f", "c")
                    .node("Mul", "c b", "m")
                    .node("Add", "s m", "a");
            case "half" -> model.given("m", HALF, SQUARE, causal(0, blocked < -65504 ? 0xFC00 : 0xFBFF))
                    .node("Cast", "s", "sh", Written.with("to", HALF))
                    .node("Add", "sh m", "ah")
                    .node("Cast", "ah", "a", Written.with("to", 1));
            default -> throw new IllegalArgumentException(how);
        };
    }

    /** Tokens whose first value is below 0.6 are there; whoever reads the third token has some at least, in almost all inputs. */
    private static Written padding(Written model) {
        return model.wides("z0", 0)
                .wides("z1", 1)
                .wides("z2", 2)
                .real("some", 0.6)
                .wides("wide", 1, 1, 1, TOKENS)
                .node("Slice", "x z0 z1 z2", "head")
                .node("Less", "head some", "there")
                .node("Reshape", "there wide", "open");
    }

    private static Written shares(Written model, boolean writtenOut) {
        return writtenOut
                ? model.node("ReduceMax", "a", "most", Written.list("axes", -1), Written.with("keepdims", 1))
                        .node("Sub", "a most", "less")
                        .node("Exp", "less", "e")
                        .wides("last", -1)
                        .node("ReduceSum", "e last", "sum", Written.with("keepdims", 1))
                        .node("Div", "e sum", "p")
                : model.node("Softmax", "a", "p", Written.with("axis", -1));
    }

    @ParameterizedTest(name = "{0} {1}, {2} heads, written out {3}, logarithm {4}")
    @CsvSource({
        "add, -30, 1, false, false",
        "add, -1e9, 2, false, false",
        "add, -Infinity, 2, false, false",
        "add, -1e9, 2, true, false",
        "add, -1e9, 2, false, true",
        "subtract, -1e9, 2, false, false",
        "before the scale, -1e9, 2, false, false",
        "before the scale, -Infinity, 1, false, false",
        "before the scale, -1e4, 2, true, false",
        "behind a clip, -Infinity, 2, false, false",
        "at least, -3e38, 2, false, false",
        "where, -1e9, 2, false, false",
        "where, -3.4028234e38, 1, true, false",
        "where closed, -Infinity, 2, false, false",
        "one less open, -1e4, 2, false, false",
        "times open, -1e4, 1, false, false",
        "triangle, -1e9, 2, false, false",
        "triangle, -Infinity, 2, true, false",
        "expanded, -3.4028234e38, 2, false, false",
        "by ranges, -1e9, 2, false, false",
        "by data, -1e4, 2, false, false",
        "by data, -1e9, 1, true, false",
        "where data say, -1e9, 2, false, false",
        "by data and expanded, -1e9, 2, false, false",
        "input, -1e9, 2, false, false",
        "input of ones, -1e4, 2, false, false",
        "half, -65504, 2, false, false",
        "half, -65505, 2, true, false"
    })
    void theAnswerIsThatOfFloatingPoint(String how, double blocked, int heads, boolean writtenOut, boolean logarithm) {
        Written model = answered(shares(masked(scores(heads), how, blocked), writtenOut), logarithm);
        Network network = model.network().folded();
        if (!how.startsWith("input")) {
            checkFloatingPoint(model, network);
        }
        Agreement agreement = agreement(network, how, blocked);
        assertThat(agreement.clear()).isGreaterThan(40);
        assertThat(agreement.agreed()).isGreaterThanOrEqualTo((int) (0.97 * agreement.clear()));
    }

    /** What floating point is: ONNX Runtime. */
    private static void checkFloatingPoint(Written model, Network network) {
        Batch one = Trained.evenly(1, network.node(0).output(), -1, 1, new Random(3));
        assertThat(one.shape().channels()).isIn(WIDTH, WIDTH * TOKENS); // in memory as in the file
        float[] right = model.computed(List.of(one.values().clone())).get(0);
        float[] own = new Interpreter(network, new FloatArithmetic())
                .run(List.of(one))
                .get(0)
                .values();
        for (int i = 0; i < right.length; i++) {
            assertThat(own[i]).isCloseTo(right[i], within(2e-3f));
        }
    }

    /** Of the inputs of which the best two outputs are set apart, how many have the same best one. */
    private record Agreement(int clear, int agreed) {}

    private static Agreement agreement(Network network, String how, double blocked) {
        List<Batch> calibration = inputs(network, how, blocked, 32, 1);
        List<Batch> inputs = inputs(network, how, blocked, 96, 2);
        ProgrammedNetwork analog = ProgrammedNetwork.of(Given.chip("analog-256"), network, calibration, 0, 1);
        assertThat(analog.remarks()).isEmpty();
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        float[] made = new Interpreter(network, arithmetic).run(inputs).get(0).values();
        float[] wanted = new Interpreter(network, new FloatArithmetic())
                .run(inputs)
                .get(0)
                .values();
        int clear = 0;
        int agreed = 0;
        for (int at = 0; at < wanted.length; at += 6) {
            float[] right = java.util.Arrays.copyOfRange(wanted, at, at + 6);
            float[] sorted = right.clone();
            java.util.Arrays.sort(sorted);
            if (sorted[5] - sorted[4] > 0.08 * (sorted[5] - sorted[0])) {
                clear++;
                agreed += best(right) == best(java.util.Arrays.copyOfRange(made, at, at + 6)) ? 1 : 0;
            }
        }
        return new Agreement(clear, agreed);
    }

    private static int best(float[] outputs) {
        int best = 0;
        for (int i = 1; i < outputs.length; i++) {
            best = outputs[i] > outputs[best] ? i : best;
        }
        return best;
    }

    private static List<Batch> inputs(Network network, String how, double blocked, int count, int seed) {
        List<Batch> all = new ArrayList<>();
        for (Node node : network.nodes()) {
            if (node.layer() instanceof Input) {
                all.add(
                        all.isEmpty()
                                ? Trained.evenly(count, node.output(), -1, 1, new Random(seed))
                                : masks(count, node, how, blocked));
            }
        }
        return all;
    }

    /** The same causal mask for every input, in the order that the node keeps it. */
    private static Batch masks(int count, Node node, String how, double blocked) {
        float[] values = new float[count * TOKENS * TOKENS];
        boolean ones = how.equals("input of ones");
        for (int i = 0; i < values.length; i++) {
            int in = i % (TOKENS * TOKENS);
            boolean channelsAreColumns =
                    node.output().height() == TOKENS && node.output().channels() == TOKENS;
            boolean planes = node.output().channels() == 1;
            assertThat(channelsAreColumns || planes || node.output().width() == TOKENS)
                    .isTrue();
            boolean closed = in % TOKENS > in / TOKENS;
            values[i] = (float) (ones ? (closed ? 0 : 1) : closed ? blocked : 0);
        }
        return new Batch(count, node.output(), values);
    }
}
