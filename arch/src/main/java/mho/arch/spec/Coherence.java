package mho.arch.spec;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.Node;

/** Whether the parts of a chip file go together: what no key can be asked alone. */
final class Coherence {
    private final ChipSpec chip;
    private final MapNode tree;
    private final List<BadInput> problems = new ArrayList<>();

    private Coherence(ChipSpec chip, MapNode tree) {
        this.chip = chip;
        this.tree = tree;
    }

    /** @throws BadInput that tells everything which does not fit together */
    static void check(ChipSpec chip, MapNode tree) {
        Coherence coherence = new Coherence(chip, tree);
        coherence.weightsFit();
        coherence.sumsAreAdded();
        if (!coherence.problems.isEmpty()) {
            throw BadInput.all(coherence.problems);
        }
    }

    private void weightsFit() {
        int cells = chip.cellsPerWeight();
        int references = chip.layout().referenceColumns();
        if (chip.weightsPerRow() == 0) {
            refuse(
                    "tile.core.array.columns",
                    "a weight takes %d cells side by side%s, so an array needs at least %d columns, not %d"
                            .formatted(
                                    cells,
                                    references == 0 ? "" : " and the reference " + references,
                                    cells + references,
                                    chip.arrayColumns()));
        }
    }

    private void sumsAreAdded() {
        Core core = chip.core();
        int conversions = core.conversionsPerVector(chip.inputBits());
        if (core.shiftAdd() == null && (chip.cellsPerWeight() > 1 || conversions > 1 || core.arrays() > 1)) {
            refuse(
                    "tile.core",
                    ("shift-add: missing; a result is put together from %d columns a weight, conversions a column: %d,"
                                    + " arrays a core: %d; give the core the unit that adds them")
                            .formatted(chip.cellsPerWeight(), conversions, core.arrays()));
        }
    }

    private void refuse(String path, String what) {
        Node node = tree.find(path);
        Mark mark = node == null ? tree.mark() : node.mark();
        problems.add(BadInput.at(mark, path, what));
    }
}
