package mho.core.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FusedMultiplyAddTest {
    private static final float[] HARD = {
        0f,
        -0f,
        1f,
        -1f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        Math.nextDown(Float.MIN_NORMAL),
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN,
        0x1.000002p0f,
        0x1.fffffep0f,
        0x1p-24f,
        0x1.000002p-24f,
        -0x1p-25f,
        0x1p-75f,
        0x1.8p-75f,
        0x1p64f,
        0x1.fffffep63f,
        0x1p-149f,
        0x1p-126f
    };

    private static void sameBits(float a, float b, float c) {
        assertThat(Float.floatToIntBits(FusedMultiplyAdd.inDouble(a, b, c)))
                .as("%s * %s + %s", Float.toHexString(a), Float.toHexString(b), Float.toHexString(c))
                .isEqualTo(Float.floatToIntBits(Math.fma(a, b, c)));
    }

    @Test
    void hardOperandsGiveTheBitsOfTheProcessor() {
        for (float a : HARD) {
            for (float b : HARD) {
                for (float c : HARD) {
                    sameBits(a, b, c);
                }
            }
        }
    }

    @Test
    void operandsOfAnyBitsGiveTheBitsOfTheProcessor() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 300_000; i++) {
            sameBits(any(random), any(random), any(random));
        }
    }

    /** An addend so much larger than a product, or smaller, that the sum ends next to the middle of two floats. */
    @Test
    void sumsNextToTheMiddleBetweenTwoFloatsGiveTheBitsOfTheProcessor() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 300_000; i++) {
            float a = (1 + random.nextInt(1 << 23) * 0x1p-23f) * (random.nextBoolean() ? 1 : -1);
            float b = random.nextInt(4) == 0 ? any(random) : Math.scalb(1f, random.nextInt(-60, 60));
            float middle = Math.scalb(random.nextInt(3) - 1f, Math.getExponent(a * b) - 24 + random.nextInt(3));
            sameBits(a, b, random.nextBoolean() ? middle : Math.scalb(a, random.nextInt(-50, 50)));
            sameBits(a, b, Math.nextUp(middle));
        }
    }

    /** 1 + 2^-24 is the middle; a product a little above or below it decides, and its sum in double precision has lost what. */
    @ParameterizedTest
    @CsvSource({"0x1.000002p0, 0x1p-24, 0x1p0", "0x1.fffffep-1, 0x1p-24, 0x1p0", "0x1p-60, 0x1p-60, 0x1.000002p0"})
    void theLastBitOfAProductDecides(String a, String b, String c) {
        sameBits(Float.parseFloat(a), Float.parseFloat(b), Float.parseFloat(c));
        sameBits(-Float.parseFloat(a), Float.parseFloat(b), Float.parseFloat(c));
    }

    /** a b lies just off the middle between 1 and the next float, so little that a double loses it. */
    @Test
    void roundingTwiceWouldBeWrong() {
        float a = 0x1.000002p-12f;
        float b = 0x1.fffffcp-13f; // a b = 2^-24 (1 - 2^-45 ...)
        float c = 1f;
        double sum = (double) a * b + c;
        float twice = (float) sum;
        assertThat(FusedMultiplyAdd.inDouble(a, b, c)).isEqualTo(Math.fma(a, b, c));
        assertThat(FusedMultiplyAdd.inDouble(-a, b, -c)).isEqualTo(Math.fma(-a, b, -c));
        boolean differs = false;
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < 1_000_000 && !differs; i++) {
            float x = 1 + random.nextInt(1 << 23) * 0x1p-23f;
            float y = (float) (0x1p-24 / x); // x y is near 2^-24
            differs = (float) ((double) x * y + 1) != FusedMultiplyAdd.inDouble(x, y, 1);
        }
        assertThat(differs)
                .as("a case where rounding twice differs (%s is none)", twice)
                .isTrue();
    }

    private static float any(SplittableRandom random) {
        return Float.intBitsToFloat(random.nextInt());
    }
}
