package mho.workloads.network;

import org.jspecify.annotations.Nullable;

/** Which input indices an output index needs, in one direction of a field: rows or columns. Taps count from 0. */
public sealed interface Direction permits Axis, Planes, Transposed {

    /** Taps of an output index, on the input and beside it. */
    int kernel();

    /** Input indices. */
    int in();

    /** Output indices. */
    int out();

    /** Smallest input index needed, -1 if there is none. */
    int first(int o);

    /** Largest input index needed, -1 if there is none. */
    int last(int o);

    /** How many taps meet an input index. */
    int taps(int o);

    /** The input index that tap k of output o meets, -1 for padding. */
    int index(int o, int k);

    /**
     * Taps of an output index on the input and the padding around it; a last, partly covered window may reach beyond both.
     *
     * @param behind padding behind the input, the innermost axis last
     */
    int within(int o, int... behind);

    boolean isIdentity();

    /** Whether every output index needs every input index. */
    boolean isWhole();

    /** This direction over a view's output, traced to the view's input; null if nothing of this kind says it. */
    @Nullable
    Direction through(Direction view);

    /** The one axis that this is; null if it is several. */
    @Nullable
    Axis single();
}
