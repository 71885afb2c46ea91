package mho.periphery.device;

import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;

/** The conductances between which weights are stored. A level is a place in it: 0 at the lowest, 1 at the highest. */
public record ConductanceWindow(double offSiemens, double onSiemens) {

    public ConductanceWindow {
        if (!(offSiemens >= 0 && offSiemens < onSiemens)) {
            throw new BadInput("off-conductance must be below on-conductance, of the cell or of its device; found "
                    + Quantity.format(offSiemens, "S") + " and "
                    + Quantity.format(onSiemens, "S"));
        }
    }

    public double range() {
        return onSiemens - offSiemens;
    }

    /** What a cell at level 0 conducts, in levels: the current that a reference or a differential pair takes off. */
    public double offset() {
        return offSiemens / range();
    }

    public double siemens(double level) {
        return offSiemens + level * range();
    }

    public double level(double siemens) {
        return (siemens - offSiemens) / range();
    }
}
