package mho.periphery.model;

import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import mho.periphery.CostModels;
import mho.periphery.memory.Buffer;
import mho.periphery.neuron.DigitalUnit;
import mho.periphery.readout.Readout;
import org.junit.jupiter.api.Test;

/** Models of 22, 14 and 7 nm, and figures of a model that are taken to another node. */
class NodeScaledModelTest {
    private static final Site AT_14 = new Site("part", Technology.ofNode(14e-9));
    private static final Site AT_7 = new Site("part", Technology.ofNode(7e-9));
    private static final String SRAM = "{kind: sram, size: 64 KiB, banks: %d, width: 256 bit, clock: 1 GHz, model: %s}";

    private static Buffer sram(int banks, String model) {
        return part(Buffer.class, SRAM.formatted(banks, model));
    }

    /** 524288 cells of 0.0588 um2 that are 70 % of the macro, 15 pA each at 0.8 V; MNSIM's 61.8 pJ x 0.096222 / 0.8612. */
    @Test
    void anSramIsItsPublishedCellsAndWhatStandsAroundThem() {
        ResolvedFigures figures = sram(1, "sram-14nm").read(AT_14);
        assertThat(figures.areaM2()).isCloseTo(524288 * 0.0588e-12 / 0.7, within(1e-15));
        assertThat(figures.leakageW()).isCloseTo(524288 * 15e-12 * 0.8, within(1e-12));
        assertThat(figures.energyJ()).isCloseTo(61.8e-12 * 0.096222 / 0.8612, within(1e-15));
        assertThat(figures.source()).contains("assumed: 70 %").doesNotContain("not scaled");
    }

    /** PUMA's 17.2 pJ, 0.46 mW and 86000 um2 at 32 nm. */
    @Test
    void anEdramIsPumasByTheLawsOfItsCircuit() {
        Buffer buffer =
                part(Buffer.class, "{kind: edram, size: 64 KiB, width: 256 bit, clock: 1 GHz, model: edram-7nm}");
        ResolvedFigures figures = buffer.read(AT_7);
        assertThat(figures.energyJ()).isCloseTo(17.2e-12 * 0.104602, within(2e-16));
        assertThat(figures.leakageW()).isCloseTo(0.46e-3 * Math.sqrt(1 / 7.8) * 0.7 / 0.9, within(1e-9));
        assertThat(figures.areaM2()).isCloseTo(86000e-12 * 0.0174 / 0.039, within(1e-14));
        assertThat(figures.source()).contains("puma-simulator").contains("from 32 nm to 7 nm: energy x 0.105");
    }

    @Test
    void everyFamilyOfDigitalPartsAndConvertersHasModelsOfThreeNodesThatLeak() {
        for (String family : List.of("ADC", "digital unit", "buffer", "register", "router")) {
            for (double node : new double[] {22e-9, 14e-9, 7e-9}) {
                assertThat(CostModels.all())
                        .as("%s at %s", family, node)
                        .anyMatch(each -> each.family().equals(family)
                                && each.model().nodeM().orElse(0) == node);
            }
        }
        DigitalUnit adder = part(DigitalUnit.class, "{clock: 1 GHz, operation: add, model: logic-7nm}");
        assertThat(adder.figures(AT_7).leakageW()).isPositive();
        Readout sar = part(Readout.class, "{kind: sar, bits: 8, rate: 1 GS/s, count: 1, model: sar-14nm}");
        assertThat(sar.figures(AT_14, 0).leakageW()).isPositive();
        assertThat(sar.figures(AT_14, 0).energyJ()).isCloseTo(1.8e-12 * 0.211361, within(1e-16));
    }

    /** An access of 45 nm taken as of 45 nm is that of 14 nm by the law; without the key it stays as it is, and says so. */
    @Test
    void aModelsFiguresAreScaledFromTheNodeTheyAreTakenToBeOf() {
        ResolvedFigures as = sram(1, "sram-mnsim-45nm").read(AT_14);
        assertThat(as.energyJ()).isEqualTo(61.8e-12);
        assertThat(as.source()).contains("45 nm figures on a 14 nm chip, not scaled");
        ResolvedFigures scaled = sram(1, "sram-mnsim-45nm, model-node: 45 nm").read(AT_14);
        assertThat(scaled.energyJ()).isCloseTo(61.8e-12 * 0.096222 / 0.8612, within(1e-15));
        assertThat(scaled.areaM2()).isCloseTo(572000e-12 * 0.0588 / 0.346, within(1e-13));
        assertThat(scaled.sources().get("energy"))
                .endsWith("scaled 45 nm to 14 nm by 0.112 (Stillmaker & Baas 2017, at nominal supply)");
    }

    @Test
    void aPartMayBeMadeInANodeOfItsOwn() {
        Readout adc = part(
                Readout.class,
                "{kind: sar, bits: 8, rate: 100 MS/s, count: 1, model: accelergy-regression, technology: 32 nm}");
        Readout of32 =
                part(Readout.class, "{kind: sar, bits: 8, rate: 100 MS/s, count: 1, model: accelergy-regression}");
        Site at32 = new Site("part", Technology.ofNode(32e-9));
        assertThat(adc.figures(AT_14, 0).energyJ())
                .isEqualTo(of32.figures(at32, 0).energyJ());
        assertThat(adc.figures(AT_14, 0).energyJ())
                .isGreaterThan(of32.figures(AT_14, 0).energyJ());
    }

    /** 22 nm at 350 K: 231.20 / 100.20 of what leaks at 300 K, and nothing else. */
    @Test
    void whatAModelLeaksGoesWithTheTemperatureAndWhatItSwitchesDoesNot() {
        Site cold = new Site("part", Technology.ofNode(22e-9));
        Site warm = new Site("part", Technology.ofNode(22e-9).at(350));
        Buffer buffer = sram(1, "sram-22nm");
        assertThat(buffer.read(warm).leakageW() / buffer.read(cold).leakageW()).isCloseTo(2.30739, within(1e-4));
        assertThat(buffer.read(warm).energyJ()).isEqualTo(buffer.read(cold).energyJ());
        assertThatThrownBy(() ->
                        buffer.read(new Site("part", Technology.ofNode(22e-9).at(500))))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("from 300 K to 400 K")
                .hasMessageContaining("part.leakage=");
    }

    /** A bit takes its time, so a conversion takes so many: 8 bits of 0.1 ns are 1.25 GS/s. */
    @Test
    void aConverterWithATimeOfABitTakesBitsTimesAsLong() {
        Readout six =
                part(Readout.class, "{kind: sar, bits: 6, bit-time: 0.1 ns, count: 1, energy: 1 pJ, area: 1 um2}");
        Readout eight =
                part(Readout.class, "{kind: sar, bits: 8, bit-time: 0.1 ns, count: 1, energy: 1 pJ, area: 1 um2}");
        assertThat(eight.convertSeconds(1)).isCloseTo(0.8e-9, within(1e-18));
        assertThat(six.convertSeconds(16)).isCloseTo(9.6e-9, within(1e-17));
        assertThat(eight.conversionsPerSecond(0)).isCloseTo(1.25e9, within(1.0));
        assertThatThrownBy(() -> part(Readout.class, "{kind: sar, bits: 6, count: 1, energy: 1 pJ, area: 1 um2}"))
                .hasMessageContaining("bit-time: 0.1 ns");
        assertThatThrownBy(() -> part(
                        Readout.class,
                        "{kind: sar, bits: 6, rate: 1 GS/s, bit-time: 0.1 ns, count: 1, energy: 1 pJ, area: 1 um2}"))
                .hasMessageContaining("keep one");
    }
}
