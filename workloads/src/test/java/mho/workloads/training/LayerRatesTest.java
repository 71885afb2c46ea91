package mho.workloads.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import mho.workloads.data.DataSet;
import mho.workloads.network.Network;
import mho.workloads.network.Shape;
import org.junit.jupiter.api.Test;

class LayerRatesTest {
    private static final Network NETWORK =
            MadeSets.network("4", "{dense: {out: 6, activation: sigmoid}}, {dense: {out: 3}}");
    private static final DataSet DATA = MadeSets.clusters(30, 3, Shape.vector(4), 0.2, 7, 1);

    private static float[][] learnt(double rate, Map<String, Double> factors) {
        TrainingSpec spec = new TrainingSpec(
                1, 1, RateSchedule.of(rate), Loss.SQUARED, new Initialisation.Xavier(), factors, false, 5);
        Trainer trainer = Trainer.of(NETWORK, spec, LearningMatrices.FLOAT, DATA, null);
        trainer.epoch();
        TrainingSpec own =
                new TrainingSpec(1, 1, RateSchedule.of(1), Loss.SQUARED, new Initialisation.Own(), Map.of(), false, 1);
        TrainingPlan plan = new TrainingPlan(Trainability.of(trainer.learnt(), own), own, LearningMatrices.FLOAT);
        return plan.layers().stream().map(layer -> layer.weights()[0]).toArray(float[][]::new);
    }

    @Test
    void theFactorsOfAllLayersAreAnotherRate() {
        float[][] halved = learnt(0.4, Map.of("dense1", 0.5, "dense2", 0.5));
        float[][] plain = learnt(0.2, Map.of());
        assertThat(halved[0]).containsExactly(plain[0]);
        assertThat(halved[1]).containsExactly(plain[1]);
    }

    @Test
    void aLayerOfNoRateKeepsItsFirstWeightsAndTheOtherLearns() {
        float[][] first = learnt(0.4, Map.of("dense1", 0.0, "dense2", 0.0));
        float[][] kept = learnt(0.4, Map.of("dense1", 0.0));
        assertThat(kept[0]).containsExactly(first[0]);
        assertThat(kept[1]).isNotEqualTo(first[1]);
    }

    @Test
    void aLayerThatIsNoneOfTheNetworksIsToldWithThoseThatAre() {
        assertThatThrownBy(() -> learnt(0.4, Map.of("dense3", 0.5)))
                .hasMessageContaining("layer-rates names dense3, and the layers that learn are dense1, dense2");
        assertThatThrownBy(() -> learnt(0.4, Map.of("dense1", -1.0)))
                .hasMessageContaining(
                        "layer-rates: the learning rate of dense1 cannot be -1.0 times the others'; give 0 (it stays as it is) or more");
    }
}
