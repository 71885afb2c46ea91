package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import mho.arch.Given;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Constants that are out of proportion to the data: those of masks do not matter, others are remarked on. */
class OutOfProportionTest {
    private static final int COLUMNS = 8;

    private static Written scores(double blocked) {
        double[] mask = new double[COLUMNS];
        for (int i = 0; i < COLUMNS; i++) {
            mask[i] = i % 3 == 2 ? blocked : 0;
        }
        return new Written(new Random(9), 1, 20)
                .evenly("w", 1, 20, COLUMNS)
                .reals("m", new long[] {COLUMNS}, mask)
                .node("MatMul", "x w", "s")
                .node("Tanh", "s", "u")
                .node("Mul", "u half", "t")
                .real("half", 0.5)
                .node("Add", "t m", "masked")
                .evenly("v", 1, COLUMNS, 5);
    }

    /** The softmax written out, its largest score taken off first. */
    private static Written writtenOut(double blocked) {
        return scores(blocked)
                .node("ReduceMax", "masked", "most", Written.list("axes", 1), Written.with("keepdims", 1))
                .node("Sub", "masked most", "less")
                .node("Exp", "less", "e")
                .node("ReduceSum", "e ones", "sum", Written.with("keepdims", 1))
                .wide("ones", 1)
                .node("Div", "e sum", "p")
                .node("MatMul", "p v", "y");
    }

    private static double worst(Written model) {
        Network network = model.network().folded();
        Random random = new Random(1);
        Batch inputs = Trained.evenly(32, network.node(0).output(), -1, 1, random);
        ProgrammedNetwork analog = ProgrammedNetwork.of(Given.chip("analog-256"), network, List.of(inputs), 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        float[] made =
                new Interpreter(network, arithmetic).run(List.of(inputs)).get(0).values();
        float[] wanted = new Interpreter(network, new FloatArithmetic())
                .run(List.of(inputs))
                .get(0)
                .values();
        double worst = 0;
        for (int i = 0; i < made.length; i++) {
            worst = Math.max(worst, Math.abs(made[i] - wanted[i]));
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, -1e4, -65504, -1e9, -3.4028234e38, Double.NEGATIVE_INFINITY})
    void whatAMaskWritesDoesNotMatterToASoftmax(double blocked) {
        assertThat(worst(scores(blocked).node("Softmax", "masked", "p").node("MatMul", "p v", "y")))
                .isLessThan(0.08);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-30, -1e4, -65504, -1e9})
    void norToOneThatIsWrittenOut(double blocked) {
        assertThat(worst(writtenOut(blocked))).isLessThan(0.08);
    }

    @Test
    void anotherConstantOutOfProportionIsRemarkedOn() {
        assertThat(remarks(1e6)).anyMatch(remark -> remark.contains("out of proportion to the data"));
        assertThat(remarks(1)).noneMatch(remark -> remark.contains("out of proportion"));
    }

    /** Bounds lie anywhere, and a scale of all values is in no code: neither matters, neither is remarked on. */
    @ParameterizedTest
    @ValueSource(strings = {"Clip", "Clip of sums", "scale", "scale by channels", "scale before"})
    void boundsAndScalesOfAllValuesAreHarmless(String how) {
        Written plain = behind(tanh(), "u", "t");
        Written model =
                switch (how) {
                    case "Clip" -> behind(tanh().real("l", -1e9).real("h", 1e9).node("Clip", "u l h", "c"), "c", "t");
                    case "Clip of sums" -> behind(tanh(), "u", "s")
                            .real("l", -1e8)
                            .real("h", 1e8)
                            .node("Clip", "s l h", "t");
                    case "scale" -> behind(tanh(), "u", "s")
                            .real("big", 1e8)
                            .real("small", 1e-8)
                            .node("Mul", "s big", "b")
                            .node("Relu", "b", "r")
                            .node("Neg", "r", "n")
                            .node("Add", "b n", "bn")
                            .node("Add", "bn r", "back")
                            .node("Mul", "back small", "t");
                    case "scale by channels" -> behind(tanh(), "u", "s")
                            .reals("bigs", new long[] {COLUMNS}, many(1e8))
                            .reals("smalls", new long[] {COLUMNS}, many(1e-8))
                            .node("Mul", "s bigs", "b")
                            .node("Tanh", "b", "unused")
                            .node("Mul", "b smalls", "t");
                    default -> behind(tanh().real("big", 1e8).node("Mul", "u big", "b"), "b", "s")
                            .real("small", 1e-8)
                            .node("Mul", "s small", "t");
                };
        assertThat(worst(ended(model))).isLessThan(1.5 * worst(ended(plain)) + 0.01);
        assertThat(remarks(model)).isEmpty();
    }

    private static double[] many(double value) {
        double[] all = new double[COLUMNS];
        java.util.Arrays.fill(all, value);
        return all;
    }

    private static Written tanh() {
        return new Written(new Random(9), 1, 20).node("Tanh", "x", "u");
    }

    private static Written behind(Written model, String in, String out) {
        return model.evenly("w", 0.5, 20, COLUMNS).node("MatMul", in + " w", out);
    }

    private static Written ended(Written model) {
        return model.evenly("v", 0.5, COLUMNS, 5).node("MatMul", "t v", "y");
    }

    /** One channel in eight times 10^8: the others are lost in weights where the scale goes there, and in buffers where it does not. */
    @ParameterizedTest
    @ValueSource(strings = {"weights", "buffers", "bias"})
    void aScaleOfOneChannelAloneIsRemarkedOn(String where) {
        double[] scales = many(1);
        scales[3] = 1e8;
        double[] bias = many(0.1);
        bias[3] = 5e3;
        Written model = behind(tanh(), "u", "s");
        switch (where) {
            case "weights" -> model.reals("k", new long[] {COLUMNS}, scales).node("Mul", "s k", "t");
            case "buffers" -> model.reals("k", new long[] {COLUMNS}, scales)
                    .node("Sin", "s", "n")
                    .node("Mul", "n k", "t");
            default -> model.reals("k", new long[] {COLUMNS}, bias).node("Add", "s k", "t");
        }
        assertThat(remarks(ended(model))).anyMatch(remark -> remark.contains("out of proportion"));
    }

    private static List<String> remarks(Written model) {
        Network network = model.network().folded();
        Batch inputs = Trained.evenly(32, network.node(0).output(), -1, 1, new Random(1));
        return ProgrammedNetwork.of(Given.chip("analog-256"), network, List.of(inputs), 0, 1)
                .remarks();
    }

    private static List<String> remarks(double constant) {
        Network network = new Written(new Random(9), 1, 20)
                .real("big", constant)
                .node("Tanh", "x", "u")
                .node("Add", "u big", "a")
                .evenly("w", 1, 20, COLUMNS)
                .node("MatMul", "a w", "y")
                .network()
                .folded();
        Batch inputs = Trained.evenly(32, network.node(0).output(), -1, 1, new Random(1));
        return ProgrammedNetwork.of(Given.chip("analog-256"), network, List.of(inputs), 0, 1)
                .remarks();
    }
}
