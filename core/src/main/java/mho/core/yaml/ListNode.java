package mho.core.yaml;

import java.util.List;

/** A list, in the order of the file. */
public record ListNode(Mark mark, List<YamlNode> items) implements YamlNode {
    public ListNode {
        items = List.copyOf(items);
    }

    @Override
    public String describe() {
        return "a list";
    }
}
