package mho.arch.element;

import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.core.cost.Counts;
import mho.periphery.neuron.NeuronFunction;
import mho.periphery.scheme.TransferPlan;
import mho.workloads.task.Verb;
import org.jspecify.annotations.Nullable;

/**
 * What decides how a matrix is cut for an element, how long it takes, and how often its parts do something; and nothing else: no price, no
 * noise. Mapper and compiler see an element through it alone, whatever its kind. Elements with equal faces have equal timelines, so that
 * an implementation is a record.
 */
public interface ElementTiming {

    /** How it cuts a matrix into arrays. */
    WeightLayout layout();

    /** Arrays of one element. */
    int arrays();

    /** What it does; the plan gives it nothing else. */
    Set<Verb> verbs();

    /**
     * How long it takes, all arrays at once.
     *
     * @param verb one of its own
     */
    Service service(Verb verb, Block block);

    /** Counts what its parts do for one vector. */
    void count(Verb verb, Use use, Counts to);

    /** How long it takes where it hands voltages on; null where every array has its results converted. */
    default @Nullable AnalogTiming analog() {
        return null;
    }

    /** Counts what its parts do for one vector, where it hands voltages on. */
    default void count(AnalogUse use, Counts to) {
        throw new IllegalStateException("nothing here hands voltages on");
    }

    /**
     * The function of a circuit that bends a column's sum before it is converted; null where there is none, or where a column's sum is never all
     * of an output.
     */
    default @Nullable NeuronFunction bends() {
        return null;
    }

    /** Cycles a second of a clock of its own, in which its times are counted; null where it goes with the tiles' cycle. */
    default @Nullable Double clock() {
        return null;
    }

    /** Blocks of weights that one of its arrays keeps; it multiplies by one after the other. */
    default int blocksKept() {
        return 1;
    }

    /** Slots of the pulse trains of an update as its time counts them; 0 where nothing learns. */
    default int updateSlots() {
        return 0;
    }

    /** What learning does between cells beside updates, of an array of which so many rows are in use, as far as it is known without values. */
    default TransferPlan transfers(int rows) {
        return TransferPlan.NONE;
    }

    /** Bits of the sums of gradients that it keeps beside its weights; 0 where it keeps none. */
    default int gradientBits() {
        return 0;
    }

    /** Vectors whose sums it keeps while blocks of further rows come; 0 where it adds up no more than what stands in its arrays. */
    default int sumsKept() {
        return 0;
    }

    /** How other weights come into its arrays while inputs are worked on; null where none do. */
    default @Nullable BlockLoading loading() {
        return null;
    }
}
