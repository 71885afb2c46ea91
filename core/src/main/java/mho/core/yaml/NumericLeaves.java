package mho.core.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import mho.core.quantity.Quantity;

/** Finds the numbers of a file. */
public final class NumericLeaves {
    private NumericLeaves() {}

    /** Every number and quantity, in the order of the file; what {@code source}, {@code assumed} and {@code about} say is text. */
    public static List<NumericLeaf> of(YamlNode root) {
        List<NumericLeaf> leaves = new ArrayList<>();
        visit(root, Path.ROOT, (path, leaf) -> leaves.add(new NumericLeaf(path.toString(), leaf)));
        return leaves;
    }

    static void visit(YamlNode node, Path path, BiConsumer<Path, ScalarNode> visitor) {
        if (node instanceof MapNode map) {
            map.entries().forEach((key, entry) -> {
                if (!Sources.isAboutSources(key) && !key.equals("about")) {
                    visit(entry.value(), path.key(key), visitor);
                }
            });
        } else if (node instanceof ListNode list) {
            for (int i = 0; i < list.items().size(); i++) {
                visit(list.items().get(i), path.index(i), visitor);
            }
        } else if (node instanceof ScalarNode scalar && Quantity.isQuantity(scalar.text())) {
            visitor.accept(path, scalar);
        }
    }
}
