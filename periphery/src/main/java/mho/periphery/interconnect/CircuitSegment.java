package mho.periphery.interconnect;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.cost.Untimed;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a circuit-switched mesh: parallel lanes, each carrying a value as a pulse of its duration, so a vector that fits the lanes passes in the time of its longest pulse. Switched before
 * use; a pulse that goes on to several neighbours charges each segment it enters. Its action is one pulse on one lane: E = C V^2 unless stated otherwise.
 */
public record CircuitSegment(
        @Scales(area = ScalingLaw.LINEAR, why = "energy is one pulse on one lane; wires side by side")
                @Doc("Values carried side by side")
                int lanes,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Delay of a pulse along one segment and its switch")
                @Unit("s")
                @Range(max = 1e-3)
                double delay,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time to switch a segment to another path")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0, max = 1)
                double reconfiguration,
        @Scales(energy = ScalingLaw.LINEAR, area = ScalingLaw.LINEAR, why = "C is proportional to length")
                @Untimed
                @Doc("Length, for the energy C V^2")
                @Unit("m")
                @Nullable
                Double length,
        @Scales(energy = ScalingLaw.SQUARE, why = "E = C V^2")
                @Untimed
                @Doc("Voltage of the pulses, for the energy C V^2")
                @Unit("V")
                @Nullable
                Double voltage,
        @Inline Cost cost)
        implements PricedPart {

    /** Pulses one after the other on the busiest lane. */
    public long turns(long values) {
        return (values + lanes - 1) / lanes;
    }

    /** How long a vector keeps every segment of its path. */
    public double busySeconds(long values, double longestPulseSeconds) {
        return turns(values) * longestPulseSeconds;
    }

    /** From a vector's start to the end of its last pulse at the far end of a path. */
    public double latencySeconds(long values, double longestPulseSeconds, int segments) {
        return busySeconds(values, longestPulseSeconds) + segments * delay;
    }

    /**
     * Cost of one segment, per pulse on one lane.
     *
     * @param pulseSeconds the longest pulse, which turns a stated power (all lanes busy) into an energy
     */
    public ResolvedFigures figures(Site site, double pulseSeconds) {
        String fallback = length != null && voltage != null ? "wire-charge" : null;
        return WireModels.CATALOG.resolve(cost, lanes / pulseSeconds, new WireQuery(length, voltage), site, fallback);
    }

    @Override
    public Circuit circuit() {
        return Circuit.SEGMENT;
    }
}
