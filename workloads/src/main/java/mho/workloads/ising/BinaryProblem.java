package mho.workloads.ising;

/** A question whose answer is a choice of 0 or 1 for each of many units, the better the lower its energy. */
public sealed interface BinaryProblem permits MaxCut, Satisfiability {
    /** The energy that a machine lowers. Its lowest states are the best answers. */
    Couplings couplings();

    /** What answers are judged by: "cut", "unsatisfied clauses". */
    String measure();

    /** That measure of an answer, one value a unit; exact, and in the units of the file. */
    double measured(boolean[] on);

    /** Whether more of the measure is better. */
    boolean isMoreBetter();
}
