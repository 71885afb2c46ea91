package mho.arch.machine;

import mho.arch.element.Observed;
import mho.arch.element.Tally;

/**
 * What was counted while one layer computed.
 *
 * @param node id of the layer's node in the folded network
 * @param sqnrDb energy of the outputs in floating point over that of the deviation from them, in dB; infinite if there is none
 * @param clipped part of the conversions beyond the converters' range
 * @param saturated part of the integrations that reached the integrators' limit
 * @param inputsClipped part of the inputs beyond the drivers' codes
 * @param outputsClipped part of the outputs beyond the codes of the buffers that keep them
 * @param activity mean digit of the inputs over the largest: density of ones, mean pulse over the longest
 * @param driven part of the rows' phases with a digit other than zero
 * @param pulsesPerImage rows' phases with a digit other than zero, for one input
 * @param conductedPerImage sum over cells and phases, for one input, of conductance over on-conductance times digit over the largest,
 *     squared where digits are voltages
 * @param conversionsPerImage of columns, for one input
 */
public record LayerValues(
        int node,
        double sqnrDb,
        double clipped,
        double saturated,
        double inputsClipped,
        double outputsClipped,
        double activity,
        double driven,
        double pulsesPerImage,
        double conductedPerImage,
        double conversionsPerImage) {

    static LayerValues of(int node, Tally tally, int images) {
        return new LayerValues(
                node,
                sqnrDb(tally),
                part(tally.clipped, tally.conversions),
                part(tally.saturated, tally.integrations),
                part(tally.inputsClipped, tally.inputs),
                outputsClipped(tally),
                part(tally.digits, tally.rowPhases),
                part(tally.pulses, tally.rowPhases),
                (double) tally.pulses / images,
                tally.conducted / images,
                (double) tally.conversions / images);
    }

    public Observed observed() {
        return new Observed(conductedPerImage, pulsesPerImage, conversionsPerImage);
    }

    static double outputsClipped(Tally tally) {
        return part(tally.outputsClipped, tally.outputs);
    }

    static double sqnrDb(Tally tally) {
        return 10 * Math.log10(tally.signal / tally.error);
    }

    private static double part(double some, double all) {
        return all > 0 ? some / all : 0;
    }
}
