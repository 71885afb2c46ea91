package mho.periphery.learning;

import mho.core.yaml.Inline;
import mho.core.yaml.Kind;

/**
 * Steps that do not depend on the weight, until it meets a bound: w ← w ± step·(1 + c), c = pulse-noise · N(0, 1). Gokmen and Vlasov,
 * Frontiers in Neuroscience 10:333, 2016; as in IBM aihwkit 4545f11 (ConstantStep).
 */
@Kind("constant-step")
public record ConstantStep(@Inline PulseStep steps, @Inline CellTraits cells) implements UpdateLaw {

    @Override
    public double change(boolean up, double weight) {
        return up ? steps.mean(true) : -steps.mean(false);
    }

    @Override
    public CellPopulation population(int rows, int columns, long seed, long... place) {
        DrawnCells drawn = new DrawnCells(cells, rows, columns, seed, place);
        PulseResponse response = new ConstantResponse(new DrawnSteps(steps, drawn), steps.pulseNoise());
        return new SingleCells(this, drawn, response, steps.step());
    }
}
