package mho.workloads.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import mho.workloads.network.Edge;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import org.jspecify.annotations.Nullable;

/** One example in the network: its values and errors at every node, and the passes over them. Allocates nothing once it is made. */
final class ExampleMemory {
    private final Signal input;
    private final Signal answer;
    private final Pass[] passes;
    private final LearningPass[] learning;

    /** Of the learning rate, one for each of those that learn. */
    private final float[] factors;

    private final float[][] errors;

    /** Values of nodes with their names, in order. */
    private final List<String> names = new ArrayList<>();

    private final List<float[]> values = new ArrayList<>();

    ExampleMemory(TrainingPlan plan) {
        Assembly assembly = new Assembly(plan);
        for (Node node : plan.network().nodes()) {
            assembly.add(node);
        }
        this.input = assembly.made(plan.network().input().id());
        this.answer = assembly.read(plan.network().answer());
        this.passes = assembly.passes.toArray(Pass[]::new);
        this.learning = assembly.learning.toArray(LearningPass[]::new);
        this.factors = plan.rateFactors();
        this.errors = assembly.signals.stream()
                .filter(Signal::learns)
                .map(Signal::errors)
                .toArray(float[][]::new);
    }

    /** Where the values of an example are to be put. */
    float[] input() {
        return input.values();
    }

    /** What the network says of it. */
    float[] answer() {
        return answer.values();
    }

    void forward() {
        for (Pass pass : passes) {
            pass.forward();
        }
    }

    /** Back from the answer; returns the loss. */
    double reverse(Loss loss, int label) {
        for (float[] each : errors) {
            Arrays.fill(each, 0);
        }
        double lost = loss.of(answer.values(), label, answer.errors());
        for (int i = passes.length - 1; i >= 0; i--) {
            passes[i].reverse();
        }
        return lost;
    }

    void update(float rate) {
        for (int i = 0; i < learning.length; i++) {
            learning[i].update(rate * factors[i]);
        }
    }

    void tell(LayerTally[] tallies) {
        for (int i = 0; i < learning.length; i++) {
            learning[i].tell(tallies[i]);
        }
    }

    /** The first node with a value that is not finite; null if there is none. */
    @Nullable
    String firstNotFinite() {
        for (int i = 0; i < values.size(); i++) {
            for (float value : values.get(i)) {
                if (!Float.isFinite(value)) {
                    return names.get(i);
                }
            }
        }
        return null;
    }

    /** Bytes of what grows with the number of examples that are held at once. */
    long bytes() {
        return values.stream().mapToLong(each -> 2L * Float.BYTES * each.length).sum();
    }

    /** Signals and passes on their way into a memory. */
    private final class Assembly {
        private final TrainingPlan plan;
        private final @Nullable Signal[] made;
        private final List<Signal> signals = new ArrayList<>();
        private final List<Pass> passes = new ArrayList<>();
        private final List<LearningPass> learning = new ArrayList<>();

        Assembly(TrainingPlan plan) {
            this.plan = plan;
            Network network = plan.network().network();
            this.made = new Signal[network.nodes().size()];
            Node input = plan.network().input();
            made[input.id()] = signal(input.name(), (int) input.output().size(), false);
        }

        private Signal signal(String name, int size, boolean learns) {
            Signal signal = new Signal(size, learns);
            signals.add(signal);
            names.add(name);
            values.add(signal.values());
            return signal;
        }

        Signal made(int id) {
            return java.util.Objects.requireNonNull(made[id]);
        }

        void add(Node node) {
            List<Signal> in = node.edges().stream().map(this::read).toList();
            boolean learns = plan.learns(node) || in.stream().anyMatch(Signal::learns);
            int size = Math.toIntExact(node.output().size());
            Signal out = signal(node.name(), size, learns);
            Pass pass = plan.maker(node).over(in, out);
            passes.add(pass);
            if (pass instanceof LearningPass learner) {
                learning.add(learner);
            }
            PassMaker function = plan.function(node);
            if (function != null) {
                Signal sums = out;
                out = signal(node.name(), size, learns);
                passes.add(function.over(List.of(sums), out));
            }
            made[node.id()] = out;
        }

        /** An input of a node, views seen through. */
        Signal read(Edge edge) {
            Signal from = made(edge.from());
            PassMaker view = plan.view(edge);
            if (view == null) {
                return from;
            }
            Signal seen = signal(
                    "what is read of " + edge.from(),
                    Math.toIntExact(edge.shape().size()),
                    from.learns());
            passes.add(view.over(List.of(from), seen));
            return seen;
        }
    }
}
