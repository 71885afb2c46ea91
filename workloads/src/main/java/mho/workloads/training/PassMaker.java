package mho.workloads.training;

import java.util.List;

/** A layer in its place, from which the passes of any number of examples are made; what they share is made once. */
interface PassMaker {
    /** @param out learns, if one of the inputs does or the layer itself */
    Pass over(List<Signal> in, Signal out);
}
