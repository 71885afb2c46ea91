package mho.periphery.readout;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeepingTest {

    private static Integration keeper(String keys) {
        return part(Integration.class, "{" + keys + ", energy: 1 pJ, area: 1 um2}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: integrator", "kind: sample-and-hold"})
    void withoutErrorsASumIsKeptAsItCame(String kind) {
        Integration keeper = keeper(kind);
        float[] sums = {1, -2, 1e9f};
        assertThat(keeper.exact()).isTrue();
        assertThat(keeper.keep(sums, 3, 1, 1, new SplittableRandom(1))).isZero();
        assertThat(sums).containsExactly(1, -2, 1e9f);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kind: integrator", "kind: sample-and-hold"})
    void aChargeDroopsByTheExponentialOfItsTime(String kind) {
        Integration keeper = keeper(kind + ", droop-time: 2 us");
        float[] sums = {100, -100, 0};
        keeper.keep(sums, 3, 100, 500e-9, new SplittableRandom(1));
        assertThat((double) sums[0]).isCloseTo(100 * Math.exp(-0.25), within(1e-5));
        assertThat(sums[1]).isEqualTo(-sums[0]);
        assertThat(sums[2]).isZero();
        assertThat(keeper.left(2e-6)).isCloseTo(Math.exp(-1), within(1e-15));
        assertThat(keeper.left(1e-6) * keeper.left(1e-6)).isCloseTo(keeper.left(2e-6), within(1e-15));
    }

    @Test
    void anIntegratorSaturatesAtItsPartOfTheFullScaleAndCountsIt() {
        Integration keeper = keeper("kind: integrator, saturation: 0.5");
        SplittableRandom random = new SplittableRandom(4);
        float[] sums = new float[5000];
        long beyond = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = (float) random.nextDouble(-200, 200);
            beyond += Math.abs(sums[i]) > 100 ? 1 : 0;
        }
        float[] before = sums.clone();
        assertThat(keeper.keep(sums, sums.length, 200, 0, random)).isEqualTo(beyond);
        for (int i = 0; i < sums.length; i++) {
            assertThat(sums[i]).isEqualTo(Math.max(-100, Math.min(100, before[i])));
        }
    }

    @Test
    void onlyTheValuesCountedAreKept() {
        float[] sums = {9, 9, 9};
        assertThat(keeper("kind: integrator, saturation: 0.5").keep(sums, 2, 10, 0, new SplittableRandom(1)))
                .isEqualTo(2);
        assertThat(sums).containsExactly(5, 5, 9);
    }

    @Test
    void samplesErrByTheStatedPartOfFullScaleEachForItself() {
        Integration keeper = keeper("kind: sample-and-hold, error: 1 %");
        float[] sums = new float[100_000];
        keeper.keep(sums, sums.length, 50, 0, new SplittableRandom(7));
        double square = 0;
        double neighbours = 0;
        for (int i = 1; i < sums.length; i++) {
            square += (double) sums[i] * sums[i];
            neighbours += (double) sums[i] * sums[i - 1];
        }
        assertThat(Math.sqrt(square / sums.length)).isCloseTo(0.5, within(0.005));
        assertThat(neighbours / square).isCloseTo(0, within(0.015));
    }

    @Test
    void valuesThatMeanNothingAreRefused() {
        for (String keys : new String[] {
            "kind: integrator, saturation: 0",
            "kind: integrator, droop-time: 0 s",
            "kind: sample-and-hold, error: -1 %",
            "kind: sample-and-hold, droop-time: -1 us"
        }) {
            assertThatThrownBy(() -> keeper(keys)).as(keys).isInstanceOf(BadInput.class);
        }
    }
}
