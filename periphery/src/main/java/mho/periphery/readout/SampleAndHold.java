package mho.periphery.readout;

import java.util.random.RandomGenerator;
import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** Keeps a column's sample while it is converted and the column already reads the next phase. */
@Kind("sample-and-hold")
public record SampleAndHold(
        @Scales(why = "values alone follow it")
                @Doc("Error of each sample, one standard deviation as a part of the largest sum. Absent: none")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double error,
        @Scales(why = "values alone follow it")
                @Doc("Time constant by which the sample leaks away. Absent: never")
                @Unit("s")
                @Nullable
                Double droopTime,
        @Inline Cost cost)
        implements Integration {

    @Override
    public boolean holds() {
        return true;
    }

    @Override
    public boolean exact() {
        return ConverterErrors.orNone(error) == 0 && droopTime == null;
    }

    @Override
    public double left(double seconds) {
        return Capacitor.left(droopTime, seconds);
    }

    @Override
    public long keep(float[] sums, int count, double fullScale, double heldSeconds, RandomGenerator random) {
        double sigma = ConverterErrors.orNone(error) * fullScale;
        if (sigma > 0) {
            for (int i = 0; i < count; i++) {
                sums[i] += (float) (sigma * random.nextGaussian());
            }
        }
        Capacitor.droop(sums, count, left(heldSeconds));
        return 0;
    }

    @Override
    public ResolvedFigures figures(Site site, double phaseSeconds) {
        return IntegrationModels.CATALOG.resolve(
                cost, 1 / phaseSeconds, new IntegrationQuery(phaseSeconds), site, null);
    }
}
