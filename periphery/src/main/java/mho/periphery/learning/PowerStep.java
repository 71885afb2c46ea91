package mho.periphery.learning;

import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.random.NormalStream;

/**
 * Steps that go with a power of the way that is left: up w ← w + step·((highest − w)/(highest − lowest))^γ-up·(1 + c), down w ← w −
 * step·((w − lowest)/(highest − lowest))^γ-down·(1 + c), of the cell's own bounds, c = pulse-noise · N(0, 1). Fusi and Abbott, Nature
 * Neuroscience 10:485, 2007; IBM aihwkit 4545f11 (PowStep). {@code step} is that of a whole window before the pulse.
 */
@Kind("power-step")
public record PowerStep(
        @Inline PulseStep steps,
        @Doc("Power of the way left on the way up") @Unit("1") @Range(min = 0) double gammaUp,
        @Doc("Power of the way left on the way down") @Unit("1") @Range(min = 0) double gammaDown,
        @Inline CellTraits cells)
        implements UpdateLaw {

    @Override
    public double change(boolean up, double weight) {
        double left = cells.level(weight);
        return up
                ? steps.mean(true) * StrictMath.pow(1 - left, gammaUp)
                : -steps.mean(false) * StrictMath.pow(left, gammaDown);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        return new SingleCells(this, drawn, new Response(this, drawn), steps.step());
    }

    private static final class Response extends PulseResponse {
        private final PowerStep law;
        private final DrawnCells cells;
        private final DrawnSteps steps;

        Response(PowerStep law, DrawnCells cells) {
            this.law = law;
            this.cells = cells;
            this.steps = new DrawnSteps(law.steps, cells);
        }

        @Override
        float after(int cell, int way, float weight, NormalStream stream) {
            float step = steps.of(cell, way);
            if (step == 0) {
                return weight;
            }
            boolean up = way == UP;
            float high = cells.highest[cell];
            float low = cells.lowest[cell];
            double left = (up ? high - weight : weight - low) / (high - low);
            double change = (up ? step : -step) * StrictMath.pow(left, up ? law.gammaUp : law.gammaDown);
            double noise = law.steps.pulseNoise();
            return (float) (weight + (noise == 0 ? change : change * (1 + noise * stream.normal())));
        }
    }
}
