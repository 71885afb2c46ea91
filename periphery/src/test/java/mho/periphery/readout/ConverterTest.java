package mho.periphery.readout;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConverterTest {

    private static final int MANY = 1 << 17;

    private static Readout adc(int bits, String keys) {
        return part(
                Readout.class,
                "{kind: sar, bits: %d, rate: 1 GS/s, count: 1, power: 2 mW, area: 1 um2%s}".formatted(bits, keys));
    }

    private static Converter converter(int bits, double low, double high, double unit) {
        return adc(bits, "").conversion().converter(1, 1, low, high, unit, new SplittableRandom(1));
    }

    /** 10 log of signal over error. */
    private static double sqnr(Converter converter, float[] signal) {
        float[] converted = signal.clone();
        converter.convert(converted, signal.length);
        double power = 0;
        double error = 0;
        for (int i = 0; i < signal.length; i++) {
            power += (double) signal[i] * signal[i];
            error += Math.pow((double) converted[i] - signal[i], 2);
        }
        return 10 * Math.log10(power / error);
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 12, 14})
    void aFullScaleSineHas6Point02DecibelsABitAnd1Point76(int bits) {
        float[] sine = new float[MANY];
        for (int i = 0; i < MANY; i++) {
            sine[i] = (float) Math.sin(i * 0.7309);
        }
        double db = 20 * Math.log10((1 << bits) - 1) + 10 * Math.log10(1.5);
        assertThat(db).as("2^n codes, 2^n - 1 steps").isCloseTo(6.02 * bits + 1.76, within(0.6));
        // With few steps the error is not spread evenly: a sine lingers at its peaks, half a step beyond the highest
        // code.
        assertThat(sqnr(converter(bits, -1, 1, 0), sine)).isCloseTo(db, within(bits < 8 ? 0.6 : 0.2));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 6, 8, 10, 12, 14})
    void aFullScaleUniformSignalHas6Point02DecibelsABit(int bits) {
        RandomGenerator random = new SplittableRandom(bits);
        float[] uniform = new float[MANY];
        for (int i = 0; i < MANY; i++) {
            uniform[i] = (float) random.nextDouble(-1, 1);
        }
        assertThat(sqnr(converter(bits, -1, 1, 0), uniform)).isCloseTo(20 * Math.log10((1 << bits) - 1), within(0.1));
    }

    @Test
    void aBitMoreNeverLowersTheRatio() {
        RandomGenerator random = new SplittableRandom(5);
        float[] signal = new float[4096];
        for (int i = 0; i < signal.length; i++) {
            signal[i] = (float) Math.max(-4, Math.min(4, random.nextGaussian()));
        }
        double before = 0;
        for (int bits = 2; bits <= 16; bits++) {
            double now = sqnr(converter(bits, -4, 4, 0), signal);
            assertThat(now).as("%d bits", bits).isGreaterThan(before);
            before = now;
        }
    }

    @ParameterizedTest(name = "{0} bits, {1} to {2}")
    @CsvSource({
        "9, 0, 384",
        "9, 0, 511",
        "8, -127, 127",
        "12, -100, 900",
        "24, 0, 16777215",
        "16, -5, 40000",
        "24, -16777000, 100"
    })
    void enoughBitsAreExactForIntegers(int bits, int low, int high) {
        Converter converter = converter(bits, low, high, 1);
        assertThat(converter.step()).isEqualTo(1);
        float[] sums = new float[1001];
        for (int i = 0; i < sums.length; i++) {
            sums[i] = low + Math.round((high - low) * (i / 1000.0));
        }
        float[] converted = sums.clone();
        assertThat(converter.convert(converted, sums.length)).isZero();
        assertThat(converted).isEqualTo(sums);
    }

    @Test
    void aBitTooFewIsNotExact() {
        Converter converter = converter(8, 0, 384, 1);
        assertThat(converter.step()).isEqualTo(384 / 255.0);
        float[] sums = {1, 2, 383, 384};
        converter.convert(sums, 4);
        assertThat(sums[3]).isEqualTo((float) (255 * (384 / 255.0)), within(1e-4f));
        assertThat(sums[0]).isNotEqualTo(1f);
    }

    @Test
    void valuesBeyondTheCodesAreClippedAndCounted() {
        RandomGenerator random = new SplittableRandom(3);
        int columns = 7;
        Converter converter = adc(8, "").conversion().converter(columns, 1, -2, 2, 0, random);
        float[] sums = new float[columns * 20000];
        long beyond = 0;
        for (int i = 0; i < sums.length; i++) {
            sums[i] = (float) random.nextGaussian();
            boolean low = sums[i] < converter.low() - converter.step() / 2;
            boolean high = sums[i] > converter.high() + converter.step() / 2;
            beyond += low || high ? 1 : 0;
        }
        long clipped = converter.convert(sums, 20000);
        assertThat(clipped).isEqualTo(beyond);
        // 2 Q(2) = 4.55 % of a Gaussian lies beyond two standard deviations
        assertThat(clipped / (double) sums.length).isCloseTo(0.0455, within(0.002));
        for (float sum : sums) {
            assertThat((double) sum).isBetween(converter.low() - 1e-6, converter.high() + 1e-6);
        }
    }

    @Test
    void zeroIsAlwaysAValue() {
        for (int bits = 1; bits <= 12; bits++) {
            float[] zero = {0};
            assertThat(converter(bits, -3, 17, 0).convert(zero, 1)).isZero();
            assertThat(zero[0]).as("%d bits", bits).isZero();
        }
    }

    @Test
    void partOfTheFullScaleClipsTheRestAndHasFinerSteps() {
        Readout quarter = adc(8, ", range: full-scale, coverage: 25 %");
        Converter converter = quarter.conversion().converter(2, 1, 0, 1020, 1, new SplittableRandom(1));
        assertThat(converter.step()).isEqualTo(1);
        float[] sums = {17, 300};
        assertThat(converter.convert(sums, 1)).isEqualTo(1);
        assertThat(sums).containsExactly(17, 255);
        assertThat(quarter.conversion().transfer().shareOfSeen()).isEqualTo(1);
    }

    @Test
    void aCalibratedRangeIsAlreadyThatOfTheShareToBeCovered() {
        Readout most = adc(8, ", coverage: 99 %");
        assertThat(most.conversion().transfer().shareOfSeen()).isEqualTo(0.99);
        Converter converter = most.conversion().converter(2, 1, 0, 510, 1, new SplittableRandom(1));
        assertThat(converter.step()).isEqualTo(2);
    }

    @Test
    void offsetsGainsAndBowsHaveTheStatedSpread() {
        int columns = 20000;
        float[] zero = new float[columns];
        Converter offsets =
                adc(16, ", offset-error: 40").conversion().converter(columns, 1, -1, 1, 0, new SplittableRandom(1));
        offsets.convert(zero, 1);
        assertThat(deviation(zero) / offsets.step()).isCloseTo(40, within(1.0));

        Converter gains =
                adc(16, ", gain-error: 2 %").conversion().converter(columns, 1, -2, 2, 0, new SplittableRandom(2));
        float[] one = new float[columns];
        Arrays.fill(one, 1);
        gains.convert(one, 1);
        assertThat(mean(one)).isCloseTo(1, within(0.001));
        assertThat(deviation(one)).isCloseTo(0.02, within(0.0005));

        Converter bows =
                adc(16, ", nonlinearity: 40").conversion().converter(columns, 1, 0, 1, 0, new SplittableRandom(3));
        float[] sums = new float[3 * columns];
        Arrays.fill(sums, columns, 2 * columns, 0.5f);
        Arrays.fill(sums, 2 * columns, 3 * columns, 1f);
        bows.convert(sums, 3);
        assertThat(deviation(Arrays.copyOf(sums, columns))).as("at the ends").isZero();
        assertThat(deviation(Arrays.copyOfRange(sums, columns, 2 * columns)) / bows.step())
                .as("in the middle")
                .isCloseTo(40, within(1.0));
        assertThat(deviation(Arrays.copyOfRange(sums, 2 * columns, 3 * columns)) / bows.step())
                .as("at the ends, but for rounding")
                .isLessThan(1);
    }

    @Test
    void columnsThatShareAConverterShareItsErrors() {
        Converter converter =
                adc(12, ", offset-error: 50").conversion().converter(8, 4, -1, 1, 0, new SplittableRandom(1));
        float[] sums = new float[8];
        converter.convert(sums, 1);
        assertThat(sums[3]).isEqualTo(sums[0]).isNotZero();
        assertThat(sums[4]).isNotEqualTo(sums[0]).isEqualTo(sums[7]);
    }

    @Test
    void idealConvertersLeaveTheGeneratorUntouched() {
        SplittableRandom random = new SplittableRandom(9);
        adc(8, ", offset-error: 0").conversion().converter(16, 1, 0, 1, 0, random);
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(9).nextLong());
    }

    @Test
    void everyReadoutConverts() {
        String free = ", bits: 4, energy: 1 pJ, area: 1 um2}";
        for (String kind : new String[] {
            "{kind: sar, rate: 1 GS/s, count: 1" + free,
            "{kind: ramp, clock: 1 GHz" + free,
            "{kind: cco, lsb: 1 ns, drain: 1 ns" + free,
            "{kind: sense-amplifier, step: 1 ns, columns: 1" + free,
            "{kind: duration, unit: 1 ns" + free
        }) {
            float[] sums = {3.4f, 99};
            long clipped = part(Readout.class, kind)
                    .conversion()
                    .converter(2, 1, 0, 15, 0, new SplittableRandom(1))
                    .convert(sums, 1);
            assertThat(sums).as(kind).containsExactly(3, 15);
            assertThat(clipped).isEqualTo(1);
        }
    }

    @Test
    void aRangeOfNothingIsRefusedUnlessThereIsAUnit() {
        assertThatThrownBy(() -> converter(8, 0, 0, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("adc: its range is 0")
                .hasMessageContaining("use other calibration data");
        assertThat(converter(8, 0, 0, 1).step()).isEqualTo(1);
        assertThatThrownBy(() -> converter(8, 0, Double.NaN, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void errorsBelowZeroAndARangeOfZeroAreRefusedInTheFile() {
        assertThatThrownBy(() -> adc(8, ", offset-error: -1"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("offset-error");
        assertThatThrownBy(() -> adc(8, ", range: full-scale, coverage: 0"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("coverage");
    }

    private static double mean(float[] values) {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double deviation(float[] values) {
        double mean = mean(values);
        double sum = 0;
        for (float value : values) {
            sum += (value - mean) * (value - mean);
        }
        return Math.sqrt(sum / values.length);
    }
}
