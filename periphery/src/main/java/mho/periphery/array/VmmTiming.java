package mho.periphery.array;

import mho.core.yaml.BadInput;
import mho.periphery.driver.Driver;
import mho.periphery.readout.Integration;
import mho.periphery.readout.Readout;
import org.jspecify.annotations.Nullable;

/**
 * One vector-matrix multiply of a core: P phases, each integrated on the columns, then converted, then merged. In seconds; whoever puts it on a clock rounds up.
 *
 * <p>With t the phase, c the conversion of all columns a converter serves, m the merge:
 *
 * <pre>
 *                             occupancy        latency
 * hold, every phase           P max(t, c)      t + (P - 1) max(t, c) + c + m
 * hold, once per vector       max(P t, c)      P t + c + m
 * no hold, every phase        P (t + c)        P (t + c) + m
 * no hold, once per vector    P t + c          P t + c + m
 * </pre>
 *
 * <p>Occupancy is the time from one vector's start to the next one's; a hold lets a phase integrate while the one before is converted. The merge (shift-and-add, output register) is pipelined behind
 * the conversions and adds latency only.
 *
 * @param phaseSeconds length of a phase
 * @param convertSeconds one converter through all its columns
 * @param occupancySeconds from the start of a vector to the earliest start of the next
 * @param latencySeconds from the start of a vector to its merged result
 */
public record VmmTiming(
        int phases, double phaseSeconds, double convertSeconds, double occupancySeconds, double latencySeconds) {

    /** The same where a vector waits until the one before has left. */
    public VmmTiming oneAtATime() {
        return new VmmTiming(phases, phaseSeconds, convertSeconds, latencySeconds, latencySeconds);
    }

    /** The timing of a pipeline, from its parts. */
    public static VmmTiming of(
            int phases, double phaseSeconds, double convertSeconds, boolean holds, boolean once, double mergeSeconds) {
        double integrate = phases * phaseSeconds;
        double occupancy;
        double drained;
        if (holds) {
            double pace = Math.max(phaseSeconds, convertSeconds);
            occupancy = once ? Math.max(integrate, convertSeconds) : phases * pace;
            drained = once ? integrate + convertSeconds : phaseSeconds + (phases - 1) * pace + convertSeconds;
        } else {
            occupancy = integrate + (once ? 1 : phases) * convertSeconds;
            drained = occupancy;
        }
        return new VmmTiming(phases, phaseSeconds, convertSeconds, occupancy, drained + mergeSeconds);
    }

    /**
     * The timing where conversions of the phases take unlike times, c(p) for phase p, once in every phase:
     *
     * <pre>
     *             occupancy              latency
     * hold        sum of max(t, c(p))    t + sum of max(t, c(p)) but for the last + c(last) + m
     * no hold     sum of t + c(p)        the same + m
     * </pre>
     *
     * @param convertSeconds of each phase
     */
    public static VmmTiming of(double phaseSeconds, double[] convertSeconds, boolean holds, double mergeSeconds) {
        double occupancy = 0;
        double longest = 0;
        double pace = 0;
        for (double convert : convertSeconds) {
            pace = holds ? Math.max(phaseSeconds, convert) : phaseSeconds + convert;
            occupancy += pace;
            longest = Math.max(longest, convert);
        }
        double last = convertSeconds[convertSeconds.length - 1];
        double drained = holds ? phaseSeconds + occupancy - pace + last : occupancy;
        return new VmmTiming(convertSeconds.length, phaseSeconds, longest, occupancy, drained + mergeSeconds);
    }

    /**
     * The timing of a core's circuits.
     *
     * @param integration null when the readout converts straight from the column
     * @param beforeSeconds from a column's sum to its conversion, where a circuit stands between them
     * @param columnsPerConverter columns one converter serves ({@link Readout#columnsPerConverter}), or fewer where a layer uses fewer
     * @param path the core's path in the chip file, for messages
     */
    public static VmmTiming of(
            Driver driver,
            Array array,
            @Nullable Integration integration,
            Readout readout,
            int inputBits,
            double beforeSeconds,
            int columnsPerConverter,
            double mergeSeconds,
            String path) {
        boolean holds = integration != null && integration.holds();
        return of(
                driver.phases(inputBits),
                phaseSeconds(driver, array, readout, path),
                beforeSeconds + readout.convertSeconds(columnsPerConverter),
                holds,
                readout.once(),
                mergeSeconds);
    }

    /** The phase: the driver's, no shorter than the array's read or than the readout needs to count. */
    public static double phaseSeconds(Driver driver, Array array, Readout readout, String path) {
        if (driver.waitsForArray() && array.readTime() == null) {
            throw new BadInput(
                    path + ".array.read-time: missing; this driver holds each input for one array read, so state it,"
                            + " for example read-time: 100 ns");
        }
        return Math.max(driver.phaseSeconds(array.readSeconds()), readout.minimumPhaseSeconds());
    }
}
