package mho.workloads.training;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mho.workloads.network.ActivationLayer;
import mho.workloads.network.BackwardLayer;
import mho.workloads.network.BatchNorm;
import mho.workloads.network.Codes;
import mho.workloads.network.Concat;
import mho.workloads.network.Conv;
import mho.workloads.network.Dense;
import mho.workloads.network.Elementwise;
import mho.workloads.network.Embedding;
import mho.workloads.network.Input;
import mho.workloads.network.Layer;
import mho.workloads.network.LayerNorm;
import mho.workloads.network.LocallyConnected;
import mho.workloads.network.MatMul;
import mho.workloads.network.Node;
import mho.workloads.network.Pad;
import mho.workloads.network.Pool;
import mho.workloads.network.Recurrent;
import mho.workloads.network.RecurrentKept;
import mho.workloads.network.Reduce;
import mho.workloads.network.Reduction;
import mho.workloads.network.Resize;
import mho.workloads.network.Slice;
import mho.workloads.network.Softmax;
import mho.workloads.network.TransposedConv;
import mho.workloads.network.View;
import mho.workloads.values.ViewMap;
import org.jspecify.annotations.Nullable;

/** The gradient of every kind of layer, or why it has none here. */
final class GradientRules {
    private static final Set<Reduction> POOLS = Set.of(Reduction.MAX, Reduction.MIN, Reduction.AVERAGE, Reduction.SUM);
    private static final Set<Elementwise.Operator> JOINS =
            Set.of(Elementwise.Operator.ADD, Elementwise.Operator.SUBTRACT, Elementwise.Operator.MULTIPLY);

    private static final Map<Class<?>, GradientRule<?>> ALL = Stream.of(
                    GradientRule.never(Input.class, layer -> ""),
                    GradientRule.always(Conv.class, GradientRules::windows),
                    GradientRule.always(TransposedConv.class, GradientRules::windows),
                    GradientRule.always(LocallyConnected.class, GradientRules::windows),
                    GradientRule.always(Dense.class, GradientRules::windows),
                    GradientRule.unless(
                            Recurrent.class,
                            (node, layer) -> layer.cell() == Recurrent.Cell.GRU
                                    ? "multiplies a state by a gate between two products; take an lstm or an rnn"
                                    : unusable(layer.details().functions()),
                            (node, layer, learned) -> new RecurrentPlan(Objects.requireNonNull(learned), layer)),
                    GradientRule.never(
                            MatMul.class,
                            layer -> "multiplies activations, which no matrix of weights does; train without it"),
                    GradientRule.never(
                            Embedding.class,
                            layer -> "looks a table up; give one-hot inputs to a dense layer of its width"),
                    GradientRule.unless(
                            Pool.class,
                            (node, layer) -> POOLS.contains(layer.reduction())
                                    ? ""
                                    : "has no gradient here; pool by max, min, average or sum",
                            (node, layer, learned) -> new PoolPlan(node, layer)),
                    GradientRule.never(
                            Reduce.class, layer -> "reduces channels; put a dense layer or a 1 x 1 conv in its place"),
                    GradientRule.unless(
                            Elementwise.class,
                            (node, layer) -> JOINS.contains(layer.operator())
                                            && layer.constants().isEmpty()
                                            && !layer.neighbouring()
                                    ? ""
                                    : "only sums, differences and products of maps have a gradient here; leave it out",
                            (node, layer, learned) -> new CombiningPlan(node, layer)),
                    GradientRule.unless(
                            ActivationLayer.class,
                            (node, layer) -> unusable(List.of(layer.with())),
                            (node, layer, learned) -> new FunctionPlan(layer.with())),
                    GradientRule.always(
                            Softmax.class,
                            (node, layer, learned) ->
                                    new SoftmaxPlan(layer, node.output().channels() / layer.groups())),
                    GradientRule.unless(
                            BatchNorm.class,
                            (node, layer) -> node.weightsHeld() == null
                                    ? "its means over batches are not learnt here; leave out \"norm\", or give a trained model"
                                    : "",
                            (node, layer, learned) -> new ScalePlan(node)),
                    GradientRule.never(LayerNorm.class, layer -> "has no gradient here; leave it out"),
                    GradientRule.always(Concat.class, (node, layer, learned) -> new ConcatPlan(node, layer)),
                    GradientRule.never(
                            Resize.class, layer -> "has no gradient here; take a transposed-conv in its place"),
                    GradientRule.unless(
                            View.class,
                            (node, layer) ->
                                    layer.order() == null ? "moves values in an unknown way; leave it out" : "",
                            GradientRules::view),
                    GradientRule.always(Slice.class, GradientRules::view),
                    GradientRule.always(Pad.class, GradientRules::view),
                    GradientRule.never(
                            Codes.class,
                            layer -> "is constant almost everywhere; train the model before it is quantised"),
                    GradientRule.never(
                            BackwardLayer.class,
                            layer -> "is what training adds to a network; give the network without it"),
                    GradientRule.never(
                            RecurrentKept.class,
                            layer -> "is what training makes of a network; give the network as it was"))
            .collect(Collectors.toUnmodifiableMap(GradientRule::kind, Function.identity()));

    private GradientRules() {}

    private static GradientRule<?> of(Layer layer) {
        GradientRule<?> rule = ALL.get(layer.getClass());
        if (rule == null) {
            throw new IllegalStateException("nothing is said of the gradient of a " + layer.kind());
        }
        return rule;
    }

    /** Kinds of which something is said. */
    static Set<Class<?>> kinds() {
        return ALL.keySet();
    }

    /** Why a layer, a node's own or a view that it looks through, has no gradient here; empty if it has. */
    static String refusal(Node node, Layer layer) {
        return of(layer).refusalOf(node, layer);
    }

    /** Why a node's function, fused into it, has none; empty if it has. */
    static String refusal(mho.workloads.network.Function function) {
        return unusable(List.of(function));
    }

    /** The passes of a node that is not refused. */
    static PassMaker maker(Node node, @Nullable LearnedLayer learned) {
        return of(node.layer()).makerOf(node, learned);
    }

    private static PassMaker windows(Node node, Layer layer, @Nullable LearnedLayer learned) {
        return new WindowPlan(Objects.requireNonNull(learned));
    }

    private static PassMaker view(Node node, Layer layer, @Nullable LearnedLayer learned) {
        return new ViewPlan(ViewMap.of(node, List.of(layer), node.edges().get(0).shape()));
    }

    private static String unusable(List<mho.workloads.network.Function> functions) {
        return functions.stream()
                .filter(function -> !Slopes.exist(function))
                .map(function ->
                        "its %s has no slope to learn by, or one that would have to be learnt; take a relu or a tanh"
                                .formatted(function.kind().label()))
                .findFirst()
                .orElse("");
    }
}
