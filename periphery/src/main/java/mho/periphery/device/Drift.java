package mho.periphery.device;

import org.jspecify.annotations.Nullable;

/** How a conductance changes after it has been programmed. Each cell has one unit normal draw of its own. */
public sealed interface Drift permits PowerLaw, LogarithmicRelaxation, Relaxation {

    /** Seconds after programming at which the device is first characterised; what is read earlier is as it is then. */
    double from();

    /** What warmth does to it; null where its device file does not say. */
    @Nullable
    ThermalActivation activation();

    /** The law's own time: what passes after {@link #from()} passes faster where it is warmer. */
    default double secondsAt(double seconds, double kelvin) {
        ThermalActivation activation = activation();
        return activation == null || seconds <= from()
                ? seconds
                : from() + (seconds - from()) * activation.secondsPerSecond(kelvin);
    }

    /** The last moment the law knows; infinite when it may be carried on. */
    default double until() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * The conductance of a cell at a later time, not yet kept from falling below zero.
     *
     * @param target what was asked for, in siemens
     * @param programmed what was reached
     * @param programmingSigma the device's programming error at the target
     * @param seconds since programming, between {@link #from()} and {@link #until()}
     * @param normal the cell's own draw
     */
    double aged(double target, double programmed, double programmingSigma, double seconds, double normal);
}
