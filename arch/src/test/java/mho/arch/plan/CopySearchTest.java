package mho.arch.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import mho.arch.Given;
import mho.arch.chip.ChipSpec;
import mho.core.engine.ModelSaysNo;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

final class CopySearchTest {
    private static final ChipSpec ONE_TILE = Given.chip("analog-256", "tiles=1");

    private final List<List<Integer>> laidOut = new ArrayList<>();

    private static Network convolutions(String copies) {
        return Given.network(
                        "3, 32, 32",
                        "conv: {name: a, out: 8, kernel: 3, pad: 1" + copies + "}",
                        "conv: {name: b, out: 8, kernel: 3, pad: 1" + copies + "}")
                .folded();
    }

    /** Whatever is asked for is laid out over more tiles than there are. */
    private void search(ChipSpec chip, Network network) {
        Placement wide = Mapper.map(
                Given.chip("analog-256", "tiles=1", "chips=999").timingView(),
                Given.network("3000", "dense: {out: 3000}").folded());
        CopySearch search = new CopySearch(chip.timingView(), Pipeline.of(network, chip.timingView()), plan -> {
            laidOut.add(java.util.Arrays.stream(plan.copies()).boxed().toList());
            return wide;
        });
        assertThatThrownBy(search::candidates)
                .isInstanceOf(ModelSaysNo.class)
                .hasMessageContaining("the network needs " + wide.tiles() + " tiles");
    }

    @Test
    void a_refusal_of_stated_copies_costs_one_layout() {
        search(ONE_TILE, convolutions(", copies: 2"));
        assertThat(laidOut).containsExactly(List.of(1, 2, 2));
    }

    @Test
    void a_refusal_of_single_copies_costs_one_layout() {
        search(Given.chip("analog-256", "tiles=1", "mapping.copies=one"), convolutions(""));
        assertThat(laidOut).containsExactly(List.of(1, 1, 1));
    }

    @Test
    void no_copies_are_laid_out_twice_on_the_way_down() {
        search(Given.chip("analog-256", "tiles=1", "mapping.copies=fill"), convolutions(""));
        assertThat(laidOut).hasSizeGreaterThan(1).doesNotHaveDuplicates();
        assertThat(laidOut.get(laidOut.size() - 1)).isEqualTo(List.of(1, 1, 1));
    }
}
