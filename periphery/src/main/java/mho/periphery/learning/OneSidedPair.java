package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;

/**
 * Two devices for each weight, w = w⁺ − w⁻, of which pulses move each one way only: a request for up pulses w⁺ up, one for down pulses w⁻
 * up. Phase-change cells are used so, whose SET is gradual and whose RESET is abrupt. Both devices of a pair fill up, until the weight
 * stands still near zero; so now and then (a {@link CellPopulation#refresh}, when whoever trains asks for it) pairs of which the higher
 * device shows more than {@code refresh-above} of the highest weight and the other more than {@code refresh-other} are both reset, and
 * the difference is written back on the one side: pulse by pulse, read after each, until it shows the difference or {@code
 * refresh-pulses} have been given. The condition is that of IBM aihwkit 4545f11 (OneSided), which writes back with as many pulses as
 * its learning rule would give; that pulses are verified instead is assumed.
 */
@Kind("one-sided-pair")
public record OneSidedPair(
        @Doc("The law of each of the two devices") UpdateLaw cell,
        @Doc("Share of the highest weight above which the higher device of a pair is refreshed")
                @Unit("1")
                @Default("0.75")
                @Range(min = 0)
                double refreshAbove,
        @Doc("Share of the highest weight above which the other has to be as well")
                @Unit("1")
                @Default("0.25")
                @Range(min = 0)
                double refreshOther,
        @Doc("Most pulses that write a pair back after a refresh") @Unit("1") @Default("100") @Range(min = 0)
                int refreshPulses)
        implements UpdateLaw {

    @Override
    public CellTraits cells() {
        return cell.cells();
    }

    /** Of the difference, while the device that takes the pulse stands at the size of the weight and the other at the lowest. */
    @Override
    public double change(boolean up, double weight) {
        double size = Math.max(0, up ? weight : -weight);
        return up ? cell.change(true, size) : -cell.change(true, size);
    }

    @Override
    public double nominalStep() {
        return Math.abs(cell.change(true, cells().reference()));
    }

    @Override
    public Movement movement() {
        return Movement.PAIRED;
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        return new OneSidedCells(this, rows, columns, seed, place);
    }
}
