package mho.reports.sweep;

/** Hears how far a sweep is. */
public interface SweepProgress {
    /** Tells nobody. */
    SweepProgress NONE = (done, all) -> {};

    /**
     * One point more is finished.
     *
     * @param done points finished now, by any thread
     * @param all points to compute now
     */
    void points(int done, int all);

    /** Something that whoever waits wants to know; by any thread. */
    default void note(String text) {}
}
