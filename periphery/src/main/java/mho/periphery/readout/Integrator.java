package mho.periphery.readout;

import java.util.random.RandomGenerator;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Collects a column's charge on a capacitor; with a second capacitor it holds the last sample meanwhile. */
@Kind("integrator")
public record Integrator(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "a second capacitor and its switches take by no law with a source")
                @Doc(
                        "Whether a second capacitor holds the last sample for the readout while the next one is integrated")
                @Default("true")
                boolean holds,
        @Scales(why = "values alone follow it")
                @Doc(
                        "Charge at which the capacitor saturates, as a part of the largest that a column can bring. Absent: never")
                @Unit("1")
                @Nullable
                Double saturation,
        @Scales(why = "values alone follow it")
                @Doc("Time constant by which its charge leaks away. Absent: never")
                @Unit("s")
                @Nullable
                Double droopTime,
        @Inline Cost cost)
        implements Integration {

    @Override
    public boolean exact() {
        return saturation == null && droopTime == null;
    }

    @Override
    public double left(double seconds) {
        return Capacitor.left(droopTime, seconds);
    }

    @Override
    public long keep(float[] sums, int count, double fullScale, double heldSeconds, RandomGenerator random) {
        long saturated = saturation == null ? 0 : Capacitor.saturate(sums, count, (float) (saturation * fullScale));
        Capacitor.droop(sums, count, left(heldSeconds));
        return saturated;
    }

    @Override
    public ResolvedFigures figures(Site site, double phaseSeconds) {
        return IntegrationModels.CATALOG.resolve(
                cost, 1 / phaseSeconds, new IntegrationQuery(phaseSeconds), site, null);
    }
}
