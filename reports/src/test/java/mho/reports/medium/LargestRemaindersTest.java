package mho.reports.medium;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LargestRemaindersTest {
    @Test
    void theLargestRemaindersAreRoundedUp() {
        LargestRemainders thirds = LargestRemainders.of(new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0}, 1);

        assertThat(thirds.part(0)).isEqualTo("0.4");
        assertThat(thirds.part(1)).isEqualTo("0.3");
        assertThat(thirds.part(2)).isEqualTo("0.3");
        assertThat(thirds.sum()).isEqualTo("1.0");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsPrintedAddsUp(long seed) {
        Random random = new Random(seed);
        double[] parts = random.doubles(1 + random.nextInt(40), 0, 1000).toArray();
        LargestRemainders shown = LargestRemainders.toDigits(parts, 6);

        BigDecimal sum = IntStream.range(0, parts.length)
                .mapToObj(i -> new BigDecimal(shown.part(i)))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum).as("seed %d", seed).isEqualByComparingTo(shown.sum());
    }
}
