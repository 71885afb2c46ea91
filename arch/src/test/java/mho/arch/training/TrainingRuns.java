package mho.arch.training;

import java.util.stream.IntStream;
import mho.arch.Given;
import mho.arch.plan.Stage;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.core.engine.Model;
import mho.workloads.network.Network;
import mho.workloads.network.TrainingNetwork;

/** Trainings on the default chip that learns, and what is read of them. */
final class TrainingRuns {
    static final long NS = 1_000_000;

    /** Sums of gradients beside the arrays, fast enough for one array of weights in a cycle or two. */
    static final String SUMS =
            "tile.core.learning.gradients={size: 128 KiB, bits: 16, lanes: 1024, clock: 1 GHz, energy: 0.5 pJ, area: 0.2 mm2}";

    private TrainingRuns() {}

    static RunResult steady(Network network, String... settings) {
        return Given.steady(Given.chip("analog-train", settings), TrainingNetwork.of(network.folded()));
    }

    static RunResult exactly(int images, Network network, String... settings) {
        return Given.run(Given.chip("analog-train", settings), TrainingNetwork.of(network.folded()), images);
    }

    /** A chain of layers, each of 20 inputs and as many outputs, named d1, d2, …. */
    static Network chain(int layers) {
        return Given.network(
                "20, 1, 1",
                IntStream.rangeClosed(1, layers)
                        .mapToObj(l -> "dense: {name: d" + l + ", out: 20}")
                        .toArray(String[]::new));
    }

    static Stage stage(RunResult run, String name) {
        return run.placement().pipeline().stages().stream()
                .filter(stage -> stage.node().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no stage " + name));
    }

    static int id(RunResult run, String name) {
        return stage(run, name).id();
    }

    /** Of one input, in a stage. */
    static double count(RunResult run, String name, String part, String verb) {
        return run.perImage(id(run, name), new Action(part, verb));
    }

    /** The most that the buffer between two stages ever held, windows. */
    static int peakHeld(RunResult run, String producer, String consumer) {
        Model model = run.program().model();
        return IntStream.range(0, model.edges())
                .filter(e -> model.producer(e) == id(run, producer) && model.consumer(e) == id(run, consumer))
                .map(run.timeline()::peakHeld)
                .max()
                .orElseThrow();
    }
}
