package mho.arch.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.arch.Given;
import mho.arch.RandomChips;
import mho.arch.RandomNetworks;
import mho.arch.Seeds;
import mho.arch.Twice;
import mho.arch.chip.ChipSpec;
import mho.arch.chip.Chips;
import mho.arch.chip.CircuitMesh;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Setting;
import mho.workloads.network.Network;
import org.junit.jupiter.api.Test;

/** Twice as much of any one resource. */
final class MoreIsNotSlowerTest {
    private static final List<String> RESOURCES = List.of(
            "tile.core.adc.count",
            "tile.core.adc.rate",
            "tile.core.adc.clock",
            "tile.bus.width",
            "tile.bus.clock",
            "tile.buffer.width",
            "tile.buffer.clock",
            "tile.buffer.banks",
            "tile.buffer.size",
            "mesh.router.flit",
            "mesh.router.clock",
            "mesh.wires.width",
            "mesh.planes",
            "link.bandwidth",
            "tile.activation.count",
            "tile.activation.clock",
            "tile.pool.count",
            "tile.shift-add.count",
            "tile.shift-add.clock");

    private static final Pattern REMEDY = Pattern.compile("state it again \\(([\\w.-]+)\\.(energy|power|area)=…\\)");
    private static final Map<String, String> FIGURES = Map.of("energy", "1 pJ", "power", "1 mW", "area", "1 um2");

    /** With figures that were stated for another size of the part stated again, as the refusal says; they have no say in time. */
    private static ChipSpec restated(String base, List<String> settings) {
        try {
            return Given.chip(base, settings);
        } catch (BadInput refusal) {
            List<String> more = new ArrayList<>(settings);
            Matcher remedy = REMEDY.matcher(String.valueOf(refusal.getMessage()));
            while (remedy.find()) {
                more.add(remedy.group(1) + "." + remedy.group(2) + "=" + FIGURES.get(remedy.group(2)));
            }
            return Given.chip(base, more);
        }
    }

    /** A layer alone shares its resources with nothing but its own input, whose windows come in one order. */
    @Test
    void a_layer_alone_is_never_slowed_by_a_tick() {
        Trials trials = new Trials(1);
        for (long seed = 0; seed < 40; seed++) {
            Random random = Seeds.random(seed);
            RandomChips.Drawn drawn = RandomChips.draw(random);
            // On a circuit mesh the order of vectors decides which of them finds its path configured: see below.
            if (!(Given.chip(drawn.base(), drawn.settings()).mesh() instanceof CircuitMesh)) {
                trials.add(seed, drawn, RandomNetworks.chain(seed, 1, 40));
            }
        }
        assertThat(trials.slower).isEmpty();
        assertThat(trials.faster).isGreaterThan(50);
    }

    /**
     * Where several layers, or several paths of a circuit mesh, share a resource that serves in order of arrival, it can: what is
     * served sooner elsewhere arrives sooner here, and goes in front of work that is more urgent, which such a resource cannot know
     * (Graham, SIAM J. Appl. Math. 17(2), 1969, on anomalies of list scheduling). Seldom, and little: in these trials at most 7 %.
     */
    @Test
    void layers_that_share_are_hardly_ever_slowed_and_never_by_much() {
        Trials trials = new Trials(2);
        for (long seed = 0; seed < 40; seed++) {
            Random random = Seeds.random(seed);
            RandomChips.Drawn drawn = RandomChips.draw(random);
            trials.add(seed, drawn, RandomNetworks.branching(seed, 1 + (int) (seed % 5), 40));
        }
        assertThat(trials.slower.values()).allSatisfy(loss -> assertThat(loss).isLessThan(0.1));
        assertThat(trials.slower.size()).as("%s", trials.slower).isLessThan(trials.all / 25);
        assertThat(trials.faster).isGreaterThan(trials.all / 4);
    }

    private static final class Trials {
        private final int images;
        private final Map<String, Double> slower = new HashMap<>();
        private int faster;
        private int all;

        Trials(int images) {
            this.images = images;
        }

        void add(long seed, RandomChips.Drawn drawn, Network network) {
            long before;
            try {
                before = finish(Given.chip(drawn.base(), drawn.settings()), network);
            } catch (ModelSaysNo tooSmall) {
                return;
            }
            for (NumericLeaf leaf : leaves(drawn)) {
                if (RESOURCES.contains(leaf.path())) {
                    List<String> settings = new ArrayList<>(drawn.settings());
                    settings.add(leaf.path() + "=" + Twice.of(leaf.value().text()));
                    long after = finish(restated(drawn.base(), settings), network);
                    all++;
                    faster += after < before ? 1 : 0;
                    if (after > before) {
                        slower.put("seed %d, %s %s".formatted(seed, drawn, leaf.path()), (double) after / before - 1);
                    }
                }
            }
        }

        private long finish(ChipSpec chip, Network network) {
            return Given.run(chip, network, images).timeline().finish(images - 1);
        }

        private static List<NumericLeaf> leaves(RandomChips.Drawn drawn) {
            return NumericLeaves.of(Chips.load(
                            drawn.base(),
                            drawn.settings().stream().map(Setting::parse).toList())
                    .tree());
        }
    }
}
