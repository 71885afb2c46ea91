package mho.periphery.device;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.learning.UpdateLaw;
import org.jspecify.annotations.Nullable;

/** A memory device: what its data file says. A figure that is absent is an effect that it does not have. */
public record Device(
        @Doc("Its name") String device,
        @Doc("What it is") String about,
        @Doc("Where its figures come from") String source,
        @Doc("Highest conductance") @Unit("S") @Nullable Double onConductance,
        @Doc("Lowest conductance") @Unit("S") @Range(min = 0) @Nullable Double offConductance,
        @Doc("Number of distinct conductances, evenly spaced; any conductance when absent")
                @Unit("1")
                @Range(min = 2)
                @Nullable
                Integer levels,
        @Doc("Standard deviation of a programmed conductance from its target") @Nullable
                ConductanceLaw programmingError,
        @Doc("Standard deviation of a programmed conductance over the window, where no law is known")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double tuningError,
        @Doc("Standard deviation of one programming pulse, over the window; stands in where no other error is known")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double cycleToCycle,
        @Doc("Standard deviation between devices: each scales its conductances by a factor of its own")
                @Unit("1")
                @Default("0")
                @Range(min = 0)
                double spread,
        @Doc("Share of cells that stand at the highest conductance for ever")
                @Unit("1")
                @Default("0")
                @Range(min = 0, max = 1)
                double stuckOn,
        @Doc("Share of cells that stand at the lowest conductance for ever")
                @Unit("1")
                @Default("0")
                @Range(min = 0, max = 1)
                double stuckOff,
        @Doc("What time does to a conductance") @Nullable Drift drift,
        @Doc("What differs from read to read") @Nullable ReadNoiseLaw readNoise,
        @Doc("k of i = g v (1 + k v^2), v over the read voltage") @Unit("1") @Default("0") @Range(min = 0)
                double ivNonlinearity,
        @Doc("What temperature does to a current below threshold") @Nullable Subthreshold subthreshold,
        @Doc("How a cell is written") @Nullable CellWriting write,
        @Doc("What a programming pulse does to a cell that learns") @Nullable UpdateLaw update,
        @Doc("The pulses that a cell learns by") @Nullable ProgrammingPulses pulses) {

    public Device {
        boolean measured = programmingError != null || drift != null || readNoise != null;
        if (measured && onConductance == null) {
            throw new IllegalArgumentException("laws in siemens need an on-conductance, for example 25 uS");
        }
        if (onConductance == null && offConductance != null) {
            throw new IllegalArgumentException("an off-conductance without an on-conductance, state both or none");
        }
        if (onConductance != null && offConductance != null && offConductance >= onConductance) {
            throw new IllegalArgumentException("off-conductance must be below on-conductance");
        }
        if (stuckOn + stuckOff > 1) {
            throw new IllegalArgumentException("stuck-on and stuck-off together exceed all cells");
        }
    }

    /** Seconds since programming at which a read counts: what comes before the first characterised moment is moved there. */
    public double readAt(double seconds) {
        return drift == null ? seconds : Math.max(seconds, drift.from());
    }

    /** Standard deviation of a programmed conductance over the window, for a device without a law of it. */
    public double errorOverWindow() {
        if (tuningError != null) {
            return tuningError;
        }
        return cycleToCycle == null ? 0 : cycleToCycle;
    }
}
