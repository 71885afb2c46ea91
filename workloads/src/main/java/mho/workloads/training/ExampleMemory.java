package mho.workloads.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
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
    private final PassSteps steps;

    /** Of each pass, its place among those that learn; -1 of the others. */
    private final int[] learner;

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
        this.passes = assembly.placed.stream().map(PassSteps.Placed::pass).toArray(Pass[]::new);
        this.learning = assembly.learning.toArray(LearningPass[]::new);
        this.factors = plan.rateFactors();
        this.steps = PassSteps.of(assembly.placed);
        this.learner = new int[passes.length];
        for (int i = 0; i < passes.length; i++) {
            learner[i] = assembly.learning.indexOf(passes[i]);
        }
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
        double lost = lost(loss, label);
        for (int i = passes.length - 1; i >= 0; i--) {
            passes[i].reverse();
        }
        return lost;
    }

    /** The first step back: the errors of the answer; returns the loss. */
    double lost(Loss loss, int label) {
        for (float[] each : errors) {
            Arrays.fill(each, 0);
        }
        return loss.of(answer.values(), label, answer.errors());
    }

    void update(float rate) {
        for (int i = 0; i < learning.length; i++) {
            update(i, rate);
        }
    }

    private void update(int which, float rate) {
        if (factors[which] > 0) {
            learning[which].update(rate * factors[which]);
        }
    }

    PassSteps steps() {
        return steps;
    }

    /** What is done of the way forward so many steps after the example came in. */
    void forward(int step) {
        for (int i = 0; i < passes.length; i++) {
            if (steps.forward(i) == step) {
                passes[i].forward();
            }
        }
    }

    /** What is done of the way back so many steps after the example came in: layers with weights learn as errors come to them. */
    void reverseAndUpdate(int step, float rate, IntConsumer learnt) {
        for (int i = passes.length - 1; i >= 0; i--) {
            if (steps.reverse(i) == step) {
                passes[i].reverse();
                if (learner[i] >= 0) {
                    update(learner[i], rate);
                    learnt.accept(learner[i]);
                }
            }
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
        private final List<PassSteps.Placed> placed = new ArrayList<>();
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
            Pass pass = add(plan.maker(node), in, out);
            if (pass instanceof LearningPass learner) {
                learning.add(learner);
            }
            PassMaker function = plan.function(node);
            if (function != null) {
                Signal sums = out;
                out = signal(node.name(), size, learns);
                add(function, List.of(sums), out);
            }
            made[node.id()] = out;
        }

        private Pass add(PassMaker maker, List<Signal> in, Signal out) {
            Pass pass = maker.over(in, out);
            placed.add(new PassSteps.Placed(pass, in, out));
            return pass;
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
            add(view, List.of(from), seen);
            return seen;
        }
    }
}
