package mho.arch.element;

import java.util.Set;
import mho.arch.cut.WeightLayout;
import mho.core.cost.Counts;
import mho.workloads.task.Verb;

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
}
