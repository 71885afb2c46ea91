package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.RunFigures;
import mho.arch.Twice;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Setting;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No dead knobs: every number of every chip file, defaults included, doubled or halved, changes some figure of the chip or of a run, or
 * is refused, unless its variant below says why not. The chips are made small, so that small networks spread over tiles and chips.
 */
final class KnobsTest {
    /**
     * Of a chip, the settings that make it small or bring in parts which no chip file has.
     *
     * @param dead numbers that change no figure of it, and why
     */
    private record Variant(String name, String base, List<String> settings, Map<String, String> dead) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String MERGE = "the time behind the last conversion is stated as tile.core.merge";
    private static final String STATED = "the mean conductance is stated beside it";
    private static final String RESIDENT = "weights stay in the arrays: nothing is fetched from memory, or kept there";
    private static final String SET_TOO = "figures that leak are set beside it, and so are those of that temperature";
    private static final String NO_LEAK = "nothing leaks here by a figure of transistors";

    private static final String NO_FOLD = "units that hold weights have those of one turn";

    private static final List<String> SMALL_ISAAC = List.of(
            "chips=2", "tiles=6", "tile.cores=2", "tile.core.arrays=2", "mesh.columns=2", "mesh.concentration=2");
    private static final Map<String, String> HERMES =
            Map.of("temperature", NO_LEAK, "tile.core.shift-add.latency-cycles", MERGE);

    private static final List<Variant> VARIANTS = List.of(
            new Variant(
                    "isaac-ce",
                    "isaac-ce",
                    SMALL_ISAAC,
                    Map.of("temperature", NO_LEAK, "tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "analog-256",
                    "analog-256",
                    List.of("chips=2", "tiles=6", "mesh.columns=2", "tile.cores=1"),
                    Map.of(
                            "temperature", NO_LEAK,
                            "tile.core.array.cell.on-conductance", STATED,
                            "tile.core.array.cell.off-conductance", STATED,
                            "tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "hermes-64-1phase", "hermes-64-1phase", List.of("chips=2", "tiles=6", "mesh.columns=2"), HERMES),
            new Variant(
                    "hermes-64-4phase", "hermes-64-4phase", List.of("chips=2", "tiles=6", "mesh.columns=2"), HERMES),
            new Variant(
                    "dadiannao",
                    "dadiannao",
                    List.of("chips=2", "tiles=4"),
                    Map.of("temperature", NO_LEAK, "tile.core.double-buffer", "weights stay: none wait behind others")),
            new Variant(
                    "hybrid-256",
                    "hybrid-256",
                    List.of(
                            "chips=2",
                            "mesh.columns=2",
                            "tiles.digital.count=4",
                            "tiles.digital.core.rows=8",
                            "tiles.digital.core.columns=8",
                            "tiles.digital.core.fold-rows=4",
                            "tiles.digital.core.fold-columns=2",
                            "tiles.analog.cores=1",
                            "tiles.analog.count=4"),
                    Map.of(
                            "temperature", NO_LEAK,
                            "tiles.analog.core.array.cell.on-conductance", STATED,
                            "tiles.analog.core.array.cell.off-conductance", STATED,
                            "tiles.analog.core.shift-add.latency-cycles", MERGE,
                            "tiles.analog.pool.latency-cycles", "pooling stays with the convolutions",
                            "tiles.digital.core.double-buffer", "weights stay: none wait behind others")),
            new Variant(
                    "tpu-v1",
                    "tpu-v1",
                    List.of(
                            "mapping.batch=20",
                            "memory.latency=100 ns",
                            "tile.core.rows=16",
                            "tile.core.columns=16",
                            "tile.core.fill=16",
                            "tile.core.accumulators=32",
                            "tile.core.mac.energy=1 pJ",
                            "memory.capacity=40 KiB",
                            "tile.buffer.size=24 KiB"),
                    Map.of(
                            "tile.core.fold-rows",
                            NO_FOLD,
                            "tile.core.fold-columns",
                            NO_FOLD,
                            "link.count",
                            "the host's link costs nothing by itself",
                            "mesh.wires.length",
                            "figures of the wires are stated")),
            new Variant(
                    "ISAAC written anew",
                    "isaac-ce",
                    with(
                            SMALL_ISAAC,
                            "tiles=4",
                            "chips=1",
                            "tile.core.arrays=1",
                            "mapping={schedule: sequential, batch: 3}",
                            "weights={kind: reloaded, port: {bandwidth: 100 MB/s, latency: 1 us, energy: 1 pJ, area: 1 mm2}}",
                            "tile.core.array.write={pulse: 100 ns, pulses: 10, energy: 1 pJ, parallel: 4, arrays: tiles, verify: true, verify-time: 200 ns}"),
                    Map.of(
                            "temperature", NO_LEAK,
                            "tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "ISAAC by cost models",
                    "isaac-ce",
                    with(
                            SMALL_ISAAC,
                            "tile.core.adc={kind: sar, bits: 8, rate: 1.28 GS/s, count: 2, model: accelergy-regression}",
                            "tile.core.array.power=null",
                            "tile.core.driver.skip-zeros=0.5",
                            "tile.core.array.cell={bits: 2, on-conductance: 10 uS, off-conductance: 1 uS, read-voltage: 0.2 V}",
                            "tile.core.array.write={pulse: 100 ns, pulses: 10, voltage: 2 V, endurance: 1e6, parallel: 4, verify: true}",
                            "tile.core.input-register={size: 2 KiB, bandwidth: 2.56 GB/s, model: register-file-puma}",
                            "tile.core.output-register={size: 256 B, bandwidth: 0.32 GB/s, model: register-file-puma}",
                            "tile.output-register={size: 2 KiB, bandwidth: 3.84 GB/s, model: register-file-puma}"),
                    Map.of("tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "ISAAC on a tree",
                    "isaac-ce",
                    with(SMALL_ISAAC, "mesh.columns=null", "mesh.topology={tree: {radix: 2}}"),
                    Map.of("temperature", NO_LEAK, "tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "ISAAC with other parts",
                    "isaac-ce",
                    with(
                            SMALL_ISAAC.subList(0, 4),
                            "mesh={kind: bus, wires: {width: 64 bit, clock: 1 GHz, energy: 1 pJ, area: 1 mm2}}",
                            "link.energy=1 pJ",
                            "memory={kind: lpddr4, channels: 2, bandwidth: 4 GB/s, latency: 40 ns, capacity: 1 GiB, leakage: 10 mW, refresh: {every: 32 ms, rows: 8192, takes: 130 ns, energy: 1 mJ}}",
                            "upkeep={leakage: 1 W, static: {power: 2 W, while: on}}",
                            "link.gating={wake-up: 1 us, energy: 5 nJ, remainder: 5 %, parts: idle}",
                            "tile.buffer.refresh={every: 40 us, rows: 64, takes: 20 ns, energy: 1 nJ}",
                            "tile.gating={wake-up: 2 us, energy: 1 nJ, remainder: 10 %, parts: idle}",
                            "tile.core.array.write={pulse: 1 us, pulses: 3, energy: 1 pJ, arrays: all, verify: true, verify-time: 50 ns}",
                            "tile.core.driver={kind: voltage-level, bits: 4, skip-zeros: 0.5, energy: 1 pJ, area: 10 um2}",
                            "tile.core.adc={kind: sense-amplifier, bits: 6, step: 10 ns, columns: 16, energy: 1 pJ, area: 9 um2, leakage: 1 uW, static: {power: 1 uW, while: in-use}}"),
                    Map.of(
                            "memory.capacity", RESIDENT,
                            "memory.latency", RESIDENT,
                            "temperature", SET_TOO,
                            "tile.buffer.energy", "it follows from the power that is stated",
                            "tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "ISAAC with function units",
                    "isaac-ce",
                    with(
                            SMALL_ISAAC,
                            "tile.units={vfu: {lanes: 4, clock: 100 MHz, power: 2 mW, area: 1 um2, operations: {add: {}, multiply: {cycles: 2}, compare: {cycles: 3}}}}",
                            "tile.units.gates={lanes: 2, clock: 50 MHz, latency-cycles: 2, leakage: 1 uW, area: 1 um2, operations: {sigmoid: {cycles: 3, energy: 1 pJ, area: 1 um2}, tanh: {energy: 2 pJ, leakage: 1 uW}}}"),
                    Map.of(
                            "temperature", SET_TOO,
                            "tile.pool.latency-cycles", "a unit by name compares in the place of pool",
                            "tile.core.shift-add.latency-cycles", MERGE)),
            new Variant(
                    "analog-256 with durations out",
                    "analog-256",
                    List.of(
                            "chips=2",
                            "tiles=6",
                            "mesh.columns=2",
                            "tile.cores=1",
                            "tile.core.array.cell.mean-conductance=null",
                            "tile.core.driver.skip-zeros=0.25",
                            "tile.core.adc={kind: duration, bits: 8, unit: 1 ns, energy: 0.1 pJ, area: 90 um2}",
                            "tile.activation={kind: digital, count: 8, clock: 1 GHz, energy: 0.1 pJ, area: 90 um2}"),
                    Map.of("temperature", NO_LEAK, "tile.core.shift-add.latency-cycles", MERGE)));

    private static List<String> with(List<String> settings, String... more) {
        List<String> all = new ArrayList<>(settings);
        all.addAll(List.of(more));
        return all;
    }

    static Stream<Variant> variants() {
        return VARIANTS.stream();
    }

    private static final List<Network> NETWORKS = List.of(
            Given.network(
                    "3, 6, 6",
                    "conv: {out: 20, kernel: 3, pad: 1, activation: relu}",
                    "pool: {kernel: 2}",
                    "conv: {name: way, out: 20, kernel: 3, pad: 1, activation: sigmoid}",
                    "add: {from: [way, pool1]}",
                    "pool: {kind: average, kernel: 2}",
                    "dense: {out: 300}",
                    "dense: {out: 40}"),
            Given.network(
                    "1, 1, 3",
                    "embedding: {vocabulary: 50, width: 24}",
                    "lstm: {hidden: 30}",
                    "dense: {out: 50, per-position: true}"));

    @ParameterizedTest
    @MethodSource("variants")
    void every_number_of_a_chip_file_matters_or_is_listed(Variant variant) {
        ChipSpec chip = load(variant, List.of()).spec();
        Figures before = new Figures(RunFigures.ofChip(chip), ofRuns(chip));
        TreeSet<String> dead = new TreeSet<>();
        for (NumericLeaf leaf : NumericLeaves.of(load(variant, List.of()).tree())) {
            if (others(leaf.value().text()).noneMatch(other -> matters(variant, leaf.path() + "=" + other, before))) {
                dead.add(leaf.path());
            }
        }
        assertThat(dead)
                .as("%s: in effect although listed, or not in effect although not listed", variant)
                .containsExactlyInAnyOrderElementsOf(variant.dead().keySet());
    }

    @Test
    void what_is_not_in_effect_in_one_chip_is_in_another() {
        TreeSet<String> nowhere = new TreeSet<>();
        VARIANTS.forEach(variant -> variant.dead().keySet().forEach(path -> nowhere.add(ofAnyKind(path))));
        for (Variant variant : VARIANTS) {
            NumericLeaves.of(load(variant, List.of()).tree()).stream()
                    .map(NumericLeaf::path)
                    .filter(path -> !variant.dead().containsKey(path))
                    .map(KnobsTest::ofAnyKind)
                    .forEach(nowhere::remove);
        }
        // a DigitalUnit has it wherever it stands
        assertThat(nowhere).containsExactly("tile.core.shift-add.latency-cycles");
    }

    /** Of one of several kinds of tiles, what it is called where there is one. */
    private static String ofAnyKind(String path) {
        return path.replaceFirst("^tiles\\.[^.]+\\.", "tile.");
    }

    /** Twice and half of a value, and 1024 times as much for what hides behind the 100 ns of a cycle; of nothing, a little. */
    private static Stream<String> others(String value) {
        return value.matches("0(\\.0*)?( .*)?")
                ? Stream.of(value.replaceFirst("0(\\.0*)?( s)?", value.endsWith(" s") ? "50 ns" : "1"))
                : Stream.concat(
                        Stream.of(Twice.of(value), Twice.halfOf(value)),
                        Stream.iterate(value, Twice::of).skip(10).limit(1));
    }

    /** A value that may not stand in the file at all says nothing; one that the chip or the mapper refuses does. */
    private static boolean matters(Variant variant, String setting, Figures before) {
        ChipSpec chip;
        try {
            chip = load(variant, List.of(setting)).spec();
        } catch (BadInput refused) { // out of range, or a stated figure that no law carries over
            return String.valueOf(refused.getMessage()).contains("is stated for");
        }
        try {
            return !RunFigures.ofChip(chip).equals(before.chip())
                    || !ofRuns(chip).equals(before.runs());
        } catch (BadInput | ModelSaysNo refused) {
            return true;
        }
    }

    private static Chips.Loaded load(Variant variant, List<String> more) {
        List<String> settings = new ArrayList<>(variant.settings());
        settings.addAll(more);
        return Chips.load(variant.base(), settings.stream().map(Setting::parse).toList());
    }

    /** Everything that a report says of the chip and of the networks on it. */
    private record Figures(Map<String, Double> chip, Map<String, Double> runs) {}

    private static Map<String, Double> ofRuns(ChipSpec chip) {
        Map<String, Double> figures = new TreeMap<>();
        for (Network network : NETWORKS) {
            RunResult run = Given.run(chip, network, 2);
            figures.putAll(RunFigures.ofRun(run));
            figures.putAll(RunFigures.ofWriting(run));
        }
        return figures;
    }
}
