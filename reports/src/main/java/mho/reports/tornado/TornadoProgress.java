package mho.reports.tornado;

/** Hears how far tornados are. */
public interface TornadoProgress {
    /** Tells nobody. */
    TornadoProgress NONE = (done, all) -> {};

    /**
     * One number more has been moved.
     *
     * @param done moves finished, by any thread
     * @param all moves there are
     */
    void moved(int done, int all);
}
