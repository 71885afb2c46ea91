package mho.periphery.device;

import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Unit;

/** One curve below a point, another from there on. */
@Kind("pieces")
public record TwoPieceCurve(
        @Doc("Where the second curve begins") @Unit("1") double split,
        @Doc("The curve below") ConductanceCurve below,
        @Doc("The curve from there on") ConductanceCurve above)
        implements ConductanceCurve {

    @Override
    public double at(double x) {
        return x < split ? below.at(x) : above.at(x);
    }
}
