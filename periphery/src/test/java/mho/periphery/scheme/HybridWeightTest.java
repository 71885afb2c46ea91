package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.device;
import static mho.periphery.scheme.Learners.scheme;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A volatile cell beside a lasting one. */
class HybridWeightTest {
    private static final String LASTING = "{kind: constant-step, step: 0.0005}";

    private static LearningCells hybrid(String keys, String charge) {
        return scheme("{kind: hybrid, update: {kind: counted}, " + keys + "}")
                .cells(List.of(device("charge", charge), device("lasting", LASTING)), 3, 3, 1, 1);
    }

    /** As many pulses up as down, of steps that differ by 30 % of a hundredth: what a pair of updates leaves is 0.003. */
    private static float[] afterUpsAndDowns(LearningCells cells, int examples) {
        float[] ones = {1, 1, 1};
        float[] minus = {-1, -1, -1};
        for (int i = 0; i < examples; i++) {
            cells.update(ones, 0, ones, 0, 0.01f);
            cells.update(ones, 0, minus, 0, 0.01f);
            cells.exampleEnds();
        }
        return weights(cells);
    }

    @Test
    void polarity_inversion_cancels_what_is_always_wrong_in_the_same_way() {
        String mismatch = "{kind: constant-step, step: 0.01, up-down: 0.3}";
        float[] drifted =
                afterUpsAndDowns(hybrid("every: 50, polarity-inversion: false, keeps-rest: true", mismatch), 400);
        float[] cancelled = afterUpsAndDowns(hybrid("every: 50, keeps-rest: true", mismatch), 400);
        for (int i = 0; i < 9; i++) {
            assertThat(drifted[i]).isCloseTo(1.2f, within(0.05f));
            assertThat(cancelled[i]).isCloseTo(0, within(0.01f));
        }
    }

    /** 0.6 by 30 pulses, each of a pair of 0.02: what the lasting cell takes is whole steps of F · 0.0005 = 0.002. */
    @Test
    void a_transfer_moves_what_was_learnt_and_keeps_the_weight() {
        LearningCells cells = hybrid("every: 1, most-pulses: 1000", "{kind: constant-step, step: 0.02}");
        cells.update(new float[] {1, 0, 0}, 0, new float[] {-0.6f, 0.3f, 0}, 0, 1);
        float[] before = weights(cells);
        assertThat(before[0]).isCloseTo(0.6f, within(1e-5f));
        cells.exampleEnds();
        float[] after = weights(cells);
        for (int i = 0; i < 9; i++) {
            assertThat(after[i]).isCloseTo(before[i], within(0.0011f));
        }
        assertThat(cells.populations().get(0).weight(0, 0)).isZero();
        assertThat(cells.populations().get(1).weight(0, 0)).isCloseTo(0.15f, within(3e-4f));
        UpdateCounts counts = cells.counts();
        assertThat(counts.transfers().coincidences()).isEqualTo(300 + 150);
        assertThat(counts.resets()).isEqualTo(9);
        // three rows of two cells at first, then a read of the lasting row after each of 300 rounds, of which 150 go
        // both ways
        assertThat(counts.lineReads()).isEqualTo(6 + 300);
        assertThat(counts.transfers().slots()).isEqualTo(300 + 150);
    }

    /** The next updates of an inverted cell go the other way, and the weight goes the right one. */
    @Test
    void an_inverted_cell_learns_with_the_other_sign() {
        LearningCells cells = hybrid("every: 1", "{kind: constant-step, step: 0.02}");
        cells.exampleEnds();
        cells.update(new float[] {1, 0, 0}, 0, new float[] {-0.2f, 0, 0}, 0, 1);
        assertThat(weights(cells)[0]).isCloseTo(0.2f, within(1e-5f));
        assertThat(cells.populations().get(0).weight(0, 0)).isCloseTo(-0.2f, within(1e-5f));
    }
}
