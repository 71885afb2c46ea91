package mho.core.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final NumberBounds ABOVE_ZERO = new NumberBounds(0, true, Double.POSITIVE_INFINITY, false);
    private static final NumberBounds UP_TO_1024 = new NumberBounds(1, false, 1024, false);

    private final List<Parameter> parameters = Parameters.of(SampleChip.class);

    @Test
    void listsEveryParameterOfEveryKind() {
        assertThat(parameters)
                .extracting(p -> p.path() + (p.when().isEmpty() ? "" : " (" + p.when() + ")"))
                .containsExactly(
                        "chip",
                        "about",
                        "cycle",
                        "tiles",
                        "sign",
                        "pipelined",
                        "tile.size",
                        "tile.width",
                        "tile.activity",
                        "tile.adc.kind",
                        "tile.adc.bits (tile.adc.kind = sar)",
                        "tile.adc.rate (tile.adc.kind = sar)",
                        "tile.adc.energy (tile.adc.kind = sar)",
                        "tile.adc.power (tile.adc.kind = sar)",
                        "tile.adc.leakage (tile.adc.kind = sar)",
                        "tile.adc.area (tile.adc.kind = sar)",
                        "tile.adc.model (tile.adc.kind = sar)",
                        "tile.adc.source (tile.adc.kind = sar)",
                        "tile.adc.assumed (tile.adc.kind = sar)",
                        "tile.adc.set-by (tile.adc.kind = sar)",
                        "tile.adc.technology (tile.adc.kind = sar)",
                        "tile.adc.model-node (tile.adc.kind = sar)",
                        "tile.adc.static.power (tile.adc.kind = sar)",
                        "tile.adc.static.while (tile.adc.kind = sar)",
                        "tile.adc.static.set-by (tile.adc.kind = sar)",
                        "tile.adc.gating.wake-up (tile.adc.kind = sar)",
                        "tile.adc.gating.energy (tile.adc.kind = sar)",
                        "tile.adc.gating.remainder (tile.adc.kind = sar)",
                        "tile.adc.gating.parts (tile.adc.kind = sar)",
                        "tile.adc.gating.set-by (tile.adc.kind = sar)",
                        "tile.adc.bits (tile.adc.kind = ramp)",
                        "tile.adc.step (tile.adc.kind = ramp)",
                        "tile.adc.levels (tile.adc.kind = ramp)",
                        "layers[].conv.out",
                        "layers[].conv.kernel",
                        "layers[].conv.pad",
                        "layers[].repeat.times",
                        "links.*.rate",
                        "links.*.energy");
    }

    @Test
    void saysTypeUnitDefaultAndMeaning() {
        assertThat(parameters)
                .contains(
                        new Parameter(
                                "cycle", "number", "s", null, true, false, "one array read", true, ABOVE_ZERO, ""),
                        new Parameter(
                                "tiles",
                                "whole number",
                                null,
                                null,
                                true,
                                false,
                                "tiles on the chip",
                                true,
                                UP_TO_1024,
                                ""),
                        new Parameter("about", "text", null, null, false, false, "", false, null, ""),
                        new Parameter(
                                "sign",
                                "one of offset, differential-pair",
                                null,
                                "offset",
                                false,
                                false,
                                "",
                                false,
                                null,
                                ""),
                        new Parameter("pipelined", "true or false", null, "true", false, false, "", false, null, ""),
                        new Parameter(
                                "tile.width", "whole number", "bit", "16 bit", false, false, "", true, ABOVE_ZERO, ""),
                        new Parameter(
                                "tile.adc.kind", "one of sar, ramp", null, null, true, false, "", false, null, ""),
                        new Parameter(
                                "tile.adc.levels",
                                "list of number",
                                "V",
                                "[]",
                                false,
                                false,
                                "",
                                true,
                                ABOVE_ZERO,
                                "tile.adc.kind = ramp"));
    }

    /** By hand: a list may be empty, a mapping by names too, a part may have no switch; a tile has to be there. */
    @Test
    void saysWhatIsRequiredOnlyWhereItsPartIsThere() {
        assertThat(parameters)
                .filteredOn(Parameter::required)
                .filteredOn(Parameter::partMayLack)
                .extracting(Parameter::path)
                .contains("layers[].conv.out")
                .allMatch(path -> path.matches("layers\\[].*|links\\.\\*.*|tile\\.adc\\.(static|gating)\\..*"));
        assertThat(parameters)
                .filteredOn(Parameter::required)
                .filteredOn(parameter -> !parameter.partMayLack())
                .extracting(Parameter::path)
                .contains("cycle", "tiles", "tile.adc.kind");
    }

    @Test
    void everyNumericLeafOfAFileIsAParameter() {
        List<String> leaves = NumericLeaves.of(Yaml.parse("chip.yaml", SampleChip.GOOD)).stream()
                .map(NumericLeaf::path)
                .toList();

        assertThat(leaves)
                .containsExactly(
                        "cycle",
                        "tiles",
                        "tile.size",
                        "tile.adc.bits",
                        "tile.adc.rate",
                        "tile.adc.power",
                        "tile.adc.area");
        assertThat(parameters)
                .filteredOn(Parameter::numeric)
                .extracting(Parameter::path)
                .containsAll(leaves);
    }
}
