package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import mho.arch.Seeds;
import mho.arch.element.Tally;
import mho.workloads.network.Dense;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Elementwise.Constant;
import mho.workloads.network.Elementwise.Operator;
import mho.workloads.network.Network;
import mho.workloads.network.NetworkBuilder;
import mho.workloads.network.Shape;
import mho.workloads.network.Softmax;
import mho.workloads.network.Tensor;
import mho.workloads.values.Batch;
import mho.workloads.values.FloatArithmetic;
import mho.workloads.values.Interpreter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scores that are scaled, masked and go through a softmax: the answers do not depend on what the mask writes. */
class MaskedTest {
    private static final int SCORES = 8;

    private static Constant constant(int place, float open, float blocked) {
        float[] values = new float[SCORES];
        for (int i = 0; i < SCORES; i++) {
            values[i] = i % 3 == 2 ? blocked : open;
        }
        return new Constant(place, Shape.vector(SCORES), new Tensor(List.of(SCORES), () -> values));
    }

    private static Network network(String how, float blocked, boolean scoresOut) {
        NetworkBuilder builder = Network.builder("masked", "", "");
        int input = builder.input("x", Shape.vector(20));
        int scores = builder.add("scores", new Dense(SCORES, false, false), input);
        int scaled = builder.add(
                "scaled", new Elementwise(Operator.MULTIPLY, List.of(constant(1, 0.5f, 0.5f)), false), scores);
        int masked =
                switch (how) {
                    case "add" -> builder.add(
                            "add", new Elementwise(Operator.ADD, List.of(constant(1, 0, blocked)), false), scaled);
                    case "subtract" -> builder.add(
                            "sub",
                            new Elementwise(Operator.SUBTRACT, List.of(constant(1, 0, -blocked)), false),
                            scaled);
                    default -> builder.add(
                            "where",
                            new Elementwise(
                                    Operator.WHERE, List.of(constant(0, 1, 0), constant(2, blocked, blocked)), false),
                            scaled);
                };
        int softmax = builder.add("softmax", new Softmax(1, 1), masked);
        builder.results(scoresOut ? List.of(softmax, masked) : List.of(softmax));
        return builder.build();
    }

    @ParameterizedTest
    @CsvSource({
        "add, -30",
        "add, -1e4",
        "add, -1e9",
        "add, -3.4028235e38",
        "subtract, -1e9",
        "where, -1e9",
        "where, -3.4028235e38",
        "where, -Infinity",
        "add, -Infinity"
    })
    void whatAMaskBlocksSetsNoRange(String how, float blocked) {
        assertThat(sqnrDb(how, blocked)).isGreaterThan(35).isEqualTo(sqnrDb(how, -200));
    }

    @ParameterizedTest
    @CsvSource({"add, 1", "add, -2", "subtract, 0.5"})
    void aBiasBeforeASoftmaxIsNoMaskAndCountsInFull(String how, float bias) {
        assertThat(sqnrDb(how, bias)).isGreaterThan(30);
    }

    @ParameterizedTest
    @CsvSource({"false, true", "true, false"})
    void scoresThatAreAResultAreKeptInABuffer(boolean scoresOut, boolean passes) {
        Network network = network("add", -30, scoresOut).folded();
        int id = network.nodes().size() - 2;
        assertThat(network.node(id).name()).isEqualTo("add");
        assertThat(new Masked(network).passes(id)).isEqualTo(passes);
        assertThat(new Masked(network).passes(id + 1)).isFalse();
    }

    private static double sqnrDb(String how, float blocked) {
        Random random = Seeds.random(5);
        Network network = Trained.randomly(network(how, blocked, false), random).folded();
        List<Batch> inputs = List.of(Trained.evenly(50, network.node(0).output(), 0, 1, random));
        ProgrammedNetwork analog = ProgrammedNetwork.of(OneLayer.fine(), network, inputs, 0, 1);
        ChipArithmetic arithmetic = ChipArithmetic.of(analog);
        arithmetic.begin(0);
        Batch made = new Interpreter(network, arithmetic).run(inputs).get(0);
        Batch wanted =
                new Interpreter(network, new FloatArithmetic()).run(inputs).get(0);
        Tally tally = new Tally();
        tally.compare(wanted.values(), made.values());
        return LayerValues.sqnrDb(tally);
    }
}
