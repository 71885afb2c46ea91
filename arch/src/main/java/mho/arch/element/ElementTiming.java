package mho.arch.element;

import mho.arch.cut.WeightLayout;
import mho.core.cost.Counts;

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

    /**
     * One vector times what its arrays hold.
     *
     * @param columns of every array that are read; beyond the array's own, all
     */
    Service multiply(int columns);

    /** Counts what its parts do for one vector. */
    void count(Use use, Counts to);
}
