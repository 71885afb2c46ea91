package mho.core.yaml;

/** A number in a file, with or without a unit, and the dotted path that {@link MapNode#with} takes. */
public record NumericLeaf(String path, ScalarNode value) {}
