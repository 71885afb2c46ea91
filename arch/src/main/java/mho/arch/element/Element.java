package mho.arch.element;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import mho.arch.cut.WeightLayout;
import mho.core.cost.Action;
import mho.core.yaml.Kind;
import mho.core.yaml.OpenKinds;
import org.jspecify.annotations.Nullable;

/**
 * What computes in a tile, as a chip file states it: {@code tile: {core: {kind: crossbar, …}}}, the usual kind where none is named.
 * Mapper, compiler, inventory and reports ask what stands here and never which kind it is. A kind is a record with {@code @Kind} in a
 * package of its own, and its name in a line of {@code META-INF/mho/kinds/mho.arch.element.Element}.
 */
@OpenKinds(usual = "crossbar")
public interface Element {

    /** How it cuts a matrix into arrays. */
    WeightLayout layout();

    /** Arrays of one element. */
    int arrays();

    /**
     * All of it that time hangs on.
     *
     * @param valueBits of an input and an output
     * @param cycle of the tiles' stages, seconds
     */
    ElementTiming timing(int valueBits, double cycle);

    /**
     * All of it that values hang on.
     *
     * @param valueBits of an input and an output
     * @param kelvin its temperature
     */
    ElementValues values(int valueBits, double kelvin);

    /** From vector to vector, with all it holds in use; seconds. */
    double occupancySeconds(int valueBits);

    /** Lists what so many of them are made of. */
    void addParts(ElementSite where, PartList list);

    /**
     * How often its parts did something for one input.
     *
     * @param planned by the recipe, which knows no values
     * @param observed what the values did; null where none were computed
     */
    default double count(Action action, double planned, @Nullable Observed observed) {
        return planned;
    }

    /**
     * How often its parts did something for one input of a training.
     *
     * @param planned by the recipe of an update, which knows no values
     * @param learnt what happened in the arrays of the layer
     * @param inputs during which it did
     */
    default double count(Action action, double planned, LearntArrays learnt, double inputs) {
        return planned;
    }

    /** Refuses sizes whose products are beyond numbers of 32 bits; nothing else is asked of an element that has them. */
    void checkSizes(Problems problems);

    /**
     * Refuses what does not go together.
     *
     * @return whether its rates are known, so that its parts can be priced
     */
    boolean check(ChipContext chip, Problems problems);

    /**
     * Tells where a figure of it is beyond what is built.
     *
     * @param path of any figure of the chip file; of others than its own it says nothing
     */
    default void tellUnusual(String path, double value, Remarks remarks) {}

    /** Tells what nobody builds that follows from several figures of it. */
    default void tellUnusual(Remarks remarks) {}

    /**
     * Tells what nobody builds though each figure by itself might be built.
     *
     * @param parts of the chip, by their paths
     */
    default void tellProportions(ChipContext chip, Function<String, Component> parts, Remarks remarks) {}

    /** Tells what of it temperature should move, and does not. */
    default void tellUnscaled(double kelvin, Remarks remarks) {}

    /** What the stated figures of its parts owe to one another, and to the chip. */
    default List<FigureTie> elsewhere(ChipContext chip) {
        return List.of();
    }

    /** Bits that one of its arrays stores. */
    double storedBits();

    /** Bits that its converters have fewer than would digitise a sum without loss; 0 where nothing is lost, or nothing converted. */
    default int converterBitsShort() {
        return 0;
    }

    /** Part of its rows' phases that a chip file states as zero and not driven; null where every row is driven. */
    default @Nullable Double zerosSkipped() {
        return null;
    }

    /**
     * Counts what writing takes.
     *
     * @param joules what an action costs
     * @param tiles of a chip
     */
    ElementWriter writer(ToDoubleFunction<Action> joules, int tiles);

    /**
     * What makes matrices that learn in its arrays; null where they do not learn.
     *
     * @throws mho.core.yaml.BadInput if the devices of its cells cannot
     */
    default @Nullable Learner learner() {
        return null;
    }

    /** As a chip file calls it. */
    default String kind() {
        return getClass().getAnnotation(Kind.class).value();
    }

    /** What is told of it. */
    Description describe(int valueBits);
}
