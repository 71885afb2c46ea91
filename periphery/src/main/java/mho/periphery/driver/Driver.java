package mho.periphery.driver;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/** One row's driver. An input is applied in phases; in each the row conducts for a time, and the columns integrate. */
public sealed interface Driver extends PricedPart permits BitSerial, PulseDuration, VoltageLevel, DigitalToTime {

    /** Input bits it applies in one phase. */
    int bits();

    /** Rows that one driver serves, in turn; a phase is as long as all of them take. */
    default int rowsPerDriver() {
        return 1;
    }

    /** Phases that an input of so many bits takes. */
    int phases(int inputBits);

    /** Whether a phase lasts one array read, so that the array must state its read time. */
    boolean waitsForArray();

    /**
     * Length of one phase.
     *
     * @param arrayReadSeconds the array's read time; 0 when it states none
     */
    double phaseSeconds(double arrayReadSeconds);

    /** How long a full-scale input conducts in one phase: what the array's energy follows. */
    double conductionSeconds(double arrayReadSeconds);

    /**
     * What rows carry in each phase of an input of so many bits.
     *
     * @param negative whether inputs may lie below zero, which takes one of the bits
     * @throws mho.core.yaml.BadInput for more bits than values are computed with
     */
    Encoding encoding(int inputBits, boolean negative);

    /** Voltage of a pulse, where it is the driver's own; null where it is what the cells are read with, or not stated. */
    default @Nullable Double voltage() {
        return null;
    }

    /** Whether a row that is not driven in a phase costs nothing: the energy is that of a pulse, or zeros are skipped. */
    boolean costsByPulse();

    /** Part of the rows' phases with a digit of zero, assumed where no data say, that are skipped; null where every row is driven. */
    @Nullable
    Double skipZeros();

    /** The same with another {@link #skipZeros}, which no value hangs on. */
    Driver skipping(@Nullable Double zeros);

    /** Part of the rows' phases that are driven, where no data say. */
    default double drivenShare() {
        Double zeros = skipZeros();
        return zeros == null ? 1 : 1 - zeros;
    }

    Cost cost();

    /**
     * Cost of one driver; its action is driving one row for one phase.
     *
     * @param phaseSeconds length of a phase, which turns a stated power into an energy
     */
    ResolvedFigures figures(Site site, double phaseSeconds);

    @Override
    default Circuit circuit() {
        return Circuit.ROW_DRIVER;
    }
}
