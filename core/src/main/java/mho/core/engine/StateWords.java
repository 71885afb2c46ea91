package mho.core.engine;

/** Takes the state of a run word by word: to hash it, to keep it, or to compare it with what was kept. */
interface StateWords {
    void add(long word);
}
