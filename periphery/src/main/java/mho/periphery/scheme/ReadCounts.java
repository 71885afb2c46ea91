package mho.periphery.scheme;

/** What reads of vectors, one way, have asked for: exact counts, from which time and energy follow. */
public final class ReadCounts {
    private long vectors;
    private long reads;
    private long drivenLines;
    private long conversions;

    ReadCounts() {}

    /** Vectors read; those of zeros only where they are read at all. */
    public long vectors() {
        return vectors;
    }

    /** Reads of the whole array: vectors and the repeats of bound management. */
    public long reads() {
        return reads;
    }

    /** Reads beyond the first of a vector. */
    public long repeats() {
        return reads - vectors;
    }

    /** Lines driven with something else than zero, over all reads. */
    public long drivenLines() {
        return drivenLines;
    }

    /** Outputs converted, over all reads. */
    public long conversions() {
        return conversions;
    }

    void vector() {
        vectors++;
    }

    void read(long driven, long converted) {
        reads++;
        drivenLines += driven;
        conversions += converted;
    }

    long[] words() {
        return new long[] {vectors, reads, drivenLines, conversions};
    }

    void take(long[] words, int at) {
        vectors = words[at];
        reads = words[at + 1];
        drivenLines = words[at + 2];
        conversions = words[at + 3];
    }
}
