package mho.periphery.device;

/** How one read of a cell differs from the next. */
public sealed interface ReadNoiseLaw permits WhiteNoise, FlickerNoise {

    /**
     * Standard deviation in siemens of one read of a cell.
     *
     * @param programmed the cell's conductance when it was programmed
     * @param siemens its conductance now
     * @param seconds since programming
     */
    double sigma(double programmed, double siemens, double seconds);
}
