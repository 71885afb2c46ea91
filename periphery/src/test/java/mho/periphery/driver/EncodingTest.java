package mho.periphery.driver;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EncodingTest {

    private static final String FREE = "energy: 1 pJ, area: 1 um2";
    private static final String PULSE = "kind: pulse-duration, unit: 1 ns, " + FREE;

    private static Driver driver(String keys) {
        return part(Driver.class, "{" + keys + "}");
    }

    /** The digit that one input has in each phase. */
    private static List<Float> digits(Encoding encoding, int code) {
        return IntStream.range(0, encoding.phases())
                .mapToObj(phase -> {
                    float[] digit = new float[1];
                    encoding.digits(phase, new float[] {code}, 1, digit);
                    return digit[0];
                })
                .toList();
    }

    private static List<Double> significances(Encoding encoding) {
        return IntStream.range(0, encoding.phases())
                .mapToObj(encoding::significance)
                .toList();
    }

    @Test
    void aBitSerialDriverWritesTwosComplementOneBitAPhaseTheLeastFirst() {
        Encoding encoding = driver("kind: bit-serial, " + FREE).encoding(4, true);
        assertThat(significances(encoding)).containsExactly(1.0, 2.0, 4.0, -8.0);
        assertThat(digits(encoding, 5)).containsExactly(1f, 0f, 1f, 0f);
        assertThat(digits(encoding, -1)).containsExactly(1f, 1f, 1f, 1f);
        assertThat(digits(encoding, -8)).containsExactly(0f, 0f, 0f, 1f);
        assertThat(encoding.offset()).isZero();
        assertThat(encoding.low()).isEqualTo(-8);
        assertThat(encoding.high()).isEqualTo(7);
        assertThat(encoding.voltages()).isFalse();
    }

    @Test
    void digitsOfSeveralBitsCannotHoldASignAndAreOffset() {
        Encoding encoding = driver("kind: voltage-level, bits: 3, " + FREE).encoding(8, true);
        assertThat(encoding.offset()).isEqualTo(128);
        assertThat(significances(encoding)).containsExactly(1.0, 8.0, 64.0);
        assertThat(digits(encoding, -128)).containsExactly(0f, 0f, 0f);
        assertThat(digits(encoding, 127)).containsExactly(7f, 7f, 3f);
        assertThat(encoding.largestDigit()).isEqualTo(7);
        assertThat(encoding.voltages()).isTrue();
    }

    @Test
    void aPulseCarriesTheWholeCode() {
        Encoding encoding = driver(PULSE + ", bits: 8").encoding(8, false);
        assertThat(digits(encoding, 200)).containsExactly(200f);
        assertThat(encoding.high()).isEqualTo(255);
        assertThat(driver(PULSE + ", bits: 8").encoding(8, true).offset()).isEqualTo(128);
    }

    @Test
    void anInputSplitIntoTwoPulsesHasALeastAndAMostSignificantHalf() {
        Encoding encoding = driver(PULSE + ", bits: 4").encoding(8, false);
        assertThat(significances(encoding)).containsExactly(1.0, 16.0);
        assertThat(digits(encoding, 0xA3)).containsExactly(3f, 10f);
    }

    @Test
    void aSignedPulseCarriesEitherSignInOnePhase() {
        Encoding encoding = driver(PULSE + ", bits: 8, signed: true").encoding(8, true);
        assertThat(digits(encoding, -127)).containsExactly(-127f);
        assertThat(encoding.low()).isEqualTo(-127);
        assertThat(encoding.high()).isEqualTo(127);
        assertThat(encoding.smallestDigit()).isEqualTo(-127);
        Encoding unsigned = driver(PULSE + ", bits: 8, signed: true").encoding(8, false);
        assertThat(unsigned.smallestDigit()).isZero();
    }

    @Test
    void twoPhasesApplyTheInputsAboveZeroAndThenThoseBelowAndTakeTwiceTheTime() {
        Driver driver = driver(PULSE + ", bits: 8, negative: two-phases");
        assertThat(driver.phases(8)).isEqualTo(2);
        Encoding encoding = driver.encoding(8, true);
        assertThat(significances(encoding)).containsExactly(1.0, -1.0);
        assertThat(digits(encoding, 9)).containsExactly(9f, 0f);
        assertThat(digits(encoding, -9)).containsExactly(0f, 9f);
        assertThat(driver(PULSE + ", bits: 8").phases(8)).isEqualTo(1);
    }

    @Test
    void fourPhasesGiveEachSignOfInputAndWeightItsOwn() {
        Encoding encoding = driver(PULSE + ", bits: 8, signed: true, phases: 4").encoding(8, true);
        assertThat(significances(encoding)).containsExactly(1.0, -1.0, -1.0, 1.0);
        assertThat(IntStream.range(0, 4).mapToObj(encoding::side))
                .containsExactly(WeightSide.POSITIVE, WeightSide.NEGATIVE, WeightSide.POSITIVE, WeightSide.NEGATIVE);
        assertThat(digits(encoding, -5)).containsExactly(0f, 0f, 5f, 5f);
    }

    @Test
    void aVectorAppliedThreeTimesIsAveraged() {
        Encoding encoding = driver(PULSE + ", bits: 8, phases: 3").encoding(8, false);
        assertThat(significances(encoding)).containsExactly(1 / 3.0, 1 / 3.0, 1 / 3.0);
    }

    @Test
    void twoPhasesAreRefusedWhereSignsHaveTheirPhasesAlready() {
        for (String keys : List.of("signed: true", "phases: 4")) {
            assertThatThrownBy(() -> driver(PULSE + ", bits: 8, negative: two-phases, " + keys))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("two-phases is for pulses without a sign");
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void thePhasesAddUpToTheCodeForEveryDriver(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int bits = random.nextInt(1, 13);
        int inputBits = random.nextInt(1, 17);
        boolean negative = random.nextBoolean();
        int phases = random.nextInt(1, 6);
        String keys =
                switch (random.nextInt(5)) {
                    case 0 -> "kind: bit-serial, bits: %d, %s".formatted(bits, FREE);
                    case 1 -> "kind: voltage-level, bits: %d, %s".formatted(bits, FREE);
                    case 2 -> "%s, bits: %d, phases: %d".formatted(PULSE, bits, phases);
                    case 3 -> "%s, bits: %d, signed: true, phases: %d".formatted(PULSE, bits + 1, phases);
                    default -> "%s, bits: %d, negative: two-phases, phases: %d"
                            .formatted(PULSE, bits, phases == 4 ? 2 : phases);
                };
        Driver driver = driver(keys);
        Encoding encoding = driver.encoding(inputBits, negative);
        String about = "seed %d: %s, %d bits, negative %s".formatted(seed, keys, inputBits, negative);
        assertThat(encoding.phases()).as(about).isEqualTo(driver.phases(inputBits));
        assertThat(encoding.low()).as(about).isEqualTo(negative ? encoding.low() : 0);
        for (int i = 0; i < 50; i++) {
            int code = i == 0
                    ? encoding.low()
                    : i == 1 ? encoding.high() : random.nextInt(encoding.low(), encoding.high() + 1);
            List<Float> digits = digits(encoding, code);
            double positive = 0;
            double below = 0;
            boolean sides = false;
            for (int phase = 0; phase < encoding.phases(); phase++) {
                float digit = digits.get(phase);
                assertThat(digit).as(about).isBetween((float) encoding.smallestDigit(), (float)
                        encoding.largestDigit());
                double part = encoding.significance(phase) * digit;
                positive += encoding.side(phase) == WeightSide.NEGATIVE ? 0 : part;
                below -= encoding.side(phase) == WeightSide.POSITIVE ? 0 : part;
                sides |= encoding.side(phase) != WeightSide.BOTH;
            }
            assertThat((double) Math.round(positive * 1e6) / 1e6)
                    .as("%s, code %d", about, code)
                    .isEqualTo(code + encoding.offset());
            if (sides) {
                assertThat(below).as("%s, code %d", about, code).isEqualTo(code);
            }
        }
    }

    @Test
    void valuesAreRoundedToTheNearestCodeAndThoseBeyondAreCounted() {
        Encoding encoding = driver(PULSE + ", bits: 4").encoding(4, false);
        float[] codes = new float[7];
        long clipped = encoding.codes(new float[] {0.1f, 0.25f, 0.75f, 7.4f, 7.6f, 7.8f, -0.3f}, 7, 0.5f, codes);
        assertThat(codes).containsExactly(0, 0, 2, 15, 15, 15, 0);
        assertThat(clipped)
                .as("7.8 is 15.6 units, and -0.3 more than half of one below")
                .isEqualTo(2);
    }

    @Test
    void sixteenBitInputsAreExactAndThirtyTwoAreRefused() {
        Driver driver = driver("kind: bit-serial, " + FREE);
        float[] codes = new float[1];
        driver.encoding(24, false).codes(new float[] {16777215f}, 1, 1, codes);
        assertThat(codes).containsExactly(16777215f);
        assertThatThrownBy(() -> driver.encoding(32, false))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("values are computed for up to 24 bits");
    }
}
