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

/**
 * Takes the current of a column of negative weights off that of positive ones, before the difference is converted (Chi et al., ISCA 2016).
 * It keeps nothing: the column waits until its converter is done.
 */
@Kind("subtraction")
public record Subtraction(
        @Scales(why = "values alone follow it")
                @Doc("Error of each difference, one standard deviation as a part of the largest sum. Absent: none")
                @Unit("1")
                @Range(min = 0)
                @Nullable
                Double error,
        @Inline Cost cost)
        implements Integration {

    @Override
    public boolean holds() {
        return false;
    }

    @Override
    public boolean exact() {
        return ConverterErrors.orNone(error) == 0;
    }

    @Override
    public double left(double seconds) {
        return 1;
    }

    @Override
    public long keep(float[] sums, int count, double fullScale, double heldSeconds, RandomGenerator random) {
        double sigma = ConverterErrors.orNone(error) * fullScale;
        if (sigma > 0) {
            for (int i = 0; i < count; i++) {
                sums[i] += (float) (sigma * random.nextGaussian());
            }
        }
        return 0;
    }

    @Override
    public ResolvedFigures figures(Site site, double phaseSeconds) {
        return IntegrationModels.CATALOG.resolve(
                cost, 1 / phaseSeconds, new IntegrationQuery(phaseSeconds), site, null);
    }
}
