package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import mho.periphery.device.ConductanceCurve;
import mho.periphery.device.Drift;
import mho.periphery.device.ReadNoiseLaw;
import mho.periphery.learning.CellPopulation;
import mho.periphery.learning.UpdateLaw;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every law of a memory device owes those who ask it, whatever its kind. */
final class DeviceLawsContractTest {
    private static final double[] SIEMENS = {0.5e-6, 5e-6, 12.5e-6, 25e-6};

    static Stream<ChipKind> drifts() {
        return ChipKind.of(Drift.class);
    }

    static Stream<ChipKind> noises() {
        return ChipKind.of(ReadNoiseLaw.class);
    }

    static Stream<ChipKind> updates() {
        return ChipKind.of(UpdateLaw.class);
    }

    static Stream<ChipKind> curves() {
        return ChipKind.of(ConductanceCurve.class);
    }

    @ParameterizedTest
    @MethodSource("drifts")
    void a_cell_has_not_moved_when_it_is_first_read_and_time_goes_on_from_there(ChipKind kind) {
        Drift drift = Example.part(Drift.class, kind);
        assertThat(drift.until()).isGreaterThan(drift.from());
        for (double target : SIEMENS) {
            assertThat(drift.aged(target, target, 1e-7, drift.from(), 0)).isCloseTo(target, within(1e-15));
            double later = drift.aged(target, target, 1e-7, Math.min(1e5, drift.until()), 1);
            assertThat(later).isFinite().isNotEqualTo(target);
        }
    }

    /** A cold cell is never older than a warm one; before the law begins, and without a law of warmth, none is. */
    @ParameterizedTest
    @MethodSource("drifts")
    void warmth_makes_it_older_or_nothing_does(ChipKind kind) {
        Drift drift = Example.part(Drift.class, kind);
        assertThat(drift.secondsAt(drift.from() / 2, 350)).isEqualTo(drift.from() / 2);
        double warm = drift.secondsAt(1e4, 350);
        double cold = drift.secondsAt(1e4, 290);
        if (drift.activation() == null) {
            assertThat(warm).isEqualTo(cold).isEqualTo(1e4);
        } else {
            assertThat(warm).isGreaterThan(cold);
        }
    }

    @ParameterizedTest
    @MethodSource("noises")
    void a_read_differs_from_the_next_by_a_finite_spread(ChipKind kind) {
        ReadNoiseLaw noise = Example.part(ReadNoiseLaw.class, kind);
        for (double siemens : SIEMENS) {
            double soon = noise.sigma(siemens, siemens, 1);
            double late = noise.sigma(siemens, siemens, 1e6);
            assertThat(soon).isFinite().isPositive().isLessThan(siemens);
            assertThat(late).isFinite().isGreaterThanOrEqualTo(soon);
        }
    }

    @ParameterizedTest
    @MethodSource("curves")
    void a_curve_has_a_value_at_every_conductance_of_the_window(ChipKind kind) {
        ConductanceCurve curve = Example.part(ConductanceCurve.class, kind);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 1; i <= 100; i++) {
            double y = curve.at(i / 100.0);
            assertThat(y).as("at %d %%", i).isFinite().isEqualTo(curve.at(i / 100.0));
            least = Math.min(least, y);
            most = Math.max(most, y);
        }
        assertThat(most).as("its example is no constant").isGreaterThan(least);
    }

    /** Whatever was drawn, a cell stays within its own bounds; what is given is counted; equal seeds are equal to the last bit. */
    @ParameterizedTest
    @MethodSource("updates")
    void pulses_move_cells_their_way_on_average_and_never_beyond_their_bounds(ChipKind kind) {
        UpdateLaw law = Example.part(UpdateLaw.class, kind);
        assertThat(law.nominalStep()).isFinite().isPositive();
        assertThat(law.pulsesFor(10 * law.nominalStep())).isPositive();
        assertThat(law.pulsesFor(-10 * law.nominalStep())).isNegative();
        assertThat(law.pulsesFor(0)).isZero();
        CellPopulation cells = law.population(20, 30, 5, 2);
        CellPopulation same = law.population(20, 30, 5, 2);
        float[] before = new float[600];
        float[] after = new float[600];
        for (int pulses : new int[] {3, -6, 200, -200}) {
            cells.read(before);
            for (int row = 0; row < 20; row++) {
                for (int column = 0; column < 30; column++) {
                    cells.pulse(row, column, pulses);
                    same.pulse(row, column, pulses);
                    assertThat(cells.kept(row, column))
                            .isBetween(cells.lowest(row, column), cells.highest(row, column));
                }
            }
            cells.read(after);
            double moved = 0;
            for (int i = 0; i < 600; i++) {
                moved += after[i] - before[i];
            }
            assertThat(moved * pulses).as("%d pulses", pulses).isPositive();
        }
        assertThat(cells.upPulses()).isEqualTo(203 * 600);
        assertThat(cells.downPulses()).isEqualTo(206 * 600);
        same.read(before);
        assertThat(before).containsExactly(after);
    }
}
