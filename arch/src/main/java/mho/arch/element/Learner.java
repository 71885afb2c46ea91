package mho.arch.element;

import java.util.List;
import mho.workloads.training.LearningMatrices;

/** Makes the matrices of a network that learns in the arrays of an element, and tells what became of the arrays. Not for several threads. */
public interface Learner extends LearningMatrices {

    /** What has happened in the arrays of each matrix since it was made, in the order in which they were asked for. */
    List<LearntArrays> learnt();

    /**
     * Where the cells of each matrix stand now, in the order of {@link #learnt}.
     *
     * @param bins parts of the window of the mean device, from its lowest conductance to its highest
     */
    List<CellLevels> levels(int bins);
}
