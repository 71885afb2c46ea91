package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import mho.arch.Given;
import mho.arch.chip.TimingView;
import mho.arch.chip.TimingView.KindView;
import mho.arch.cut.WeightLayout;
import mho.arch.element.Block;
import mho.arch.element.ElementTiming;
import mho.arch.element.Service;
import mho.arch.element.Use;
import mho.core.cost.Counts;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import mho.workloads.task.Verb;
import org.junit.jupiter.api.Test;

/** What elements do and what they do not. */
class VerbsTest {
    private final TimingView chip = Given.chip("isaac-ce").timingView();

    @Test
    void aLayerWithWeightsIsRefusedWhereNothingMultiplies() {
        KindView tile = chip.onlyKind();
        TimingView idle = new TimingView(
                chip.chip(),
                chip.precision(),
                chip.mapping(),
                chip.fabric(),
                null,
                List.of(new KindView(
                        tile.path(),
                        tile.first(),
                        tile.count(),
                        tile.does(),
                        tile.buffer(),
                        tile.bus(),
                        tile.digital(),
                        tile.cores(),
                        new Idle())),
                chip.cycle(),
                0);
        Network network = Given.network("10", "dense: {name: fc, out: 4}").folded();

        assertThat(Mapper.map(chip, network).arrays()).isPositive();
        assertThatThrownBy(() -> Mapper.map(idle, network))
                .isInstanceOf(ModelSaysNo.class)
                .hasMessage(
                        "layer fc multiplies by weights, which tile.core of isaac-ce does not do: give it a kind that does");
    }

    private record Idle() implements ElementTiming {
        @Override
        public WeightLayout layout() {
            return new WeightLayout(128, 128, 1, 0, false, true);
        }

        @Override
        public int arrays() {
            return 1;
        }

        @Override
        public Set<Verb> verbs() {
            return Set.of();
        }

        @Override
        public Service service(Verb verb, Block block) {
            throw new IllegalArgumentException("it does nothing");
        }

        @Override
        public void count(Verb verb, Use use, Counts to) {}
    }
}
