package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import mho.arch.Given;
import mho.arch.Seeds;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

/** One computation in floating point for many chips. */
class ReferenceTest {
    private static final int IMAGES = 150;

    private final DataSet data = Pictures.shipped().first(IMAGES);
    private final Network network = new Perceptron(Seeds.random(1), 784, 20, 10).network(data);

    @Test
    void whatFitsIsComputedOnceTheRestAgain() {
        long batch = 64 * (20 + 10 + 10);
        Reference roomForTwo = Reference.of(network, data, 2 * batch);
        List<Boolean> kept = List.of(isKept(roomForTwo, 0), isKept(roomForTwo, 64), isKept(roomForTwo, 128));
        assertThat(kept).containsExactly(true, true, false);
        assertThat(isKept(Reference.of(network, data, batch - 1), 0)).isFalse();
        assertThat(isKept(Reference.of(network, data), 0)).isFalse();
    }

    private boolean isKept(Reference reference, int from) {
        float[] first = output(reference, from);
        return output(reference, from) == first;
    }

    private float[] output(Reference reference, int from) {
        int count = Math.min(reference.batch(), IMAGES - from);
        return reference.of(from, data.batch(from, count)).outputs().get(0).values();
    }

    @Test
    void anEvaluationIsTheSameHoweverMuchIsKeptAndWhoeverUsedItBefore() {
        Reference shared = Reference.of(network, data, Reference.ROOM);
        for (String bits : List.of("4", "8")) {
            ProgrammedNetwork analog = ProgrammedNetwork.of(
                    Given.chip("analog-256", "tile.core.adc.bits=" + bits), network, List.of(data.batch(0, 8)), 0, 1);
            Values fresh = Evaluation.of(analog, Reference.of(network, data), data.first(8), 1, done -> {});
            assertThat(Evaluation.of(analog, shared, data.first(8), 2, done -> {}))
                    .as(bits)
                    .isEqualTo(fresh);
        }
    }

    @Test
    void anotherNetworkHasAnotherReference() {
        Network other = new Perceptron(new Random(1), 784, 20, 20, 10).network(data);
        ProgrammedNetwork analog =
                ProgrammedNetwork.of(Given.chip("analog-256"), other, List.of(data.batch(0, 8)), 0, 1);
        assertThatThrownBy(() -> Evaluation.of(analog, Reference.of(network, data), data.first(8), 1, done -> {}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the reference is that of another network: perceptron");
    }
}
