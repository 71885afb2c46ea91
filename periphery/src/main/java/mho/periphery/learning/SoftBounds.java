package mho.periphery.learning;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;

/**
 * Steps that vanish at the cell's own bound: up w ← w + step·(1 − w/highest)(1 + c), down w ← w − step·(1 − w/lowest)(1 + c). It is
 * {@link LinearStep} with both gammas 1. IBM aihwkit 4545f11 (SoftBounds).
 */
@Kind("soft-bounds")
public record SoftBounds(
        @Inline PulseStep steps,
        @Doc("What noise follows") @Default("multiplicative") NoiseOfStep noise,
        @Inline CellTraits cells)
        implements UpdateLaw {

    @Override
    public double change(boolean up, double weight) {
        return withoutReference().change(up, weight);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        return withoutReference().population(this, rows, columns, seed, place);
    }

    private SoftBoundsReference withoutReference() {
        return new SoftBoundsReference(steps, 0, 0, false, noise, cells);
    }
}
