package mho.workloads.task;

/** What becomes of an operand from one use to the next. */
public enum Keeping {
    /** It was written before the first input and stays. */
    HELD,
    /** It is written anew before it is used, and then used many times. */
    WRITTEN,
    /** It comes in for every use and is gone after it. */
    STREAMED,
    /** It stays, and is changed where it stands. */
    UPDATED
}
