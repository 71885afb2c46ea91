package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;

/** height · (1 - e^(-x / scale)). */
@Kind("saturation")
public record Saturation(
        @Doc("Value for large x") @Unit("1") double height,
        @Doc("The x at which all but 1/e of it is reached") @Unit("1") double scale)
        implements ConductanceCurve {

    @Override
    public double at(double x) {
        return height * (1 - StrictMath.exp(-x / scale));
    }
}
