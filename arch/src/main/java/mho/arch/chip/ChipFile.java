package mho.arch.chip;

import java.util.function.Function;
import mho.arch.element.LearntArrays;
import mho.arch.element.Observed;
import mho.core.cost.Action;
import org.jspecify.annotations.Nullable;

/** What a chip file states, whatever kind of machine it is: tiles that hold layers, or a reference machine told by a few figures. */
public sealed interface ChipFile permits ChipSpec, Roofline {
    /** Its name. */
    String chip();

    @Nullable
    String about();

    @Nullable
    String source();

    /** What computes in it, in a few words; machines of one family stand together in a list. */
    String family();

    /** Feature size of its process, metres. */
    double technology();

    /** Operations a second of one chip that is never idle; a multiply-accumulate is two. */
    double peakOpsPerSecond();

    /** Inputs that go through it together, as one image of its program. */
    int batch();

    /** What decides when things happen on it: equal keys, equal timelines. */
    Object timingKey();

    /**
     * How often an action happens for one input.
     *
     * @param planned by the program, for one input
     * @param observed what values did; null where none were computed
     */
    double count(Action action, double planned, @Nullable Observed observed);

    /**
     * The same of an update of weights.
     *
     * @param learnt what happened in the arrays of the layer
     * @param inputs during which it did
     */
    default double count(Action action, double planned, LearntArrays learnt, double inputs) {
        return planned;
    }

    /** The answer for the kind that it is; whoever asks has one for each. */
    <T> T as(Function<ChipSpec, T> tiles, Function<Roofline, T> roofline);
}
