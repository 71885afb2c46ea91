package mho.workloads.foreign;

import java.util.List;
import mho.core.yaml.ListNode;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;

/**
 * Parts of a network file that stand where another tool's file says what they say, so that whatever is wrong with them is told of that
 * file's line.
 *
 * @param mark the place in the other file
 */
record PlacedNodes(Mark mark) {
    ScalarNode text(String text) {
        return new ScalarNode(mark, text, true);
    }

    ScalarNode number(int number) {
        return new ScalarNode(mark, Integer.toString(number), false);
    }

    ListNode numbers(int... numbers) {
        return new ListNode(
                mark,
                java.util.Arrays.stream(numbers)
                        .<YamlNode>mapToObj(this::number)
                        .toList());
    }

    /** One number where both sides are alike. */
    YamlNode sides(int height, int width) {
        return height == width ? number(height) : numbers(height, width);
    }

    ScalarNode word(String word) {
        return new ScalarNode(mark, word, false);
    }

    ListNode list(List<? extends YamlNode> items) {
        return new ListNode(mark, List.copyOf(items));
    }

    MapNode empty() {
        return MapNode.empty(mark);
    }

    /** A layer: its kind and what it says. */
    MapNode layer(String kind, MapNode says) {
        return empty().put(kind, says);
    }
}
