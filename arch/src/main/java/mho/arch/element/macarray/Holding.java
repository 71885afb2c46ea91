package mho.arch.element.macarray;

/** What stands still in an array of multiply-accumulate units while the rest moves. */
public enum Holding {
    /** A block of weights stands in the units, vector after vector passes it: systolic arrays. */
    WEIGHTS,
    /** Sums stand in the units, every block of weights comes anew from the memory beside them for every vector: adder trees. */
    SUMS;

    /** Weights of a block that are read from the memory beside the units for one vector. */
    double readForAVector(double weights) {
        return switch (this) {
            case WEIGHTS -> 0;
            case SUMS -> weights;
        };
    }

    /** Cycles of a clock until the last product of a vector is added, the first being that in which it enters, where nobody states them. */
    int usualLatency(int rows, int columns) {
        return switch (this) {
            case WEIGHTS -> Math.addExact(rows, columns) - 1;
            case SUMS -> 1;
        };
    }
}
