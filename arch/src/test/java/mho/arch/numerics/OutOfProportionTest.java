package mho.arch.numerics;

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
        AnalogNetwork analog = AnalogNetwork.of(Given.chip("analog-256"), network, List.of(inputs), 0, 1);
        AnalogArithmetic arithmetic = new AnalogArithmetic(analog, false);
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
        return AnalogNetwork.of(Given.chip("analog-256"), network, List.of(inputs), 0, 1)
                .remarks();
    }
}
