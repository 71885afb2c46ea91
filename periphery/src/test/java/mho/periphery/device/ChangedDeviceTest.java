package mho.periphery.device;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.periphery.learning.ConstantStep;
import mho.periphery.learning.SoftBoundsReference;
import org.junit.jupiter.api.Test;

/** A device of mho's own whose pulses do something else. */
class ChangedDeviceTest {
    private static final String DEVICE = "reram-sb";

    private static Device changed(String update) {
        return Devices.load(DEVICE, (MapNode) Yaml.parse("update", update));
    }

    @Test
    void keys_that_are_not_named_stay() {
        SoftBoundsReference law =
                (SoftBoundsReference) requireNonNull(changed("{step: 0.02}").update());
        SoftBoundsReference before =
                (SoftBoundsReference) requireNonNull(Devices.load(DEVICE).update());
        assertThat(law.steps().step()).isEqualTo(0.02);
        assertThat(law.steps().pulseNoise()).isEqualTo(before.steps().pulseNoise());
        assertThat(law.cells()).isEqualTo(before.cells());
    }

    @Test
    void another_kind_replaces_the_law() {
        ConstantStep law = (ConstantStep)
                requireNonNull(changed("{kind: constant-step, step: 0.1}").update());
        assertThat(law.steps().pulseNoise()).as("nothing of the law before").isZero();
        assertThat(law.cells().highest()).isEqualTo(1);
    }

    @Test
    void nothing_changes_nothing_and_nonsense_is_told() {
        assertThat(changed("{}")).isEqualTo(Devices.load(DEVICE));
        assertThatThrownBy(() -> changed("{stp: 1}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("did you mean \"step\"");
        assertThatThrownBy(() -> Devices.load("no-such", (MapNode) Yaml.parse("update", "{step: 1}")))
                .hasMessageContaining("no device is called");
    }

    /** A device without a law has one where a whole one is given. */
    @Test
    void a_device_that_did_not_learn_learns_by_a_law_that_is_given() {
        assertThat(Devices.load("ideal").update()).isNull();
        Device given = Devices.load("ideal", (MapNode) Yaml.parse("update", "{kind: constant-step, step: 0.1}"));
        assertThat(given.update()).isInstanceOf(ConstantStep.class);
    }
}
