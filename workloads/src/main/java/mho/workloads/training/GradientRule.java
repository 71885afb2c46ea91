package mho.workloads.training;

import java.util.function.BiFunction;
import java.util.function.Function;
import mho.workloads.network.Layer;
import mho.workloads.network.Node;
import org.jspecify.annotations.Nullable;

/**
 * How layers of a kind are gone through forwards and backwards, or why they are not.
 *
 * @param refusal why a node of the kind has no gradient here and what to do about it; empty if it has one
 * @param maker of a node that is not refused
 */
record GradientRule<L extends Layer>(Class<L> kind, BiFunction<Node, L, String> refusal, Maker<L> maker) {
    /** Makes passes; what learns has matrices. */
    interface Maker<L> {
        PassMaker of(Node node, L layer, @Nullable LearnedLayer learned);
    }

    /** Whatever the layer's figures are. */
    static <L extends Layer> GradientRule<L> always(Class<L> kind, Maker<L> maker) {
        return new GradientRule<>(kind, (node, layer) -> "", maker);
    }

    /** As far as nothing speaks against it. */
    static <L extends Layer> GradientRule<L> unless(
            Class<L> kind, BiFunction<Node, L, String> refusal, Maker<L> maker) {
        return new GradientRule<>(kind, refusal, maker);
    }

    /** Not gone through. */
    static <L extends Layer> GradientRule<L> never(Class<L> kind, Function<L, String> why) {
        return new GradientRule<>(kind, (node, layer) -> why.apply(layer), (node, layer, learned) -> {
            throw new IllegalStateException(node.name() + " was let through");
        });
    }

    String refusalOf(Node node, Layer layer) {
        return refusal.apply(node, kind.cast(layer));
    }

    PassMaker makerOf(Node node, @Nullable LearnedLayer learned) {
        return maker.of(node, kind.cast(node.layer()), learned);
    }
}
