package mho.core.engine;

/** A hash of words, for telling in a moment that two states differ. */
final class StateHash implements StateWords {
    private long hash;

    void clear() {
        hash = 0;
    }

    @Override
    public void add(long word) {
        long mixed = (hash ^ word) * 0x9E3779B97F4A7C15L;
        hash = mixed ^ mixed >>> 32;
    }

    long value() {
        return hash;
    }
}
