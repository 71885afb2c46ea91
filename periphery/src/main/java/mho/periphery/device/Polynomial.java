package mho.periphery.device;

import java.util.List;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/** c0 + c1 x + c2 x^2 + … */
@Kind("polynomial")
public record Polynomial(
        @Doc("c0, c1, c2, …") @Unit("1") @Range(min = Double.NEGATIVE_INFINITY) List<Double> coefficients)
        implements ConductanceCurve {

    @Override
    public double at(double x) {
        double sum = 0;
        for (int i = coefficients.size() - 1; i >= 0; i--) {
            sum = sum * x + coefficients.get(i);
        }
        return sum;
    }
}
