package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mho.core.engine.Clock;
import mho.core.engine.Model;
import mho.core.engine.ModelBuilder;
import mho.core.engine.ModelSaysNo;
import mho.core.engine.RecipeBuilder;
import org.junit.jupiter.api.Test;

/** A run as a whole is counted before it begins: steps of an input times inputs, layers times inputs. */
final class RunLimitsTest {
    /** So many stages of so many windows with so many steps each. */
    private static Model model(int stages, int windows, int steps) {
        ModelBuilder model = Model.builder();
        int clock = model.clock(Clock.ofPeriod(1));
        RecipeBuilder recipe = model.recipe();
        for (int i = 0; i < steps; i++) {
            recipe.delay(clock, 1);
        }
        int[] one = {recipe.build()};
        for (int s = 0; s < stages; s++) {
            model.stage("layer" + s, windows, one, 1);
        }
        return model.build();
    }

    @Test
    void the_steps_of_all_layers_and_inputs_are_bounded() {
        Model model = model(1024, 1 << 10, 1 << 10); // 2^30 steps an input
        assertThat(model.stepsPerImage()).isEqualTo(1L << 30);
        assertThat(RunLimits.checked(model, InputCount.exactly(16))).isEqualTo(InputCount.exactly(16)); // 2^34 just do
        assertThatThrownBy(() -> RunLimits.checked(model, InputCount.exactly(17)))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining(
                        "17 inputs with 1073741824 steps each, over all layers, is more than the 17179869184");
        // a stream has eight inputs at least, one alone is one
        assertThat(RunLimits.checked(model, InputCount.exactly(1)).most()).isEqualTo(1);
        assertThat(RunLimits.checked(model(2048, 1 << 10, 1 << 10), InputCount.untilSteady(2))
                        .least())
                .isEqualTo(2);
        assertThatThrownBy(() -> RunLimits.checked(model(2049, 1 << 10, 1 << 10), InputCount.untilSteady(2)))
                .hasMessageContaining("8 inputs with 2148532224 steps each");
    }

    @Test
    void beginnings_and_ends_that_are_kept_are_bounded() {
        Model model = model(16_384, 1, 1);
        assertThatThrownBy(() -> RunLimits.checked(model, InputCount.exactly(2049)))
                .hasMessageContaining("16384 layers times up to 2049 inputs are more than the 33554432");
        assertThat(RunLimits.checked(model, InputCount.exactly(2048)).most()).isEqualTo(2048);
    }

    /** A stream of a deep network may go on for fewer inputs than one of a shallow one; it is watched as long. */
    @Test
    void deep_networks_have_shorter_streams() {
        InputCount asked = InputCount.untilSteady(2);
        assertThat(RunLimits.checked(model(100, 1, 1), asked)).isEqualTo(asked);
        InputCount deep = RunLimits.checked(model(16_384, 1, 1), asked);
        assertThat(deep.most()).isEqualTo(2048);
        assertThat(deep.enough()).isEqualTo(asked.enough());
    }
}
