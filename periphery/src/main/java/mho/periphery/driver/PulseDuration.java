package mho.periphery.driver;

import mho.core.cost.Cost;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Site;
import org.jspecify.annotations.Nullable;

/**
 * Applies an input as a pulse of fixed voltage whose duration is its magnitude.
 *
 * <p>A counter of m bits sets the durations (m = bits, less one for the sign when signed): the longest pulse lasts 2^m - 1 units, and a phase is one turn of the counter, 2^m units, plus settling.
 * 8 signed bits at 1 ns give the published 128 ns (Khaddam-Aljameh et al. 2022).
 *
 * <p>A pulse charges the row's wire once, E = C V^2, whatever its duration; unless energy, power or a model is stated, that is its cost. A pulse
 * of no duration charges nothing, which data count anyway; without data {@code skip-zeros} says how many of them there are.
 */
@Kind("pulse-duration")
public record PulseDuration(
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "counter and comparator grow by no law with a source")
                @Doc("Input bits one pulse carries, sign included")
                @Range(min = 1, max = 16)
                int bits,
        @Scales(
                        energy = ScalingLaw.RESTATE,
                        area = ScalingLaw.RESTATE,
                        why = "a bit less to count, a second polarity to drive")
                @Doc("Whether one of the bits is a sign, which takes no duration")
                @Default("false")
                boolean signed,
        @Scales(why = "a pulse charges the row once, whatever its duration")
                @Doc("Duration of one unit of the input")
                @Unit("s")
                double unit,
        @Scales(why = "it sets times; an action costs what it cost")
                @Doc("Time after the longest pulse until the columns have settled")
                @Unit("s")
                @Default("0 s")
                @Range(min = 0)
                double settling,
        @Scales(why = "energy is that of one phase")
                @Doc("Times the vector is applied, for example 4 when each sign of input and of weight has a phase")
                @Default("1")
                @Range(min = 1, max = 65536)
                int phases,
        @Scales(why = "energy is that of one phase")
                @Doc(
                        "How inputs below zero are applied where pulses have no sign: offset, or two-phases, which take twice the"
                                + " phases")
                @Default("offset")
                NegativeInputs negative,
        @Scales(energy = ScalingLaw.SQUARE, why = "E = C V^2")
                @Doc("Voltage of the pulse, for the energy C V^2")
                @Unit("V")
                @Nullable
                Double voltage,
        @Scales(energy = ScalingLaw.LINEAR, why = "E = C V^2")
                @Doc("Capacitance of the row wire and its gates, for the energy C V^2")
                @Unit("F")
                @Nullable
                Double lineCapacitance,
        @Scales(why = "a row at rest is a phase that is not counted; one that is driven costs what it cost")
                @Doc(
                        "Rows whose digit of a phase is zero are not driven and cost their driver nothing; the number is the part of them until data say otherwise, and without it every row is driven")
                @Range(min = 0, max = 1)
                @Nullable
                Double skipZeros,
        @Inline Cost cost)
        implements Driver {

    /** So many phases give each sign of input and of weight one of its own (Khaddam-Aljameh et al. 2022). */
    private static final int SIGNS_APART = 4;

    public PulseDuration {
        if (signed && bits == 1) {
            throw new IllegalArgumentException("a signed pulse needs at least 2 bits: a sign and a duration");
        }
        if (negative == NegativeInputs.TWO_PHASES && (signed || phases == SIGNS_APART)) {
            throw new IllegalArgumentException(
                    "negative: two-phases is for pulses without a sign; these have a phase for each sign already");
        }
    }

    private boolean twoPhases() {
        return negative == NegativeInputs.TWO_PHASES;
    }

    private int magnitudeBits() {
        return signed ? bits - 1 : bits;
    }

    @Override
    public int phases(int inputBits) {
        return phases * (twoPhases() ? 2 : 1) * pulses(inputBits);
    }

    private int pulses(int inputBits) {
        return PhaseCount.of(signed ? Math.max(1, inputBits - 1) : inputBits, magnitudeBits());
    }

    @Override
    public boolean waitsForArray() {
        return false;
    }

    /** One turn of the counter and the settling; a slower array makes the phase as long as its read time. */
    @Override
    public double phaseSeconds(double arrayReadSeconds) {
        return Math.max(arrayReadSeconds, (1L << magnitudeBits()) * unit + settling);
    }

    @Override
    public double conductionSeconds(double arrayReadSeconds) {
        return ((1L << magnitudeBits()) - 1) * unit;
    }

    /** With four phases each sign has its own; any other number of them repeats the vector and takes the mean. */
    @Override
    public Encoding encoding(int inputBits, boolean negativeInputs) {
        boolean apart = phases == SIGNS_APART;
        if (!signed && !apart && !twoPhases()) {
            return Encoding.positional(inputBits, bits, negativeInputs, false, false, phases);
        }
        SignPhases signs =
                apart ? SignPhases.INPUTS_AND_WEIGHTS_APART : signed ? SignPhases.TOGETHER : SignPhases.INPUTS_APART;
        boolean signBit = signed || negativeInputs;
        return Encoding.signMagnitude(
                signBit ? Math.max(1, inputBits - 1) : inputBits,
                magnitudeBits(),
                pulses(inputBits),
                negativeInputs,
                signs,
                apart ? 1 : phases);
    }

    @Override
    public boolean costsByPulse() {
        boolean charged = voltage != null
                && lineCapacitance != null
                && cost.energy() == null
                && cost.power() == null
                && cost.model() == null;
        return charged || skipZeros != null;
    }

    @Override
    public Driver skipping(@Nullable Double zeros) {
        return new PulseDuration(bits, signed, unit, settling, phases, negative, voltage, lineCapacitance, zeros, cost);
    }

    @Override
    public ResolvedFigures figures(Site site, double phaseSeconds) {
        DriverQuery query = new DriverQuery(bits, phaseSeconds, voltage, lineCapacitance);
        boolean charged = voltage != null && lineCapacitance != null;
        return DriverModels.CATALOG.resolve(cost, 1 / phaseSeconds, query, site, charged ? "line-charge" : null);
    }
}
