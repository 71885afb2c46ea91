package mho.arch.chip;

import static org.assertj.core.api.Assertions.assertThat;

import mho.arch.Given;
import mho.arch.machine.ValueModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which figures decide when things happen, and which of them what values come out. */
class TimingViewTest {
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                // chip     | figure                                | time  | values
                "isaac-ce   | technology=16 nm                      | same  | same",
                "isaac-ce   | temperature=350 K                     | same  | same",
                // its rows state a capacitance, which goes with their length
                "analog-256 | technology=16 nm                      | same  | other",
                "analog-256 | temperature=350 K                     | same  | same",
                "analog-256 | tile.core.control.energy=9 pJ         | same  | same",
                "analog-256 | tile.buffer.leakage=1 mW              | same  | same",
                "analog-256 | mesh.segment.voltage=0.5 V            | same  | same",
                "analog-256 | mesh.segment.lanes=32                 | other | same",
                "analog-256 | tile.buffer.size=32 KiB               | other | same",
                "analog-256 | tile.cores=2                          | other | same",
                "analog-256 | tile.core.array.cell.programming-error=3 % | same  | other",
                "analog-256 | tile.core.adc.offset-error=1          | same  | other",
                "analog-256 | tile.activation.segments=4            | same  | other",
                "analog-256 | tile.core.adc.bits=6                  | other | other",
                "analog-256 | tile.core.array.rows=128              | other | other",
                "isaac-ce   | tile.core.adc.bits=6 & tile.core.adc.power=1 mW & tile.core.adc.area=0.001 mm2 | same  | other",
                "isaac-ce   | tile.core.adc.power=1 mW              | same  | same",
                "isaac-ce   | tile.core.adc.count=4                 | other | same",
                "isaac-ce   | tile.core.adc.count=16                | same  | same",
                "isaac-ce   | tile.core.array.input-activity=0.3    | same  | same",
                "isaac-ce   | tile.core.driver.skip-zeros=0.3       | same  | same",
                "isaac-ce   | mapping.compact=zeros                 | other | other",
            })
    void a_figure_has_a_say_in_time_in_values_in_both_or_in_neither(
            String chip, String setting, String time, String values) {
        ChipSpec before = Given.chip(chip);
        ChipSpec after = Given.chip(chip, setting.split(" & "));

        assertThat(after.timingView().equals(before.timingView()))
                .as("same timing view")
                .isEqualTo(time.equals("same"));
        assertThat(ValueModel.of(after).equals(ValueModel.of(before)))
                .as("same circuits")
                .isEqualTo(values.equals("same"));
    }
}
