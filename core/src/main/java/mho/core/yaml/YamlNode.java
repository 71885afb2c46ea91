package mho.core.yaml;

/** A part of a file: a mapping, a list or a single value. Immutable; equal parts may be shared. */
public sealed interface YamlNode permits MapNode, ListNode, ScalarNode {
    /** Where it stands. */
    Mark mark();

    /** Whether nothing is written here ("key:", "~" or "null"): as good as absent. */
    default boolean isNull() {
        return false;
    }

    /** What it is, for a message: "a mapping", "a list", or the value in quotes. */
    String describe();
}
