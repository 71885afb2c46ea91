package mho.reports.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.FlowText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AxisReaderTest {
    private static List<Axis> axes(String vary) {
        return AxisReader.read((MapNode) Yaml.parse("s.yaml", vary));
    }

    private static String values(String written) {
        return String.join(
                "; ",
                Sample.listed(axes("a.b: " + written).get(0)).stream()
                        .map(FlowText::of)
                        .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[4, 6, 10]                                        | 4; 6; 10",
                "[8]                                               | 8",
                "8                                                 | 8",
                "4..7                                              | 4; 5; 6; 7",
                "-1..1                                             | -1; 0; 1",
                "5..5                                              | 5",
                "1..3 ns                                           | 1 ns; 2 ns; 3 ns",
                "[4..6, 8, 10..11]                                 | 4; 5; 6; 8; 10; 11",
                "['4..6']                                          | 4..6",
                "{from: 4, to: 10, step: 3}                        | 4; 7; 10",
                "{from: 4, to: 9, step: 3}                         | 4; 7",
                "{from: 0, to: 0.3, step: 0.1}                     | 0; 0.1; 0.2; 0.3",
                "{from: 0.8 V, to: 1 V, step: 0.1 V}               | 0.8 V; 0.9 V; 1 V",
                "{from: 0 %, to: 4 %, step: 2 %}                   | 0 %; 2 %; 4 %",
                "{from: 64, to: 1000, factor: 2}                   | 64; 128; 256; 512",
                "{from: 1 ns, to: 10 ns, factor: 2.5}              | 1 ns; 2.5 ns; 6.25 ns",
                "{from: 0, to: 1, count: 5}                        | 0; 0.25; 0.5; 0.75; 1",
                "{from: 0, to: 1, count: 4}                        | 0; 0.333333333333; 0.666666666667; 1",
                "{from: 64, to: 512, count: 4, scale: log}         | 64; 128; 256; 512",
                "{from: 1 us, to: 1000 us, count: 4, scale: log}   | 1 us; 10 us; 100 us; 1000 us",
                "[isaac-ce, analog-256]                            | isaac-ce; analog-256",
                "[{kind: sar, bits: 8}, {kind: ramp, x: [1, 2]}]   | {kind: sar, bits: 8}; {kind: ramp, x: [1, 2]}",
            })
    void valuesAsTheyAreWritten(String written, String values) {
        assertThat(values(written)).isEqualTo(values);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[]                               | s.yaml:1:6: vary.a.b: has no values, give at least one",
                "                                 | s.yaml:1:5: vary.a.b: a value is missing",
                "8..4                             | s.yaml:1:6: vary.a.b: from 8 to 4 is empty, the larger one comes last",
                "{from: 4}                        | s.yaml:1:6: vary.a.b: missing key \"to\", for example \"to: some text\"",
                "{from: 4, to: 8, stop: 1}        | s.yaml:1:23: vary.a.b.stop: unknown key, did you mean \"step\"?",
                "{from: 4, to: 8, step: 0}        | s.yaml:1:6: vary.a.b: step 0: expected a number above zero",
                "{from: 4 V, to: 8 V, step: 1 mV} | s.yaml:1:6: vary.a.b: step 1 mV: expected a number above zero in V, like its ends",
                "{from: 4 V, to: 8 mV, step: 1 V} | s.yaml:1:6: vary.a.b: from 4 V to 8 mV: write both with the same unit",
                "{from: a, to: 8, step: 1}        | s.yaml:1:6: vary.a.b: expected a number, with a unit or without, found \"a\"",
                "{from: 4, to: 8, step: 1, count: 2} | s.yaml:1:6: vary.a.b: step, factor and count exclude one another, keep one",
                "{from: 0, to: 8, factor: 2}      | s.yaml:1:6: vary.a.b: from 0: equal ratios need a value above zero",
                "{from: 0, to: 8, scale: log}     | s.yaml:1:6: vary.a.b: from 0: equal ratios need a value above zero",
                "{from: 0, to: 1000000, step: 1}  | s.yaml:1:6: vary.a.b: more than 100,000 values, take a larger step",
                "{from: 1, to: 1000, count: 2000000} | s.yaml:1:6: vary.a.b: more than 100,000 values, take a larger step",
            })
    void whatMakesNoValuesIsRefused(String written, String message) {
        assertThatThrownBy(() -> axes("a.b: " + (written == null ? "" : written)))
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void axesKeepTheOrderOfTheFile() {
        assertThat(axes("{z: 1, chip: [a], b: 2..3}").stream().map(Axis::path)).containsExactly("z", "chip", "b");
    }

    @Test
    void anEmptyMappingIsRefused() {
        assertThatThrownBy(() -> axes("{}"))
                .hasMessage(
                        "s.yaml:1:1: vary: nothing varies; give a path and its values, as in tile.core.adc.bits: 4..8");
    }
}
