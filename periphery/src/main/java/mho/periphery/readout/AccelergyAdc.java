package mho.periphery.readout;

import static java.lang.Math.exp;
import static java.lang.Math.log;

import java.util.Optional;
import java.util.OptionalDouble;
import mho.core.quantity.Quantity;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;

/**
 * Regression over Murmann's ADC survey (Andrulis et al., Accelergy ADC plug-in ff0fb48). Optimistic by construction: energy at the best fifth, area at the best tenth of the survey's residuals.
 *
 * <pre>
 * FOMS = min(213.78 - 2.872 ln f, 128.31 + 3.2205 ceil(n))         dB
 * SNDR = 6.0206 n + 1.7609                                         dB
 * E    = 1/2 10^((SNDR - FOMS)/10) exp(26.0496 + 1.8800 ln tech - 2.8291 ln n - 1.4702)    pJ
 * A    = exp(1.3462 + 0.99328 ln tech + 0.18072 ln f + 0.29912 ln E)                       um2
 * </pre>
 *
 * n in bits (taken as effective), f in Hz per converter, tech in nm. The plug-in's comment says joules for E; what it computes is picojoules.
 */
final class AccelergyAdc implements CostModel<AdcQuery> {

    private static final double FOMS_INTERCEPT = 213.7806687348118;
    private static final double FOMS_PER_LN_HZ = -2.8719030399529957;
    private static final double FOMS_MAX_INTERCEPT = 128.3068287398817;
    private static final double FOMS_MAX_PER_BIT = 3.220511510977559;
    private static final double ENERGY_INTERCEPT = 26.0495615686518;
    private static final double ENERGY_PER_LN_NM = 1.8800369206815004;
    private static final double ENERGY_PER_LN_BITS = -2.8291256050594527;
    private static final double ENERGY_BEST_FIFTH = -1.4702022133784405;
    private static final double AREA_INTERCEPT = 1.3461916439910742;
    private static final double AREA_PER_LN_NM = 0.9932794744745022;
    private static final double AREA_PER_LN_HZ = 0.18071538424508238;
    private static final double AREA_PER_LN_PJ = 0.29912426192653485;

    @Override
    public String name() {
        return "accelergy-regression";
    }

    @Override
    public String action() {
        return "conversion";
    }

    @Override
    public String parameters() {
        return "bits, rate, technology node";
    }

    @Override
    public String validRange() {
        return "4 to 16 b, up to 10 GS/s, 7 to 180 nm (the span of the survey)";
    }

    @Override
    public String source() {
        return "Accelergy ADC plug-in ff0fb48 (Andrulis et al.), regression over Murmann's ADC survey";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> outside(AdcQuery query) {
        if (query.bits() < 4 || query.bits() > 16) {
            return Optional.of(query.bits() + " b");
        }
        double nm = query.technology().nodeNm();
        if (nm < 7 - 1e-9 || nm > 180 + 1e-9) {
            return Optional.of("a node of " + Quantity.format(query.technology().nodeM(), "m"));
        }
        return AdcLimits.tooFast(query, 1e10);
    }

    @Override
    public Estimate estimate(AdcQuery query) {
        double lnHz = log(query.samplesPerSecond());
        double lnNm = log(query.technology().nodeNm());
        double picojoules = picojoules(query.bits(), lnHz, lnNm);
        double um2 =
                exp(AREA_INTERCEPT + AREA_PER_LN_NM * lnNm + AREA_PER_LN_HZ * lnHz + AREA_PER_LN_PJ * log(picojoules));
        return new Estimate(picojoules * 1e-12, 0, um2 * 1e-12, source());
    }

    private static double picojoules(int bits, double lnHz, double lnNm) {
        double foms = Math.min(FOMS_INTERCEPT + FOMS_PER_LN_HZ * lnHz, FOMS_MAX_INTERCEPT + FOMS_MAX_PER_BIT * bits);
        double sndr = 20 * Math.log10(2) * bits + 10 * Math.log10(1.5);
        return 0.5
                * Math.pow(10, (sndr - foms) / 10)
                * exp(ENERGY_INTERCEPT + ENERGY_PER_LN_NM * lnNm + ENERGY_PER_LN_BITS * log(bits) + ENERGY_BEST_FIFTH);
    }

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
