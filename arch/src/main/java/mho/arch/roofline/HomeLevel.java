package mho.arch.roofline;

import java.util.List;
import mho.arch.chip.Roofline;
import mho.arch.chip.Roofline.NamedLevel;
import mho.core.engine.ModelSaysNo;
import mho.core.quantity.Quantity;
import mho.workloads.network.Network;

/**
 * The memory that a network's weights come from: the smallest that holds all of them, for between two uses of a layer's all others are
 * used. Values of a batch are carried by it as well where they do not fit into the largest memory above.
 *
 * @param memory that holds the weights
 * @param bytesAbove what the largest smaller memory holds; 0 where there is none
 */
record HomeLevel(NamedLevel memory, double bytesAbove) {
    /** @throws ModelSaysNo if no memory holds the weights */
    static HomeLevel of(Roofline machine, Network folded) {
        double bytes = machine.bytes(folded.parameters());
        double above = 0;
        List<NamedLevel> levels = machine.levels();
        for (NamedLevel level : levels) {
            if (level.level().capacity() >= bytes) {
                return new HomeLevel(level, above);
            }
            above = level.level().capacity();
        }
        NamedLevel largest = levels.get(levels.size() - 1);
        throw new ModelSaysNo(
                "%s: the %s of weights of %s are more than memory.%s, the largest of %s, holds, %s: give narrower operands (precision.values), or a larger memory (memory.%s.capacity)"
                        .formatted(
                                machine.chip(),
                                Quantity.format(bytes, "B"),
                                folded.name(),
                                largest.name(),
                                machine.chip(),
                                Quantity.format(largest.level().capacity(), "B"),
                                largest.name()));
    }
}
