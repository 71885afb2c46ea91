package mho.periphery.scheme;

import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Kind;

/**
 * Stochastic coincidence: in each slot of a train the row fires with probability min(1, B|x|) and the column with min(1, A|δ|), apart from
 * one another, and a cell where both fire takes a pulse against the sign of x · δ. The mean change is −rate · x · δ, its variance that of a
 * binomial, BL · p(1 − p) steps² with p = A|δ| · B|x|. Gokmen and Vlasov, Frontiers in Neuroscience 10:333, 2016; as in IBM aihwkit 4545f11
 * ("stochastic compressed").
 */
@Kind("stochastic")
public record Stochastic(
        @Inline TrainShape trains,
        @Doc("Of which cells a weight is made") @Default("{kind: one}") ComposedWeight weight)
        implements PulseRule {

    @Override
    public TrainPlan plan() {
        return new TrainPlan(trains.slots(), trains.phases());
    }

    @Override
    public PulseWriter writer(PulsedCells cells, MatrixSite site, int number) {
        return new StochasticWriter(
                cells,
                trains,
                site.stream(MatrixSite.Use.ROW_TRAINS, number),
                site.stream(MatrixSite.Use.COLUMN_TRAINS, number));
    }
}
