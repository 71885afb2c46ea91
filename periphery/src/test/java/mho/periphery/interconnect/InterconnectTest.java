package mho.periphery.interconnect;

import static mho.periphery.Parts.AT_32_NM;
import static mho.periphery.Parts.part;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterconnectTest {

    @ParameterizedTest(name = "{0} of {1} ports: {2} pJ a flit")
    @CsvSource({"isaac,8,5.25,0,0.151", "puma-4-port,4,4.0325,0.41,0.047", "puma-8-port,8,6.435,1.04,0.116"})
    void aPublishedRouterSharesItsPowerAmongTheFlitsOfAllPorts(
            String model, int ports, double picojoules, double leakMw, double mm2) {
        ResolvedFigures figures = router(model, ports, "32 bit", "1 GHz").figures(AT_32_NM);
        assertThat(figures.energyJ()).isCloseTo(picojoules * 1e-12, within(1e-22));
        assertThat(figures.leakageW()).isCloseTo(leakMw * 1e-3, within(1e-15));
        assertThat(figures.areaM2()).isCloseTo(mm2 * 1e-6, within(1e-18));
    }

    @Test
    void aRouterOfAnotherShapeIsRefused() {
        assertThatThrownBy(() -> router("isaac", 5, "32 bit", "1 GHz").figures(AT_32_NM))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "part.model: isaac does not cover 5 ports (valid: 8 ports, 32 b flits, up to 1.28 GHz, 32 nm"
                                + " figures); state energy and area directly");
        assertThatThrownBy(() -> router("isaac", 8, "64 bit", "1 GHz").figures(AT_32_NM))
                .hasMessageContaining("flits of 64 b");
        assertThatThrownBy(() -> router("isaac", 8, "32 bit", "3 GHz").figures(AT_32_NM))
                .hasMessageContaining("does not cover 3 GHz");
    }

    @Test
    void aFlitCarriesItsBitsOrTheRestOfThem() {
        Router router = router("isaac", 8, "32 bit", "1 GHz");
        assertThat(router.flits(32)).isEqualTo(1);
        assertThat(router.flits(33)).isEqualTo(2);
        assertThat(router.flitsPerSecond()).isEqualTo(8e9);
    }

    @Test
    void aBusMovesItsWidthACycleAndSharesItsPowerAmongItsBits() {
        Wires bus = part(Wires.class, "{width: 384 bit, clock: 640 MHz, power: 7 mW, area: 0.09 mm2}");
        assertThat(bus.cycles(384)).isEqualTo(1);
        assertThat(bus.cycles(385)).isEqualTo(2);
        assertThat(bus.figures(AT_32_NM).energyJ()).isCloseTo(7e-3 / (384 * 640e6), within(1e-24));
    }

    @Test
    void wiresCostInProportionToTheirLength() {
        Wires keckler =
                part(Wires.class, "{width: 256 bit, clock: 1 GHz, length: 10 mm, model: keckler-40nm, area: 0 mm2}");
        assertThat(keckler.figures(AT_32_NM).energyJ() * 256).isCloseTo(310e-12, within(1e-20));
        Wires lowSwing =
                part(Wires.class, "{width: 32 bit, clock: 1 GHz, length: 2 mm, model: low-swing-45nm, area: 0 mm2}");
        assertThat(lowSwing.figures(AT_32_NM).energyJ()).isCloseTo(80.8e-15, within(1e-22));
    }

    @Test
    void wiresWithoutLengthOrLongerThanMeasuredAreRefused() {
        Wires unmeasured = part(Wires.class, "{width: 32 bit, clock: 1 GHz, model: keckler-40nm, area: 0 mm2}");
        assertThatThrownBy(() -> unmeasured.figures(AT_32_NM)).hasMessageContaining("wires without length");
        Wires far = part(Wires.class, "{width: 32 bit, clock: 1 GHz, length: 50 mm, model: keckler-40nm, area: 0 mm2}");
        assertThatThrownBy(() -> far.figures(AT_32_NM)).hasMessageContaining("a length of 50 mm");
    }

    @Test
    void aVectorThatFitsTheLanesPassesInTheTimeOfItsLongestPulse() {
        CircuitSegment segment =
                part(CircuitSegment.class, "{lanes: 512, delay: 1 ns, length: 1 mm, voltage: 0.8 V, area: 0.01 mm2}");
        assertThat(segment.busySeconds(512, 256e-9)).isCloseTo(256e-9, within(1e-18));
        assertThat(segment.busySeconds(513, 256e-9)).isCloseTo(512e-9, within(1e-18));
        assertThat(segment.latencySeconds(512, 256e-9, 3)).isCloseTo(259e-9, within(1e-18));
        assertThat(segment.reconfiguration()).isZero();
    }

    @Test
    void aPulseChargesItsLaneOnce() {
        // 1 mm of 0.2 fF/um is 200 fF; at 0.8 V a pulse costs 128 fJ.
        CircuitSegment segment =
                part(CircuitSegment.class, "{lanes: 512, delay: 1 ns, length: 1 mm, voltage: 0.8 V, area: 0.01 mm2}");
        assertThat(segment.figures(AT_32_NM, 256e-9).energyJ()).isCloseTo(128e-15, within(1e-22));
        assertThat(segment.figures(AT_32_NM, 1e-9).energyJ()).isCloseTo(128e-15, within(1e-22));
    }

    @Test
    void aStatedSegmentPowerIsSharedAmongItsLanes() {
        CircuitSegment segment = part(CircuitSegment.class, "{lanes: 100, delay: 1 ns, power: 1 mW, area: 0.01 mm2}");
        assertThat(segment.figures(AT_32_NM, 200e-9).energyJ()).isCloseTo(2e-12, within(1e-20));
        CircuitSegment silent = part(CircuitSegment.class, "{lanes: 100, delay: 1 ns, area: 0.01 mm2}");
        assertThatThrownBy(() -> silent.figures(AT_32_NM, 200e-9)).hasMessageContaining("no figure for energy");
    }

    @Test
    void isaacsLinkCosts406PicojoulesAByte() {
        ChipLink link = part(ChipLink.class, "{count: 4, bandwidth: 6.4 GB/s, model: hypertransport-isaac}");
        ResolvedFigures figures = link.figures(AT_32_NM);
        assertThat(figures.energyJ()).isCloseTo(406.25e-12, within(1e-20));
        assertThat(figures.areaM2()).isCloseTo(5.72e-6, within(1e-15));
        assertThat(link.busySeconds(32)).isCloseTo(5e-9, within(1e-20));
        ChipLink fast = part(ChipLink.class, "{bandwidth: 25 GB/s, model: hypertransport-isaac}");
        assertThatThrownBy(() -> fast.figures(AT_32_NM)).hasMessageContaining("does not cover 25 GB/s");
    }

    @Test
    void theOtherPublishedLinkCosts26PicojoulesFor128Bits() {
        ChipLink link = part(ChipLink.class, "{bandwidth: 1 GB/s, model: timely-65nm}");
        assertThat(link.figures(AT_32_NM).energyJ() * 16).isCloseTo(26e-12, within(1e-20));
    }

    private static Router router(String model, int ports, String flit, String clock) {
        return part(Router.class, "{ports: %d, flit: %s, clock: %s, model: %s}".formatted(ports, flit, clock, model));
    }
}
