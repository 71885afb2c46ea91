package mho.periphery.scheme;

import java.util.Set;
import mho.periphery.learning.Movement;
import mho.periphery.learning.UpdateLaw;

/** Of how many cells a weight is made that one pulse rule updates, and which of them a pulse reaches. */
public sealed interface ComposedWeight permits OneCell, PairOfCells, EqualCells, ReferencedCell {

    /** What each cell counts for. */
    double[] significances();

    /** Which cells can be composed so. */
    Set<Movement> accepts();

    /** Populations of the law, numbered from the first on, at zero weight. */
    PulsedCells made(MatrixSite site, UpdateLaw law, int first);
}
