package mho.arch.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import mho.arch.Given;
import mho.arch.Twice;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.core.yaml.BadInput;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Setting;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * No dead knobs among those of values: every number of a chip file that the numerics see, doubled or halved, changes what comes out, unless its
 * variant says why not.
 */
class ValueKnobsTest {
    /** A chip with all the imperfections of one way to build it. */
    private record Variant(String name, List<String> settings, Map<String, String> dead) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static final String TIME = "a time: durations and charges are exact multiples of it";
    private static final String PRICE = "asked for by energies only";
    private static final String DIGITAL = "digital sums do not overflow here";
    private static final String UNIT = "voltages count in units of it";
    private static final Map<String, String> NO_PULSES = Map.of(
            "precision.partial-sums", DIGITAL,
            "tile.core.array.read-time", TIME,
            "tile.core.array.cell.read-voltage", UNIT,
            "tile.activation.count", TIME,
            "tile.activation.delay", TIME);

    private static final List<Variant> VARIANTS = List.of(
            new Variant(
                    "pulses, integrators, ramps, straight pieces",
                    List.of(
                            "tile.core.array.cell={bits: 4, on-conductance: 25 uS, off-conductance: 1 uS, mean-conductance: 5 uS,"
                                    + " read-voltage: 0.2 V, levels: 17, programming-error: 3 %, read-error: 1 %, spread: 2 %, stuck-on: 2 %, stuck-off: 2 %}",
                            "tile.core.array.wires={row: 1 Ohm, column: 2 Ohm}",
                            "tile.core.integration={kind: integrator, saturation: 0.2, droop-time: 300 ns, energy: 1 pJ, area: 1 um2}",
                            "tile.core.adc={kind: ramp, bits: 7, clock: 1 GHz, once: true, offset-error: 2, gain-error: 3 %,"
                                    + " nonlinearity: 3, energy: 1 pJ, area: 1 um2}",
                            "tile.activation={kind: piecewise-linear, count: 8, delay: 10 ns, segments: 4, gain: 20, energy: 1 pJ, area: 1 um2}"),
                    Map.of(
                            "precision.partial-sums", DIGITAL,
                            "tile.core.driver.unit", TIME,
                            "tile.core.driver.settling", TIME,
                            "tile.core.driver.voltage", PRICE,
                            "tile.core.driver.line-capacitance", PRICE,
                            "technology", PRICE, // the capacitance goes with it
                            "tile.core.array.cell.mean-conductance", PRICE,
                            "tile.core.array.cell.read-voltage", PRICE,
                            "tile.activation.count", TIME,
                            "tile.activation.delay", TIME)),
            new Variant(
                    "voltages, samples, one converter for many columns",
                    List.of(
                            "tile.core.array.cell={bits: 3, on-conductance: 25 uS, off-conductance: 1 uS, read-voltage: 0.2 V,"
                                    + " iv-nonlinearity: 0.2, read-error: 1 %, read-error-per: cell}",
                            "tile.core.array.read-time=10 ns",
                            "tile.core.weights.sign=offset",
                            "tile.core.driver={kind: voltage-level, bits: 3, energy: 1 pJ, area: 1 um2}",
                            "tile.core.integration={kind: sample-and-hold, error: 0.5 %, droop-time: 1 us, energy: 1 pJ, area: 1 um2}",
                            "tile.core.adc={kind: sar, bits: 7, rate: 1 GS/s, count: 3, range: full-scale, coverage: 0.5,"
                                    + " offset-error: 1, energy: 1 pJ, area: 1 um2}"),
                    NO_PULSES),
            new Variant(
                    "bits in series, phase-change cells",
                    List.of(
                            "tile.core.array.cell={bits: 2, device: pcm-joshi, read-voltage: 0.2 V}",
                            "tile.core.array.read-time=10 ns",
                            "tile.core.weights.sign=shared-reference",
                            "tile.core.driver={kind: bit-serial, bits: 1, energy: 1 pJ, area: 1 um2}",
                            "tile.core.adc={kind: sar, bits: 7, rate: 1 GS/s, count: 3, energy: 1 pJ, area: 1 um2}"),
                    NO_PULSES));

    private static final List<String> SMALL = List.of("tile.core.array.rows=32", "tile.core.array.columns=24");

    static Stream<Variant> variants() {
        return VARIANTS.stream();
    }

    private static final ComputedValues NETWORK = new ComputedValues(Given.network(
            "2, 5, 5",
            "conv: {out: 3, kernel: 3, activation: relu}",
            "dense: {out: 6, activation: sigmoid}",
            "dense: {out: 4}"));

    private static List<Object> values(ChipSpec chip, double seconds) {
        return NETWORK.on(chip, seconds);
    }

    @ParameterizedTest
    @MethodSource("variants")
    void everyNumberThatTheNumericsSeeMattersOrIsListed(Variant variant) {
        Chips.Loaded chip = load(variant, List.of());
        ValueModel circuits = ValueModel.of(chip.spec());
        List<Object> before = values(chip.spec(), 1000);
        TreeSet<String> alive = new TreeSet<>();
        TreeSet<String> dead = new TreeSet<>();
        for (NumericLeaf leaf : NumericLeaves.of(chip.tree())) {
            boolean seen = false;
            boolean matters = false;
            for (String other : List.of(
                    Twice.of(leaf.value().text()), Twice.halfOf(leaf.value().text()))) {
                ChipSpec turned = turned(variant, leaf.path() + "=" + other);
                if (turned != null && !ValueModel.of(turned).equals(circuits)) {
                    seen = true;
                    matters |= !values(turned, 1000).equals(before);
                }
            }
            if (seen) {
                (matters ? alive : dead).add(leaf.path());
            }
        }
        assertThat(dead)
                .as("%s", variant)
                .containsExactlyInAnyOrderElementsOf(variant.dead().keySet());
        assertThat(alive)
                .contains("precision.values", "tile.core.weights.bits", "tile.core.adc.bits", "tile.core.array.rows");
    }

    /** Null for a number that may not stand there. */
    private static @Nullable ChipSpec turned(Variant variant, String setting) {
        try {
            return load(variant, List.of(setting)).spec();
        } catch (BadInput outOfRange) {
            return null;
        }
    }

    private static Chips.Loaded load(Variant variant, List<String> more) {
        List<String> settings = new ArrayList<>(SMALL);
        settings.addAll(variant.settings());
        settings.addAll(more);
        return Chips.load("analog-256", settings.stream().map(Setting::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "0, tile.core.weights.sign=offset,",
        "0, tile.core.weights.sign=cell-pair,",
        "0, tile.core.weights.sign=shared-reference,",
        "0, tile.core.weights.bias=digital,",
        "0, tile.core.array.wires.drive=both-sides,",
        "0, tile.core.array.cell.device=rram-wan,",
        "0, tile.core.adc.range=full-scale,",
        "0, tile.core.adc.once=false, tile.core.driver.bits=4 & tile.core.driver.area=1 um2",
        "1, tile.core.weights.flipped=true,",
        "1, tile.core.adc.range=calibrated,",
        "0, tile.core.adc.coverage=90 %,",
        "2, tile.core.array.cell.read-error-per=cell,",
        "2, tile.core.array.cell.drift-compensation=true,",
        "2, tile.core.array.cell.device=pcm-hermes-1,",
    })
    void everyChoiceMatters(int variant, String setting, @Nullable String beside) {
        List<String> without = beside == null ? List.of() : List.of(beside.split(" & "));
        List<String> with = new ArrayList<>(without);
        with.add(setting);
        assertThat(values(load(VARIANTS.get(variant), with).spec(), 1000))
                .isNotEqualTo(values(load(VARIANTS.get(variant), without).spec(), 1000));
    }
}
