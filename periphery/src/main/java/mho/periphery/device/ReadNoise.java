package mho.periphery.device;

/** How one read of a cell differs from the next. */
public sealed interface ReadNoise permits White, Flicker {

    /** Standard deviation in siemens of one read of a cell of that conductance, at that time since programming. */
    double sigma(double siemens, double seconds);
}
