package mho.arch.roofline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mho.arch.Given;
import mho.arch.chip.ChipFiles;
import mho.arch.chip.Inventory;
import mho.arch.chip.Roofline;
import mho.arch.chip.UnsourcedNumbers;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.NumericLeaf;
import mho.core.yaml.NumericLeaves;
import mho.core.yaml.Setting;
import mho.workloads.network.Network;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No dead knobs: every number of a reference machine, doubled or halved, moves a time, a power or an area, or is refused. */
class MachineKnobsTest {
    /** Told and no more: its figures are those of the machine as it was built. */
    private static final Set<String> TOLD = Set.of("technology");

    private static final List<Network> NETWORKS = List.of(
            Given.network("3000, 1, 1", "dense: {out: 3000}", "dense: {out: 3000}"),
            Given.network("1225, 1, 1", "dense: {out: 1225}"),
            Given.network("300, 1, 1", "dense: {out: 300}"));

    private static final List<List<String>> USES = List.of(
            List.of("mapping.batch=1"),
            List.of(),
            List.of("mapping.batch=64"),
            List.of("precision.values=8 bit", "mapping.batch=70"));

    @ParameterizedTest
    @ValueSource(strings = {"haswell-2699v3", "k80"})
    void every_number_matters_or_is_told_to_be_for_information(String name) {
        Set<String> dead = new TreeSet<>();
        // a memory only just large enough, so that its size matters
        String size = name.equals("k80") ? "memory.gddr5.capacity=80 MB" : "memory.dram.capacity=80 MB";
        List<Object> before = figures(name, List.of(size));
        for (NumericLeaf leaf : NumericLeaves.of(
                ChipFiles.load(name, List.of(Setting.parse(size))).tree())) {
            boolean matters = List.of(0.5, 2.0).stream().anyMatch(factor -> {
                List<String> changed =
                        List.of(size, leaf.path() + "=" + times(leaf.value().text(), factor));
                return !before.equals(figures(name, changed));
            });
            if (!matters && !leaf.path().equals("overhead") && !leaf.path().startsWith("efficiency.from-batch.64")) {
                dead.add(leaf.path());
            }
        }
        assertThat(dead).isEqualTo(new TreeSet<>(TOLD));
        assertThat(figures(name, List.of(size, "overhead=1 us"))).isNotEqualTo(before);
        assertThat(figures(name, List.of(size, "efficiency.from-batch={64: 0.3}")))
                .isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"haswell-2699v3", "k80"})
    void every_number_has_a_source_or_a_reasoning(String name) {
        assertThat(UnsourcedNumbers.of(ChipFiles.load(name, List.of()).tree())).isEmpty();
        assertThat(UnsourcedNumbers.of(ChipFiles.load(name, List.of(Setting.parse("mapping.batch=4")))
                        .tree()))
                .as("who sets a figure stands for it")
                .isEmpty();
    }

    private static String times(String text, double factor) {
        String[] parts = text.split(" ", 2);
        double number = factor * Double.parseDouble(parts[0]);
        String plain = number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
        return plain + (parts.length == 1 ? "" : " " + parts[1]);
    }

    private static List<Object> figures(String name, List<String> settings) {
        List<Object> figures = new ArrayList<>();
        for (List<String> use : USES) {
            List<String> all = new ArrayList<>(use);
            all.addAll(settings); // what is tried comes last
            try {
                Roofline machine = GivenMachine.shipped(name, all.toArray(String[]::new));
                Inventory inventory = Inventory.of(machine);
                figures.addAll(List.of(inventory.areaM2(), inventory.leakageW(), inventory.peakPowerW()));
                NETWORKS.forEach(network -> figures.add(times(machine, network)));
            } catch (BadInput refused) {
                figures.add(String.valueOf(refused.getMessage()).isEmpty());
            }
        }
        return figures;
    }

    private static Object times(Roofline machine, Network network) {
        try {
            return RooflineCompiler.times(machine, network.folded());
        } catch (ModelSaysNo no) {
            return "does not fit in " + Quantity.format(machine.levels().size(), "1");
        }
    }
}
