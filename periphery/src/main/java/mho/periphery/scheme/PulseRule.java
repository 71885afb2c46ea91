package mho.periphery.scheme;

import java.util.List;

/** A scheme that turns an update into pulses on one array of composed weights, at once. Schemes of several arrays are made of such. */
public sealed interface PulseRule extends UpdateScheme
        permits Stochastic, OuterProduct, LocalPulses, Manhattan, CountedPulses {

    /** Of which cells a weight is made. */
    ComposedWeight weight();

    /** Pulses for cells; random streams are numbered, one number for each array of a matrix. */
    PulseWriter writer(PulsedCells cells, MatrixSite site, int number);

    @Override
    default List<DeviceRole> roles() {
        return List.of(new DeviceRole("cell", weight().accepts()));
    }

    @Override
    default double[] significances() {
        return weight().significances();
    }

    @Override
    default LearningCells made(MatrixSite site) {
        return new DirectLearning(this, site);
    }
}
