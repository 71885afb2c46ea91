package mho.periphery.scheme;

import java.util.List;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.CellState;

/** One array of weights whose updates are pulses at once. */
final class DirectLearning extends LearningCells {
    private final PulsedCells cells;
    private final PulseWriter writer;

    DirectLearning(PulseRule rule, MatrixSite site) {
        super(site);
        cells = rule.weight().made(site, site.law(0), 0);
        writer = rule.writer(cells, site, 0);
    }

    @Override
    void learn(float[] x, int xAt, float[] delta, int deltaAt, float rate) {
        writer.update(x, xAt, delta, deltaAt, rate, counts().updates());
    }

    @Override
    public void exampleEnds() {
        cells.leak(1);
    }

    @Override
    public void batchEnds() {}

    @Override
    void composed(float[] into) {
        cells.read(into);
    }

    @Override
    void program(float[] composed) {
        cells.set(composed);
    }

    @Override
    public List<CellPopulation> populations() {
        return cells.populations();
    }

    @Override
    void saveOwn(CellState into) {
        cells.save("cells", into);
        writer.save("pulses", into);
    }

    @Override
    void restoreOwn(CellState from) {
        cells.restore("cells", from);
        writer.restore("pulses", from);
    }
}
