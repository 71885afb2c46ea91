package mho.core.engine;

/** Sees nothing, and yet has all of a run simulated. */
final class SeeingAll implements Watcher {
    static final Watcher WATCHER = new SeeingAll();

    private SeeingAll() {}

    @Override
    public void progress(long events, long now) {}

    @Override
    public boolean seesAll() {
        return true;
    }
}
