package mho.reports.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import mho.core.engine.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MicrosecondsTest {
    private static String text(long ticks) {
        EventLine line = Microseconds.write(new EventLine().begin(), ticks);
        return new String(line.bytes(), 0, line.length(), StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0.000000001",
        "1000000000, 1",
        "1500000000, 1.5",
        "12000345000, 12.000345",
        "90000001, 0.090000001",
        "100000, 0.0001",
        "4620000000000000000, 4620000000",
    })
    void microsecondsWithAsManyDecimalsAsItTakes(long ticks, String text) {
        assertThat(text(ticks)).isEqualTo(text);
    }

    /** 1.001 x 1000 is 1000.9999999999999 in doubles, and the viewer's span would begin before its predecessor ends. */
    @Test
    void noViewerLosesANanosecond() {
        assertThat((long) (1.001 * 1000)).isEqualTo(1000);
        Random random = new Random(5);
        int mended = 0;
        for (int i = 0; i < 200_000; i++) {
            long ticks = (long) Math.exp(random.nextDouble() * Math.log(Clock.HORIZON));
            ticks -= i % 2 == 0 ? ticks % 1_000_000 : 0; // half of them whole nanoseconds
            String text = text(ticks);
            assertThat((long) (Double.parseDouble(text) * 1000)).as(text).isGreaterThanOrEqualTo(ticks / 1_000_000);
            if (ticks < 1L << 51) { // two seconds: doubles are finer than a femtosecond
                assertThat((long) (Double.parseDouble(text) * 1000)).as(text).isEqualTo(ticks / 1_000_000);
                assertThat(new BigDecimal(text)
                                .movePointRight(9)
                                .setScale(0, RoundingMode.HALF_UP)
                                .longValueExact())
                        .as(text)
                        .isEqualTo(ticks);
            }
            mended += text.length() > 17 ? 1 : 0;
        }
        assertThat(mended).isPositive();
    }
}
