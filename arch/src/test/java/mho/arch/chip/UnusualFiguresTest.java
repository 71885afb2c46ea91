package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What cannot be is refused, what nobody builds is told, and what is built is met in silence. */
class UnusualFiguresTest {
    private static final String COST = "; tile.core.adc.power=2 mW; tile.core.adc.area=1200 um2";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        isaac-ce   | tile.core.array.rows=0                        | must be above 0
        isaac-ce   | tile.core.array.rows=-1                       | must be above 0
        isaac-ce   | tile.core.array.rows=10000000                 | must be at most 1048576
        isaac-ce   | tile.core.arrays=1000000000                   | must be at most 8388608
        isaac-ce   | tile.core.adc.count=1025                      | 1025 converters for the 1024 columns
        isaac-ce   | tile.core.arrays=1; tile.core.adc.count=1000  | 1000 converters for the 128 columns
        isaac-ce   | tile.core.adc.count=0                         | must be above 0
        isaac-ce   | tile.core.adc.rate=0 S/s                      | must be above 0
        isaac-ce   | tile.core.adc.power=-1 W                      | must be at least 0
        isaac-ce   | tile.core.adc.bits=25                         | must be at most 24
        isaac-ce   | tile.core.driver.bits=0                       | must be at least 1
        isaac-ce   | tile.core.array.cell.levels=2                 | 2 bits in a cell take 4 levels
        isaac-ce   | tile.core.array.cell.bits=17                  | must be at most 16
        isaac-ce   | tile.core.array.read-time=0 s                 | must be above 0
        isaac-ce   | tile.core.array.columns=4                     | needs at least 8 columns
        isaac-ce   | tile.core.weights.bits=500                    | must be at most 32
        isaac-ce   | precision.values=500 bit                      | must be at most 32
        isaac-ce   | tile.buffer.size=0 B                          | must be above 0
        isaac-ce   | tile.buffer.size=1 B                          | an access moves 256 bits
        isaac-ce   | tile.buffer.width=1000000 bit                 | an access moves 1000000 bits
        isaac-ce   | tile.buffer.banks=65536                       | an access moves 256 bits
        isaac-ce   | tile.core.input-register.size=0 B             | must be above 0
        isaac-ce   | tile.bus.width=0 bit                          | must be above 0
        isaac-ce   | tile.buffer.clock=0 Hz                        | must be above 0
        isaac-ce   | tiles=0                                       | must be above 0
        isaac-ce   | tiles=-5                                      | must be above 0
        isaac-ce   | cycle=-1 ns                                   | must be above 0
        isaac-ce   | link.bandwidth=0 B/s                          | must be above 0
        isaac-ce   | link.delay=1 s                                | must be at most 1 ms
        isaac-ce   | mesh.columns=0                                | must be above 0
        isaac-ce   | mesh.columns=null                             | missing key "columns", for example "columns: 8"
        isaac-ce   | mesh.columns=null; mesh.topology=torus        | missing key "columns", for example "columns: 8"
        isaac-ce   | mesh.topology=torrus                          | did you mean "torus"?
        isaac-ce   | mesh.topology={tree: {radix: 1}}              | must be at least 2
        isaac-ce   | tile.core.shift-add=null                      | shift-add: missing
        analog-256 | tile.core.array.cell.off-conductance=30 uS    | must be below on-conductance
        analog-256 | tile.core.array.cell.mean-conductance=30 uS   | a mean lies between
        analog-256 | tile.core.array.cell.stuck-on=60 %; tile.core.array.cell.stuck-off=60 % | more than all
        analog-256 | tile.core.array.input-activity=2              | must be at most 1
        """)
    void what_cannot_be_is_refused(String chip, String settings, String said) {
        assertThat(refused(chip, settings)).contains(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        isaac-ce   | tile.core.adc.count=1000              | 1000 converters for the 1024 columns of a core
        isaac-ce   | tile.core.adc.count=600               | as they would with 512 converters
        isaac-ce   | tile.core.array.rows=100000           | tile.core.array.rows is 100000
        analog-256 | tile.core.array.columns=100000        | tile.core.array.columns is 100000
        isaac-ce   | tile.core.array.rows=2                | fewer than any array built
        isaac-ce   | tile.core.array.read-time=0.1 ns      | tile.core.array.read-time is 100 ps
        isaac-ce   | tile.core.array.read-time=1 s         | phase of tile.core is 1 s
        isaac-ce   | tile.core.adc.rate=200 GS/s%s         | rate of tile.core.adc is 200 GS/s
        isaac-ce   | tile.core.adc.rate=1 S/s%s            | conversion of a converter's columns
        isaac-ce   | tile.core.adc.bits=20%s               | tile.core.adc.bits is 20
        isaac-ce   | tile.core.adc.bits=16%s               | tile.core.adc.bits is 16
        analog-256 | tile.core.adc.bits=16                 | tile.core.adc.bits is 16
        analog-256 | tile.core.adc.clock=100 GHz           | tile.core.adc.clock is 100 GHz
        isaac-ce   | tile.core.driver.bits=12; tile.core.driver.power=1 uW; tile.core.driver.area=1 um2 | tile.core.driver.bits is 12
        analog-256 | tile.core.driver.bits=12; tile.core.driver.area=1 um2 | tile.core.driver.bits is 12
        analog-256 | mesh.bits=16                          | mesh.bits is 16
        analog-256 | mesh.unit=1 ps                        | mesh.unit is 1 ps
        isaac-ce   | tile.buffer.clock=100 GHz             | tile.buffer.clock is 100 GHz
        isaac-ce   | tile.bus.clock=100 GHz                | tile.bus.clock is 100 GHz
        isaac-ce   | mesh.router.clock=100 GHz             | mesh.router.clock is 100 GHz
        isaac-ce   | tile.activation.clock=100 GHz         | tile.activation.clock is 100 GHz
        isaac-ce   | cycle=1 fs                            | cycle is 1 fs
        isaac-ce   | cycle=1 s                             | cycle is 1 s
        analog-256 | tile.core.array.cell.read-voltage=50 V | read-voltage is 50 V
        analog-256 | tile.core.driver.voltage=50 V         | tile.core.driver.voltage is 50 V
        analog-256 | mesh.segment.voltage=50 V             | mesh.segment.voltage is 50 V
        analog-256 | tile.core.driver.line-capacitance=1 F | line-capacitance is 1 F
        analog-256 | tile.core.driver.unit=1 ps            | tile.core.driver.unit is 1 ps
        analog-256 | tile.core.driver.settling=1 s         | tile.core.driver.settling is 1 s
        analog-256 | tile.core.array.cell.on-conductance=1 S | on-conductance is 1 S
        analog-256 | tile.core.array.cell.on-conductance=100 aS; tile.core.array.cell.off-conductance=10 aS; tile.core.array.cell.mean-conductance=50 aS | less than is told from nothing
        analog-256 | tile.core.array.cell.off-conductance=24 uS; tile.core.array.cell.mean-conductance=24.5 uS | less than any memory has
        analog-256 | tile.core.array.cell.programming-error=150 % | programming-error is 1.50
        isaac-ce   | tile.core.array.cell.bits=12          | tile.core.array.cell.bits is 12
        isaac-ce   | tile.core.array.cell.levels=5000      | tile.core.array.cell.levels is 5000
        isaac-ce   | tile.core.weights.bits=32             | tile.core.weights.bits is 32
        isaac-ce   | precision.values=32 bit               | precision.values is 32
        isaac-ce   | precision.partial-sums=8 bit          | precision.partial-sums is 8 bit
        isaac-ce   | tile.bus.width=1000000 bit            | tile.bus.width is 1 Mbit
        isaac-ce   | mesh.router.flit=1024 bit; mesh.router.area=1 mm2; mesh.router.power=1 W | the tile's bus fills it
        isaac-ce   | mesh.router.flit=100000 bit; mesh.router.area=1 mm2; mesh.router.power=1 W | wider than any network on a chip
        isaac-ce   | mesh.router.ports=2; mesh.router.area=1 mm2; mesh.router.power=1 W | has 8 neighbours and tiles
        isaac-ce   | mesh.topology=torus; mesh.router.ports=7; mesh.router.area=1 mm2; mesh.router.power=1 W | a router within the torus has 8 neighbours and tiles
        isaac-ce   | mesh.topology=tree; mesh.router.ports=4; mesh.router.area=1 mm2; mesh.router.power=1 W | a router within the tree has 5 neighbours and tiles
        isaac-ce   | mesh.topology=ring                    | mesh.columns is 7, and a ring has no rows
        analog-256 | mesh.topology=tree                    | and a tree has no rows
        isaac-ce   | mesh.router.ports=1000; mesh.router.area=1 mm2; mesh.router.power=1 W | mesh.router.ports is 1000
        isaac-ce   | mesh.concentration=100                | mesh.concentration is 100
        isaac-ce   | mesh.router.delay-cycles=50000        | delay-cycles is 50000
        isaac-ce   | tile.buffer.latency-cycles=10000      | latency-cycles is 10000
        isaac-ce   | tile.buffer.size=16 GiB               | tile.buffer.size is 16 GiB
        isaac-ce   | tile.core.input-register.size=16 GiB  | tile.core.input-register.size is 16 GiB
        isaac-ce   | tile.core.input-register.bandwidth=1 PB/s | bandwidth is 1 PB/s
        isaac-ce   | link.bandwidth=1 PB/s                 | link.bandwidth is 1 PB/s
        isaac-ce   | link.count=1000000                    | link.count is 1000000
        isaac-ce   | link.leakage=1 MW                     | peak power of one chip
        isaac-ce   | tiles=500000                          | tiles is 500000
        isaac-ce   | chips=300000                          | chips is 300000
        isaac-ce   | tile.cores=100000                     | tile.cores is 100000
        isaac-ce   | tile.core.arrays=100000               | tile.core.arrays is 100000
        isaac-ce   | tile.mac-steps=1000000                | tile.mac-steps is 1000000
        isaac-ce   | tile.activation.count=10000000        | tile.activation.count is 10000000
        isaac-ce   | tile.core.merge=1 s                   | tile.core.merge is 1 s
        analog-256 | tile.activation.delay=1 fs            | tile.activation.delay is 1 fs
        analog-256 | mesh.segment.length=10 m              | mesh.segment.length is 10 m
        analog-256 | mesh.planes=65536                     | mesh.planes is 65536
        hermes-64-1phase | tile.core.adc.drain=1 s         | tile.core.adc.drain is 1 s
        hermes-64-1phase | tile.core.driver.phases=1000    | tile.core.driver.phases is 1000
        isaac-ce   | technology=22 nm                      | not scaled with node or temperature, for want of a law with a source: tile.core.integration (power, area); link (leakage, area)
        isaac-ce   | technology=22 nm                      | clocks, delays, lengths and voltages stay as stated
        isaac-ce   | temperature=350 K                     | link (leakage)
        isaac-ce   | temperature=500 K                     | temperature is 500 K, hotter than circuits are made for
        isaac-ce   | temperature=4 K                       | temperature is 4 K, colder than circuits are made for
        isaac-ce   | temperature=350 K; tile.core.array.cell.device=pcm-joshi | no activation energy: its drift stays as measured
        isaac-ce   | tile.buffer={kind: sram, size: 64 KiB, banks: 4, width: 256 bit, clock: 500 MHz, model: sram-mnsim-45nm} | 10.5 times a published cell of 32 nm
        isaac-ce   | tile.buffer={kind: edram, size: 64 KiB, width: 256 bit, clock: 500 MHz, model: edram-isaac, technology: 14 nm} | times a published cell of 14 nm
        isaac-ce   | tile.core.adc.power=100 W             | more heat than is carried off
        isaac-ce   | tile.core.adc.power=1 aW              | less than kT ln 2
        isaac-ce   | tile.core.adc.power=null; tile.core.adc.energy=1 J | energy of an action of tile.core.adc
        isaac-ce   | tile.core.array.area=1 nm2            | area of a cell of tile.core.array
        isaac-ce   | tile.core.adc.area=1 m2               | more than a whole wafer
        """)
    void what_nobody_builds_is_told(String chip, String settings, String said) {
        assertThat(warnings(chip, settings.replace("%s", COST))).anyMatch(warning -> warning.contains(said));
    }

    /** Beyond what is refused or told, nothing has a bound; within, every chip that comes with mho and its usual sweeps are silent. */
    @ParameterizedTest
    @ValueSource(strings = {"analog-256", "isaac-ce", "hermes-64-1phase", "hermes-64-4phase"})
    void what_is_built_is_met_in_silence(String chip) {
        assertThat(warnings(chip, "")).isEmpty();
        for (int lines = 64; lines <= 1024; lines *= 2) {
            assertThat(warnings(chip, "tile.core.array.rows=" + lines)).isEmpty();
            assertThat(warnings(chip, "tile.core.array.rows=" + lines + "; tile.core.array.columns=" + lines))
                    .isEmpty();
        }
        boolean modelled = chip.equals("analog-256");
        for (int bits = 4; bits <= 12; bits++) {
            assertThat(warnings(chip, "tile.core.adc.bits=" + bits + (modelled ? "" : COST)))
                    .as(bits + " bits")
                    .isEmpty();
        }
    }

    @Test
    void the_sweep_of_converters_a_core_is_met_in_silence() {
        for (int count = 1; count <= 1024; count *= 2) {
            assertThat(warnings("isaac-ce", "tile.core.adc.count=" + count)).isEmpty();
        }
    }

    @Test
    void as_many_converters_as_there_are_turns_for_are_advised_and_then_nothing_is_unusual() {
        assertThat(warnings("isaac-ce", "tile.core.adc.count=1000").get(0)).contains("(tile.core.adc.count=512)");
        assertThat(warnings("isaac-ce", "tile.core.adc.count=512")).isEmpty();
    }

    static List<Setting> settings(String text) {
        return Stream.of(text.split(";"))
                .map(String::strip)
                .filter(setting -> !setting.isEmpty())
                .map(Setting::parse)
                .toList();
    }

    static String refused(String chip, String settings) {
        try {
            ChipSpec spec = Chips.load(chip, settings(settings)).spec();
            Inventory.of(spec);
        } catch (BadInput e) {
            return Objects.requireNonNull(e.getMessage());
        }
        return "runs";
    }

    private static List<String> warnings(String chip, String settings) {
        ChipSpec spec = Chips.load(chip, settings(settings)).spec();
        return UnusualFigures.of(spec, Inventory.of(spec));
    }

    /** By a setting no law would reach them; a file that states its own figures may name any. */
    @ParameterizedTest
    @CsvSource({"0.1 nm, technology is 100 pm", "1 mm, technology is 1 mm"})
    void a_process_that_nobody_has_is_told(String node, String said) {
        MapNode tree = Chips.load("isaac-ce", List.of()).tree();
        ChipSpec chip = Chips.bind(tree.with("technology", new ScalarNode(tree.mark(), node, false)))
                .spec();
        assertThat(UnusualFigures.of(chip, Inventory.of(chip))).anyMatch(warning -> warning.contains(said));
    }

    /** Memories as compiled ones are: no word of them, at any node. */
    @ParameterizedTest
    @ValueSource(ints = {22, 14, 7})
    void a_memory_of_published_cells_is_met_in_silence(int nm) {
        for (String kind : List.of("sram", "edram")) {
            String buffer = "tile.buffer={kind: %s, size: 64 KiB, width: 256 bit, clock: 500 MHz, model: %s-%dnm}"
                    .formatted(kind, kind, nm);
            assertThat(warnings("isaac-ce", "technology=" + nm + " nm; " + buffer))
                    .noneMatch(warning -> warning.contains("published cell"));
        }
    }
}
