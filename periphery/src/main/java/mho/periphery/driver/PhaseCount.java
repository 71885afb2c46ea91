package mho.periphery.driver;

/** Phases by which so many bits pass through so many at a time. */
final class PhaseCount {

    private PhaseCount() {}

    static int of(int inputBits, int bitsPerPhase) {
        if (inputBits < 1) {
            throw new IllegalArgumentException("an input has at least 1 bit, not " + inputBits);
        }
        return (inputBits + bitsPerPhase - 1) / bitsPerPhase;
    }
}
