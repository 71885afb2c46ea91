package mho.workloads.training;

/** A layer at work on one example, forwards and backwards. Allocates nothing. */
interface Pass {
    /** Values of the output from those of the inputs. */
    void forward();

    /** Adds to the errors of every input that learns what follows from the errors of the output. */
    void reverse();
}
