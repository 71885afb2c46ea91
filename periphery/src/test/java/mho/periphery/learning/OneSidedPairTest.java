package mho.periphery.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class OneSidedPairTest {
    private static final String QUIET =
            "{kind: one-sided-pair, cell: {kind: soft-bounds, step: 0.02, highest: 1, lowest: 0}}";

    @Test
    void pulses_either_way_fill_a_device_and_the_weight_is_their_difference() {
        CellPopulation cells = Laws.law(QUIET).population(1, 2, 1);
        cells.pulse(0, 0, 10);
        cells.pulse(0, 0, -4);
        double plus = 1 - Math.pow(0.98, 10);
        double minus = 1 - Math.pow(0.98, 4);
        assertThat((double) cells.weight(0, 0)).isCloseTo(plus - minus, within(1e-6));
        assertThat(cells.upPulses()).isEqualTo(10);
        assertThat(cells.downPulses()).isEqualTo(4);
        assertThat(cells.wear(0, 0)).isEqualTo(10);
        assertThat(cells.weight(0, 1)).isZero();
        assertThat(cells.lowest(0, 0)).isEqualTo(-1);
        assertThat(cells.highest(0, 0)).isEqualTo(1);
    }

    /** Both near their highest: no pulse moves the weight any more, though its sign may ask for much. */
    @Test
    void a_pair_that_is_full_freezes_near_zero_and_a_refresh_frees_it() {
        CellPopulation cells = Laws.law(QUIET).population(1, 1, 1);
        cells.pulse(0, 0, 400);
        cells.pulse(0, 0, -90);
        float weight = cells.weight(0, 0);
        assertThat((double) weight).isCloseTo(Math.pow(0.98, 90), within(1e-3));
        cells.pulse(0, 0, 100);
        assertThat(cells.weight(0, 0)).isCloseTo(weight, within(1e-3f));

        long before = cells.upPulses();
        assertThat(cells.refresh()).isEqualTo(1);
        assertThat(cells.resets()).isEqualTo(2);
        // Written back on the one side until it shows no less: within a step above.
        assertThat(cells.weight(0, 0)).isBetween(weight, weight + 0.02f);
        int needed = (int) Math.ceil(Math.log(1 - weight) / Math.log(0.98));
        assertThat(cells.upPulses() - before).isEqualTo(needed);
        float free = cells.weight(0, 0);
        cells.pulse(0, 0, 10);
        assertThat(cells.weight(0, 0)).isGreaterThan(free + 0.1f);
        assertThat(cells.refresh()).isZero();
    }

    @Test
    void negative_weights_are_written_back_on_the_other_side() {
        CellPopulation cells = Laws.law(QUIET).population(1, 1, 1);
        cells.pulse(0, 0, -400);
        cells.pulse(0, 0, 60);
        float weight = cells.weight(0, 0);
        assertThat(cells.refresh()).isEqualTo(1);
        assertThat(cells.weight(0, 0)).isBetween(weight - 0.02f, weight);
    }

    /** Above 75 % of the highest, and the other above 25 %. */
    @Test
    void only_pairs_of_which_both_are_full_enough_are_refreshed() {
        CellPopulation cells = Laws.law(QUIET).population(1, 4, 1);
        int[][] levels = {{80, 30}, {80, 20}, {70, 30}, {30, 80}};
        for (int column = 0; column < 4; column++) {
            cells.pulse(0, column, (int) Math.round(Math.log(1 - levels[column][0] / 100.0) / Math.log(0.98)));
            cells.pulse(0, column, -(int) Math.round(Math.log(1 - levels[column][1] / 100.0) / Math.log(0.98)));
        }
        assertThat(cells.refresh()).isEqualTo(2);
        assertThat(cells.resets()).isEqualTo(4);
        assertThat(cells.weight(0, 0)).isCloseTo(0.5f, within(0.03f));
        assertThat(cells.weight(0, 3)).isCloseTo(-0.5f, within(0.03f));
    }

    @Test
    void a_weight_that_cannot_be_reached_again_takes_no_more_pulses_than_stated() {
        CellPopulation cells = Laws.law(
                        "{kind: one-sided-pair, refresh-above: 0.5, refresh-other: 0, refresh-pulses: 7,"
                                + " cell: {kind: soft-bounds, step: 0.02, highest: 1, lowest: 0}}")
                .population(1, 1, 1);
        cells.pulse(0, 0, 60);
        cells.pulse(0, 0, -1);
        long before = cells.upPulses();
        assertThat(cells.refresh()).isEqualTo(1);
        assertThat(cells.upPulses() - before).isEqualTo(7);
    }

    @Test
    void the_phase_change_pair_of_the_preset_fills_up_in_training_and_refreshes() {
        UpdateLaw law = Laws.ofDevice("pcm-pair");
        assertThat(law.nominalStep()).isCloseTo(0.01 * (1 + 27.235 * Math.exp(-2.5)), within(1e-9));
        CellPopulation cells = law.population(30, 30, 1);
        for (int i = 0; i < 900; i++) {
            for (int n = 0; n < 40; n++) {
                cells.pulse(i / 30, i % 30, n % 2 == 0 ? 1 : -1);
            }
        }
        float[] before = new float[900];
        cells.read(before);
        int refreshed = cells.refresh();
        assertThat(refreshed).isBetween(300, 900);
        float[] after = new float[900];
        cells.read(after);
        double difference = 0;
        for (int i = 0; i < 900; i++) {
            difference += Math.abs(after[i] - before[i]) / 900;
        }
        // A first pulse from the bottom is some 0.28: that is how coarsely a weight is written back.
        assertThat(difference).isLessThan(0.3);
        assertThat(cells.refresh()).isLessThan(30);
    }

    @Test
    void programmed_weights_stand_on_one_side() {
        CellPopulation cells = Laws.law(QUIET).population(1, 3, 1);
        cells.set(new float[] {0.4f, -0.3f, 2});
        float[] shown = new float[3];
        cells.read(shown);
        assertThat(shown).containsExactly(0.4f, -0.3f, 1);
        assertThat(cells.saturated()).isEqualTo(1);
        cells.reset(0, 0);
        assertThat(cells.weight(0, 0)).isZero();
    }
}
