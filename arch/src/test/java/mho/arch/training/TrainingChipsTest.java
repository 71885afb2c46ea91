package mho.arch.training;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.RunInvariants;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.run.RunResult;
import mho.workloads.network.Network;
import mho.workloads.network.TrainingNetwork;
import mho.workloads.zoo.Zoo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published machines that train, in time: what a pencil makes of their files. */
class TrainingChipsTest {
    private static final long NS = 1_000_000;

    private static RunResult train(String chip, String network) {
        return Given.steady(
                Given.chip(chip), TrainingNetwork.of(Zoo.load(network).folded()));
    }

    private static long busy(RunResult run, String layer) {
        int stage = run.placement().pipeline().stages().stream()
                .filter(at -> at.node().name().equals(layer))
                .findFirst()
                .orElseThrow()
                .id();
        return run.program().pipelines().get(stage).stream()
                .mapToLong(resource -> run.alone().busy(resource))
                .max()
                .orElseThrow();
    }

    /** Read and update, ns: a layer that sends its error back is read twice. */
    @ParameterizedTest
    @CsvSource({
        "rpu,            80,  2 * 32 * 1.25, 80, 80",
        "marinella-2018, 384, 4 * 128,       512, 512",
        "ibm-generic,    260, 2 * 16 * 100 + 256 lines of 518 every 100,  4527, 4527",
        "pcm-2015,       260, 2 * 16 * 100 + 530 lines of 518 of the second layer 257,  5946, 4532",
        "pcm-3t1c,       260, 2 * 31 + 256 lines of 518 every 8000,       79, 79",
        "hasan-taha,     260, 2 * 256 * 100, 51200, 51200",
        "pipelayer,      469, 16 * 50.88,    815, 815"
    })
    void a_layer_is_busy_with_a_read_each_way_and_an_update(
            String chip, long read, String law, long update, long updateOfNext) {
        RunResult run = train(chip, "rpu-mlp");
        RunInvariants.hold(run, chip + ", update " + law);
        assertThat(busy(run, "dense1")).as(chip).isEqualTo((read + update) * NS);
        assertThat(busy(run, "dense2")).as(chip).isEqualTo((2 * read + updateOfNext) * NS);
    }

    @Test
    void each_layer_of_the_phase_change_perceptron_stands_in_an_array_of_its_own() {
        RunResult run = train("pcm-2015", "pcm-mlp");
        assertThat(run.placement().arrays()).isEqualTo(3);
    }

    /** Every chip whose arrays learn is one that trains. */
    @Test
    void whatever_learns_trains_a_small_network() {
        Network network = Zoo.load("mlp");
        for (String name : Chips.names()) {
            ChipSpec chip = Given.chip(name);
            boolean learns =
                    chip.faces().stream().allMatch(face -> face.chip().element().learner() != null);
            if (learns) {
                RunInvariants.hold(Given.steady(chip, TrainingNetwork.of(network.folded())), name);
            }
        }
    }
}
