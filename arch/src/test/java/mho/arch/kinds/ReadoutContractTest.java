package mho.arch.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.Stream;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;
import mho.periphery.readout.Converter;
import mho.periphery.readout.Readout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every readout owes those who ask it, whatever its kind. */
final class ReadoutContractTest {
    private static final double INTEGRATION = 1e-6;
    private static final Site SITE = new Site("tile.core.adc", Technology.ofNode(32e-9));

    static Stream<ChipKind> kinds() {
        return ChipKind.of(Readout.class);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void every_column_has_a_converter_and_more_columns_take_no_less_time(ChipKind kind) {
        Readout readout = Example.part(Readout.class, kind);
        for (int columns = 1; columns <= 256; columns++) {
            int each = readout.columnsPerConverter(columns);
            if (readout.misfit(columns) == null) {
                assertThat(readout.instances(columns) * each).isGreaterThanOrEqualTo(columns);
            }
            assertThat(readout.convertSeconds(columns))
                    .isPositive()
                    .isLessThanOrEqualTo(readout.convertSeconds(columns + 1));
        }
        assertThat(readout.minimumPhaseSeconds()).isNotNegative();
        assertThat(readout.conversionsPerSecond(INTEGRATION)).isPositive().isFinite();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_it_costs_is_stated_and_grows_with_the_time_it_counts_or_not_at_all(ChipKind kind) {
        Readout readout = Example.part(Readout.class, kind);
        var figures = readout.figures(SITE, INTEGRATION);
        assertThat(figures.energyJ()).isPositive();
        assertThat(figures.leakageW()).isCloseTo(1e-6, within(1e-15));
        assertThat(figures.areaM2()).isCloseTo(1e-11, within(1e-20));
        assertThat(readout.figures(SITE, 2 * INTEGRATION).energyJ()).isGreaterThanOrEqualTo(figures.energyJ());
    }

    /** Errors aside, which the examples state, a code is the nearest; with them a value is still one of the codes. */
    @ParameterizedTest
    @MethodSource("kinds")
    void what_it_yields_is_one_of_its_codes_within_its_range(ChipKind kind) {
        Readout readout = Example.part(Readout.class, kind);
        assertThat(readout.conversion().bits()).isEqualTo(readout.bits());
        assertThat(readout.conversion().once()).isEqualTo(readout.once());
        assertThat(readout.conversion().transfer()).isEqualTo(readout.transfer());
        Converter converter =
                readout.conversion().converter(8, readout.columnsPerConverter(8), -50, 100, 0, new Random(1));
        assertThat((converter.high() - converter.low()) / converter.step())
                .isCloseTo(Math.pow(2, readout.bits()) - 1, within(1e-3));
        Random random = new Random(2);
        float[] sums = new float[8 * 100];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = -80 + 210 * random.nextFloat();
        }
        assertThat(converter.convert(sums, 100)).isPositive();
        for (float value : sums) {
            assertThat((double) value).isBetween(converter.low() - 1e-3, converter.high() + 1e-3);
            double code = value / converter.step();
            assertThat(code).isCloseTo(Math.rint(code), within(1e-3));
        }
    }
}
