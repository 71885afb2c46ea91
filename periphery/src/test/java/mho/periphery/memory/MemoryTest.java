package mho.periphery.memory;

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

class MemoryTest {

    @ParameterizedTest(name = "{0} KiB at {1} nm: {2}/{3} pJ, {4} mm2")
    @CsvSource({
        "2,65,40.7,42.8,0.266",
        "8,65,55.1,69.5,0.425",
        "16,65,74.0,87.2,0.622",
        "32,65,95.7,122.6,0.926",
        "64,65,140.3,155.7,1.512",
        "128,65,195.5,227.0,2.498",
        "256,65,307,293,4.44",
        "2,45,17.5,18.3,0.099",
        "8,45,27.2,29.8,0.177",
        "16,45,32.1,37.5,0.235",
        "32,45,41.7,52.7,0.350",
        "64,45,61.8,67.1,0.572",
        "128,45,86.9,97.8,0.945",
        "256,45,138,126.5,1.68",
    })
    void aPublishedSramCostsWhatItsTableSays(int kib, int nm, double readPj, double writePj, double mm2) {
        Buffer buffer = sram(kib + " KiB", nm, 1);
        assertThat(buffer.read(AT_32_NM).energyJ()).isCloseTo(readPj * 1e-12, within(1e-22));
        assertThat(buffer.write(AT_32_NM).energyJ()).isCloseTo(writePj * 1e-12, within(1e-22));
        assertThat(buffer.read(AT_32_NM).areaM2()).isCloseTo(mm2 * 1e-6, within(1e-15));
        assertThat(buffer.read(AT_32_NM).source()).contains("MNSIM", "not scaled");
    }

    @Test
    void betweenPublishedSizesThePowerLawThroughTheNeighboursHolds() {
        // 4 KiB is half-way from 2 to 8 KiB on a logarithmic axis: the geometric mean.
        assertThat(sram("4 KiB", 65, 1).read(AT_32_NM).energyJ())
                .isCloseTo(Math.sqrt(40.7 * 55.1) * 1e-12, within(1e-18));
    }

    @Test
    void banksAreMacrosOfTheirOwn() {
        Buffer banked = sram("64 KiB", 45, 2);
        assertThat(banked.read(AT_32_NM).energyJ()).isCloseTo(41.7e-12, within(1e-22));
        assertThat(banked.read(AT_32_NM).areaM2()).isCloseTo(2 * 0.350e-6, within(1e-15));
        assertThat(banked.accessesPerSecond()).isEqualTo(2e9);
    }

    @Test
    void sizesOutsideTheTableAreRefused() {
        assertThatThrownBy(() -> sram("1 KiB", 45, 1).read(AT_32_NM))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "part.model: sram-mnsim-45nm does not cover 1024 B (valid: 2 KiB to 256 KiB a bank, 256 b wide,"
                                + " 45 nm figures); state energy and"
                                + " area directly");
        assertThatThrownBy(() -> sram("2 KiB", 45, 2).read(AT_32_NM)).hasMessageContaining("2048 B in 2 banks");
        assertThatThrownBy(() -> sram("512 KiB", 45, 1).read(AT_32_NM)).hasMessageContaining("524288 B");
    }

    @Test
    void anotherPortWidthIsRefused() {
        Buffer narrow =
                part(Buffer.class, "{kind: sram, size: 8 KiB, width: 64 bit, clock: 1 GHz, model: sram-mnsim-45nm}");
        assertThatThrownBy(() -> narrow.read(AT_32_NM)).hasMessageContaining("does not cover an access of 64 b");
    }

    @Test
    void isaacsEdramIsOnePublishedBuffer() {
        ResolvedFigures figures = edram("64 KiB", "edram-isaac").read(AT_32_NM);
        assertThat(figures.energyJ()).isCloseTo(20.45e-12, within(1e-22));
        assertThat(figures.areaM2()).isCloseTo(0.083e-6, within(1e-18));
        assertThatThrownBy(() -> edram("128 KiB", "edram-isaac").read(AT_32_NM))
                .hasMessageContaining("edram-isaac does not cover 131072 B (valid: 64 KiB, 256 b wide, 32 nm figures)");
    }

    @Test
    void pumasEdramHasTwoSizesAndLeaks() {
        ResolvedFigures small = edram("64 KiB", "edram-puma").read(AT_32_NM);
        ResolvedFigures large = edram("128 KiB", "edram-puma").read(AT_32_NM);
        assertThat(small.energyJ()).isCloseTo(17.2e-12, within(1e-22));
        assertThat(small.leakageW()).isCloseTo(0.46e-3, within(1e-15));
        assertThat(large.energyJ()).isCloseTo(25.35e-12, within(1e-22));
        assertThat(large.areaM2()).isCloseTo(0.121e-6, within(1e-18));
        ResolvedFigures between = edram("96 KiB", "edram-puma").read(AT_32_NM);
        assertThat(between.energyJ()).isBetween(small.energyJ(), large.energyJ());
        assertThat(between.leakageW()).isBetween(small.leakageW(), large.leakageW());
    }

    @Test
    void aBuffersPowerIsSharedAmongTheAccessesOfAllItsBanks() {
        Buffer buffer = part(
                Buffer.class,
                """
                {kind: edram, size: 64 KiB, banks: 2, width: 256 bit, clock: 320 MHz, power: 20.7 mW, area: 0.083 mm2}
                """);
        assertThat(buffer.read(AT_32_NM).energyJ()).isCloseTo(20.7e-3 / 640e6, within(1e-20));
        assertThat(buffer.write(AT_32_NM)).isEqualTo(buffer.read(AT_32_NM));
    }

    /** Half of 256 bits are ones, a spike each; size has no say but in area, 5 F2 for 4 bits. */
    @Test
    void resistiveMemoryCostsByTheSpike() {
        String file = "{kind: reram, size: %s, width: 256 bit, clock: 1 MHz, model: reram-pipelayer}";
        Buffer buffer = part(Buffer.class, file.formatted("8 KiB"));
        assertThat(buffer.read(AT_32_NM).energyJ()).isCloseTo(128 * 1.08e-12, within(1e-20));
        assertThat(buffer.write(AT_32_NM).energyJ()).isCloseTo(128 * 3.91e-9, within(1e-17));
        assertThat(buffer.read(AT_32_NM).areaM2()).isCloseTo(128 * 128 * 5 * 32e-9 * 32e-9, within(1e-20));
        Buffer large = part(Buffer.class, file.formatted("16 KiB"));
        assertThat(large.read(AT_32_NM).energyJ())
                .isEqualTo(buffer.read(AT_32_NM).energyJ());
        assertThat(large.read(AT_32_NM).areaM2())
                .isCloseTo(2 * buffer.read(AT_32_NM).areaM2(), within(1e-20));
        assertThatThrownBy(() -> part(Buffer.class, file.formatted("4 KiB")).read(AT_32_NM))
                .hasMessageContaining("does not cover 4096 B");
    }

    @Test
    void anAccessMovesAWidthOrTheRestOfIt() {
        Buffer buffer = edram("64 KiB", "edram-isaac");
        assertThat(buffer.accesses(1)).isEqualTo(1);
        assertThat(buffer.accesses(256)).isEqualTo(1);
        assertThat(buffer.accesses(257)).isEqualTo(2);
    }

    @ParameterizedTest(name = "{0} B: {1} pJ a 16 b word, {2} mW, {3} um2")
    @CsvSource({"256,0.16,0.044,560", "512,0.24,0.078,1080", "1024,0.33,0.147,1920", "2048,0.57,0.33,3920"})
    void aPublishedRegisterFileCostsHalfAWordsEnergyAByte(int bytes, double wordPj, double leakMw, double um2) {
        Register register =
                part(Register.class, "{size: %d B, bandwidth: 2 GB/s, model: register-file-puma}".formatted(bytes));
        ResolvedFigures figures = register.figures(AT_32_NM);
        assertThat(figures.energyJ()).isCloseTo(wordPj / 2 * 1e-12, within(1e-22));
        assertThat(figures.leakageW()).isCloseTo(leakMw * 1e-3, within(1e-15));
        assertThat(figures.areaM2()).isCloseTo(um2 * 1e-12, within(1e-20));
    }

    @Test
    void aRegistersPowerIsSharedAmongItsBytes() {
        Register register =
                part(Register.class, "{size: 2 KiB, bandwidth: 1.28 GB/s, power: 1.24 mW, area: 0.0021 mm2}");
        assertThat(register.figures(AT_32_NM).energyJ()).isCloseTo(1.24e-3 / 1.28e9, within(1e-22));
        assertThat(register.busySeconds(128)).isCloseTo(100e-9, within(1e-20));
        Register energy =
                part(Register.class, "{size: 2 KiB, bandwidth: 1 GB/s, energy: 1 pJ, model: register-file-puma}");
        assertThat(energy.figures(AT_32_NM).energyJ()).as("stated per byte").isEqualTo(1e-12);
    }

    private static Buffer sram(String size, int nm, int banks) {
        return part(
                Buffer.class,
                "{kind: sram, size: %s, banks: %d, width: 256 bit, clock: 1 GHz, model: sram-mnsim-%dnm}"
                        .formatted(size, banks, nm));
    }

    private static Buffer edram(String size, String model) {
        return part(
                Buffer.class,
                "{kind: edram, size: %s, banks: 2, width: 256 bit, clock: 1 GHz, model: %s}".formatted(size, model));
    }
}
