package mho.reports.sweep;

import java.util.Map;
import java.util.function.Supplier;
import mho.arch.machine.Values;
import mho.core.yaml.MapNode;
import org.jspecify.annotations.Nullable;

/**
 * A point whose question is resolved: what it shares with others, and what it comes to.
 *
 * @param <M> what it takes to make it, first of all
 */
interface PreparedPoint<M> {
    /** The same, once it has looked at its data and found them there. */
    default PreparedPoint<M> withData() {
        return this;
    }

    /** Its configuration as a file, which alone asks for it. */
    String question();

    /** Of its configuration. */
    String sha256();

    /** The chip file, whole. */
    MapNode chip();

    /** Points whose keys are equal have {@link #make} in common. */
    Object key();

    /** Points whose keys are equal have {@link #values} in common; null without values. */
    @Nullable
    Object valuesKey();

    /** What its figures can at best be, told by prices alone. */
    default FigureBounds boundsByPrice() {
        return FigureBounds.NONE;
    }

    /**
     * The same told by what takes more than a look, and much less than computing it.
     *
     * @throws mho.core.engine.ModelSaysNo if there is no such point
     */
    default FigureBounds bounds() {
        return FigureBounds.NONE;
    }

    /**
     * The same had its chip's file said something else; null where such points are not moved.
     *
     * @throws mho.core.yaml.BadInput if a chip file cannot say so
     */
    default @Nullable PreparedPoint<M> believed(MapNode other) {
        return null;
    }

    M make();

    Values values(int threads);

    /** @param values null without values */
    Outcome finish(M made, @Nullable Values values);

    /**
     * What a point came to.
     *
     * @param files of its own, by name; made where they are wanted
     */
    record Outcome(PointOutcome figures, Supplier<Map<String, String>> files) {}
}
