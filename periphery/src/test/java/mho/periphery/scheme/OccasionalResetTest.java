package mho.periphery.scheme;

import static mho.periphery.scheme.Learners.cells;
import static mho.periphery.scheme.Learners.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Pairs that move one way each. */
class OccasionalResetTest {
    private static final String PAIR =
            "{kind: one-sided-pair, cell: {kind: linear-step, lowest: 0, step: 0.02, gamma-up: 0, gamma-down: 0}}";
    private static final float[] ONES = {1, 1, 1};
    private static final float[] MINUS = {-1, -1, -1};

    /** Up and down alike until both devices of each pair are full, then down only. */
    private static LearningCells trained(String scheme) {
        LearningCells cells = cells(scheme, PAIR, 3, 3, 1);
        for (int i = 0; i < 60; i++) {
            cells.update(ONES, 0, i % 2 == 0 ? ONES : MINUS, 0, 0.06f);
            cells.batchEnds();
        }
        for (int i = 0; i < 10; i++) {
            cells.update(ONES, 0, MINUS, 0, 0.06f);
            cells.batchEnds();
        }
        return cells;
    }

    @Test
    void pairs_freeze_and_a_reset_now_and_then_frees_them() {
        LearningCells frozen = trained("{kind: counted}");
        LearningCells free = trained("{kind: occasional-reset, update: {kind: counted}}");
        for (int i = 0; i < 9; i++) {
            assertThat(weights(frozen)[i]).isCloseTo(0, within(0.03f));
            assertThat(weights(free)[i]).isCloseTo(0.6f, within(0.05f));
        }
        assertThat(frozen.counts().lineReads()).isZero();
        UpdateCounts counts = free.counts();
        assertThat(counts.resets())
                .isPositive()
                .isEqualTo(free.populations().get(0).resets() / 2);
        // each of 70 batches reads both devices of three columns, pulses that write back are read one by one
        long pulses = counts.transfers().coincidences();
        assertThat(counts.lineReads()).isEqualTo(70 * 6 + pulses);
        assertThat(counts.cellReads()).isEqualTo(70 * 18 + 2 * pulses);
    }

    @Test
    void batches_between_refreshes_are_counted() {
        LearningCells free = trained("{kind: occasional-reset, every: 5, update: {kind: counted}}");
        assertThat(free.counts().lineReads() - free.counts().transfers().coincidences())
                .isEqualTo(70 / 5 * 6);
    }
}
