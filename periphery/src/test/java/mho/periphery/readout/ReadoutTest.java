package mho.periphery.readout;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadoutTest {

    private static final String FREE = "energy: 1 pJ, area: 1 um2";

    @Test
    void isaacsEightConvertersTake100NanosecondsForTheir128ColumnsEach() {
        Readout adc =
                part(Readout.class, "{kind: sar, bits: 8, rate: 1.28 GS/s, count: 8, power: 2 mW, area: 1200 um2}");
        assertThat(adc.instances(1024)).isEqualTo(8);
        assertThat(adc.columnsPerConverter(1024)).isEqualTo(128);
        assertThat(adc.convertSeconds(128)).isCloseTo(100e-9, within(1e-20));
        assertThat(adc.once()).isFalse();
        ResolvedFigures figures = adc.figures(AT_32_NM, 100e-9);
        assertThat(figures.energyJ()).isCloseTo(1.5625e-12, within(1e-20));
        assertThat(figures.areaM2()).isCloseTo(1200e-12, within(1e-20));
        assertThat(adc.sharedFigures(AT_32_NM)).isNull();
    }

    @Test
    void halfTheConvertersServeTwiceTheColumnsAndTheLastOneMayServeFewer() {
        Readout half = part(Readout.class, "{kind: sar, bits: 8, rate: 1.28 GS/s, count: 4, " + FREE + "}");
        assertThat(half.convertSeconds(half.columnsPerConverter(1024))).isCloseTo(200e-9, within(1e-20));
        assertThat(half.columnsPerConverter(1025)).isEqualTo(257);
        Readout more = part(Readout.class, "{kind: sar, bits: 8, rate: 1.28 GS/s, count: 4000, " + FREE + "}");
        assertThat(more.columnsPerConverter(1024)).isEqualTo(1);
    }

    @Test
    void theResolutionMovesTheEnergyWhereAModelPricesIt() {
        Readout six = part(Readout.class, "{kind: sar, bits: 6, rate: 1.2 GS/s, count: 1, model: isaac-scaled}");
        assertThat(six.figures(AT_32_NM, 0).energyJ()).isCloseTo(1.2e-12, within(1e-20));
        Readout seven = part(Readout.class, "{kind: sar, bits: 7, rate: 1.2 GS/s, count: 1, model: isaac-scaled}");
        assertThat(seven.figures(AT_32_NM, 0).energyJ()).isCloseTo(1.42e-12, within(1e-20));
    }

    @Test
    void theNeurosimModelReadsTheColumnResistanceAndWantsAnArea() {
        Readout sar = part(
                Readout.class,
                """
                {kind: sar, bits: 8, rate: 100 MS/s, count: 1, column-resistance: 100 kOhm, model: neurosim-sar, area: 500 um2}
                """);
        assertThat(sar.figures(AT_32_NM, 0).energyJ()).isCloseTo(0.1688e-12, within(0.0001e-12));
        Readout bare = part(
                Readout.class,
                """
                {kind: sar, bits: 8, rate: 100 MS/s, count: 1, column-resistance: 100 kOhm, model: neurosim-sar}
                """);
        assertThatThrownBy(() -> bare.figures(AT_32_NM, 0))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("the source of model neurosim-sar gives none");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 256})
    void aRampConvertsAllColumnsTogetherInTwoToTheBitsClocks(int columns) {
        Readout ramp = part(Readout.class, "{kind: ramp, bits: 8, clock: 1 GHz, " + FREE + "}");
        assertThat(ramp.instances(columns)).isEqualTo(columns);
        assertThat(ramp.convertSeconds(ramp.columnsPerConverter(columns))).isCloseTo(256e-9, within(1e-20));
    }

    @Test
    void aRampsColumnsAndItsSharedGeneratorArePricedApart() {
        Readout ramp = part(
                Readout.class,
                """
                kind: ramp
                bits: 8
                clock: 1 GHz
                energy: 50 fJ
                area: 20 um2
                generator: {power: 1 mW, area: 400 um2}
                """);
        assertThat(ramp.figures(AT_32_NM, 0).energyJ()).isEqualTo(50e-15);
        ResolvedFigures shared = Objects.requireNonNull(ramp.sharedFigures(AT_32_NM));
        assertThat(shared.energyJ()).as("1 mW for 256 ns").isCloseTo(256e-12, within(1e-20));
        assertThat(shared.areaM2()).isCloseTo(400e-12, within(1e-20));
    }

    @Test
    void aSharedGeneratorWithoutFiguresIsRefusedByItsOwnName() {
        Readout ramp =
                part(Readout.class, "{kind: ramp, bits: 8, clock: 1 GHz, " + FREE + ", generator: {area: 4 um2}}");
        assertThatThrownBy(() -> ramp.sharedFigures(AT_32_NM))
                .hasMessageStartingWith("part.generator: no figure for energy");
    }

    @Test
    void anOscillatorCountsWhileItIntegratesAndAddsOnlyItsDrain() {
        Readout cco =
                part(Readout.class, "{kind: cco, bits: 8, lsb: 300 ps, drain: 4 ns, power: 10 uW, area: 100 um2}");
        assertThat(cco.once()).isTrue();
        assertThat(cco.convertSeconds(1)).isEqualTo(4e-9);
        assertThat(cco.minimumPhaseSeconds()).isCloseTo(76.8e-9, within(1e-20));
        assertThat(cco.figures(AT_32_NM, 129e-9).energyJ())
                .as("10 uW for 133 ns")
                .isCloseTo(1.33e-12, within(1e-18));
    }

    @Test
    void aSenseAmplifierTakesAndCostsAStepForEachBitOfEachColumn() {
        Readout amplifier = part(
                Readout.class,
                "{kind: sense-amplifier, bits: 6, step: 2 ns, columns: 32, energy: 0.1 pJ, area: 60 um2}");
        assertThat(amplifier.instances(256)).isEqualTo(8);
        assertThat(amplifier.instances(257)).isEqualTo(9);
        assertThat(amplifier.columnsPerConverter(256)).isEqualTo(32);
        assertThat(amplifier.columnsPerConverter(20)).isEqualTo(20);
        assertThat(amplifier.convertSeconds(32)).isCloseTo(384e-9, within(1e-18));
        assertThat(amplifier.figures(AT_32_NM, 0).energyJ()).isCloseTo(0.6e-12, within(1e-20));
    }

    @Test
    void aSenseAmplifiersPowerIsDrawnThroughoutItsSteps() {
        Readout amplifier = part(
                Readout.class, "{kind: sense-amplifier, bits: 6, step: 2 ns, columns: 32, power: 10 uW, area: 60 um2}");
        assertThat(amplifier.figures(AT_32_NM, 0).energyJ())
                .as("10 uW for 12 ns")
                .isCloseTo(0.12e-12, within(1e-20));
    }

    @Test
    void aTimeConverterCountsAWholeTurnForEachOfItsColumns() {
        Readout counter = part(
                Readout.class,
                "{kind: time-to-digital, bits: 8, unit: 50 ps, settling: 12.2 ns, columns: 8, energy: 145 fJ, area: 310 um2}");
        assertThat(counter.instances(3072)).isEqualTo(384);
        assertThat(counter.instances(3073)).isEqualTo(385);
        assertThat(counter.columnsPerConverter(3)).isEqualTo(3);
        assertThat(counter.convertSeconds(8)).as("8 x (256 x 50 ps + 12.2 ns)").isCloseTo(200e-9, within(1e-18));
        assertThat(counter.figures(AT_32_NM, 0).energyJ()).isCloseTo(0.145e-12, within(1e-20));
        assertThat(counter.once()).isFalse();
        Readout.Misfit misfit = Objects.requireNonNull(counter.misfit(5));
        assertThat(misfit.most()).isEqualTo(5);
        assertThat(counter.misfit(8)).isNull();
    }

    @Test
    void aDurationLeavesAllColumnsTogether() {
        Readout output = part(
                Readout.class,
                "{kind: duration, bits: 8, unit: 1 ns, power: 1 uW, area: 40 um2, generator: {energy: 1 pJ, area: 9 um2}}");
        assertThat(output.once()).isTrue();
        assertThat(output.instances(512)).isEqualTo(512);
        assertThat(output.convertSeconds(output.columnsPerConverter(512))).isCloseTo(256e-9, within(1e-18));
        assertThat(output.figures(AT_32_NM, 0).energyJ()).isCloseTo(0.256e-12, within(1e-20));
        assertThat(Objects.requireNonNull(output.sharedFigures(AT_32_NM)).energyJ())
                .isEqualTo(1e-12);
    }

    @Test
    void powerAtFullActivityIsWhatWasStatedForEveryKind() {
        String[] kinds = {
            "{kind: sar, bits: 8, rate: 1.28 GS/s, count: 8, power: 2 mW, area: 1 um2}",
            "{kind: ramp, bits: 8, clock: 1 GHz, power: 2 mW, area: 1 um2}",
            "{kind: cco, bits: 8, lsb: 300 ps, drain: 4 ns, power: 2 mW, area: 1 um2}",
            "{kind: sense-amplifier, bits: 6, step: 2 ns, columns: 32, power: 2 mW, area: 1 um2}",
            "{kind: duration, bits: 8, unit: 1 ns, power: 2 mW, area: 1 um2}",
            "{kind: time-to-digital, bits: 8, unit: 50 ps, columns: 8, power: 2 mW, area: 1 um2}",
        };
        for (String kind : kinds) {
            Readout readout = part(Readout.class, kind);
            double watts = readout.figures(AT_32_NM, 129e-9).energyJ() * readout.conversionsPerSecond(129e-9);
            assertThat(watts).as(kind).isCloseTo(2e-3, within(1e-15));
        }
    }

    @Test
    void isaacsSampleAndHoldCostsAFemtojouleAColumnAndPhase() {
        Integration hold = part(Integration.class, "{kind: sample-and-hold, model: isaac-sample-and-hold}");
        assertThat(hold.holds()).isTrue();
        ResolvedFigures figures = hold.figures(AT_32_NM, 100e-9);
        assertThat(figures.energyJ()).isCloseTo(0.9766e-15, within(0.0001e-15));
        assertThat(figures.areaM2()).isCloseTo(0.039e-12, within(0.0005e-12));
    }

    @Test
    void anIntegratorMayOrMayNotHold() {
        assertThat(part(Integration.class, "{kind: integrator, " + FREE + "}").holds())
                .isTrue();
        assertThat(part(Integration.class, "{kind: integrator, holds: false, " + FREE + "}")
                        .holds())
                .isFalse();
    }

    @Test
    void anUnknownKindListsTheKindsThereAre() {
        assertThatThrownBy(() -> part(Readout.class, "{kind: flash, bits: 8}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("sar, ramp, cco, sense-amplifier, duration");
    }
}
