package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import mho.periphery.readout.Integration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What everything that stands between a column and its readout owes those who ask it, whatever its kind. */
final class IntegrationContractTest {

    static Stream<ChipKind> kinds() {
        return ChipKind.of(Integration.class);
    }

    /** What keeps no sum, as its column waits for the converter, loses none of it; an example of what keeps one has a tau of 300 ns. */
    private static double leftAfterTau(Integration integration) {
        return integration.left(1) == 1 ? 1 : Math.exp(-1);
    }

    /** e^(-t / tau), so that two times after one another leave the product of what each leaves. */
    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_left_falls_exponentially_and_is_stated(ChipKind kind) {
        Integration integration = Example.part(Integration.class, kind);
        assertThat(integration.left(0)).isEqualTo(1);
        assertThat(integration.left(300e-9))
                .as("one time constant of its example")
                .isCloseTo(leftAfterTau(integration), within(1e-9));
        assertThat(integration.left(500e-9))
                .isCloseTo(integration.left(200e-9) * integration.left(300e-9), within(1e-12));
        assertThat(integration
                        .figures(new Site("tile.core.integration", Technology.ofNode(32e-9)), 1e-7)
                        .energyJ())
                .isCloseTo(1e-12, within(1e-20));
    }

    @Test
    void most_kinds_keep_a_sum_and_lose_of_it() {
        assertThat(kinds().filter(kind -> Example.part(Integration.class, kind).left(1) < 1))
                .hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void it_keeps_so_many_sums_and_no_other_and_draws_by_the_seed_alone(ChipKind kind) {
        Integration integration = Example.part(Integration.class, kind);
        assertThat(integration.exact()).as("its example errs").isFalse();
        float[] sums = new float[64];
        Arrays.fill(sums, 10);
        float[] again = sums.clone();
        long saturated = integration.keep(sums, 32, 100, 300e-9, new Random(3));
        assertThat(integration.keep(again, 32, 100, 300e-9, new Random(3))).isEqualTo(saturated);
        assertThat(sums).isEqualTo(again);
        assertThat(saturated).as("10 of 100 saturates nothing").isZero();
        double mean = 0;
        for (int i = 0; i < 32; i++) {
            mean += sums[i] / 32;
        }
        assertThat(mean).isCloseTo(10 * leftAfterTau(integration), within(0.5));
        for (int i = 32; i < 64; i++) {
            assertThat(sums[i]).isEqualTo(10);
        }
    }
}
