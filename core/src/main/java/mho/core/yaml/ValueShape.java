package mho.core.yaml;

import java.util.Map;

/** How a value of a Java type is written in a file: read from a node, checked, shown by example. */
sealed interface ValueShape
        permits NumberShape,
                TextShape,
                FlagShape,
                EnumShape,
                RecordShape,
                ChoiceShape,
                ListShape,
                MapShape,
                OneOrNamedShape,
                RawShape {
    /** The Java value; throws {@link BadInput} with every problem found. */
    Object bind(YamlNode node, Path path);

    /** A value as one would write it on one line: "5 pJ". */
    String example();

    /** What it is called in a list of parameters: "number", "one of sar, ramp". */
    String type();

    /** What may be written, as a JSON Schema. */
    Map<String, Object> schema(SchemaDefinitions definitions);

    /** The node with the defaults of absent keys written in; a node that does not fit is left as it is. */
    default YamlNode filled(YamlNode node) {
        return node;
    }

    /** What is left of an inherited node where another is laid over it: nothing of a mapping of another kind, named or usual. */
    default YamlNode inherited(YamlNode base, YamlNode over) {
        return base;
    }

    /** The text of a single value; throws {@link BadInput} when the node is anything else. */
    static String text(YamlNode node, Path path, String expected) {
        if (node instanceof ScalarNode scalar && !scalar.isNull()) {
            return scalar.text();
        }
        throw BadInput.at(node.mark(), path.toString(), "expected " + expected + ", found " + node.describe());
    }
}
