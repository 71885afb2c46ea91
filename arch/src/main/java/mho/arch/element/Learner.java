package mho.arch.element;

import java.util.List;
import mho.workloads.training.LearningMatrices;

/** Makes the matrices of a network that learns in the arrays of an element, and tells what became of the arrays. Not for several threads. */
public interface Learner extends LearningMatrices {

    /** What has happened in the arrays of each matrix since it was made, in the order in which they were asked for. */
    List<LearntArrays> learnt();
}
