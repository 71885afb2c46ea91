package mho.core.yaml;

import java.util.stream.Collectors;

/** Writes a tree in block style, two spaces a level, or on one line; keys in their order. */
final class Emitter {
    private final StringBuilder out = new StringBuilder();

    private Emitter() {}

    static String emit(YamlNode node) {
        Emitter emitter = new Emitter();
        if (isBlock(node)) {
            emitter.block(node, 0, false);
        } else {
            emitter.out.append(inline(node)).append('\n');
        }
        return emitter.out.toString();
    }

    private static boolean isBlock(YamlNode node) {
        return (node instanceof MapNode map && !map.entries().isEmpty())
                || (node instanceof ListNode list && !list.items().isEmpty());
    }

    /** {@code begun}: the first line's indentation is already there, after a list's dash. */
    private void block(YamlNode node, int indent, boolean begun) {
        boolean first = begun;
        if (node instanceof MapNode map) {
            for (var entry : map.entries().entrySet()) {
                indent(first ? 0 : indent);
                first = false;
                out.append(scalar(entry.getKey())).append(':');
                value(entry.getValue().value(), indent);
            }
        } else if (node instanceof ListNode list) {
            for (YamlNode item : list.items()) {
                indent(first ? 0 : indent);
                first = false;
                out.append('-');
                item(item, indent);
            }
        }
    }

    private void value(YamlNode node, int indent) {
        if (isBlock(node)) {
            out.append('\n');
            block(node, indent + 2, false);
        } else {
            out.append(' ').append(inline(node)).append('\n');
        }
    }

    private void item(YamlNode node, int indent) {
        out.append(' ');
        if (isBlock(node)) {
            block(node, indent + 2, true);
        } else {
            out.append(inline(node)).append('\n');
        }
    }

    private void indent(int spaces) {
        out.append(" ".repeat(spaces));
    }

    private static String inline(YamlNode node) {
        if (node instanceof MapNode) {
            return "{}";
        }
        if (node instanceof ListNode) {
            return "[]";
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isNull() ? "null" : scalar(scalar.text());
    }

    static String flow(YamlNode node) {
        if (node instanceof MapNode map) {
            return map.entries().entrySet().stream()
                    .map(entry ->
                            flow(entry.getKey()) + ": " + flow(entry.getValue().value()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (node instanceof ListNode list) {
            return list.items().stream().map(Emitter::flow).collect(Collectors.joining(", ", "[", "]"));
        }
        ScalarNode scalar = (ScalarNode) node;
        return scalar.isNull() ? "null" : flow(scalar.text());
    }

    /** Between brackets and braces more has a meaning than elsewhere. */
    private static String flow(String text) {
        boolean ends = text.chars().anyMatch(c -> ",[]{}:".indexOf(c) >= 0);
        return ends ? PlainScalar.quoted(text) : scalar(text);
    }

    static String scalar(String text) {
        boolean plain = PlainScalar.isPlain(text) && !ScalarNode.isNullText(text);
        return plain ? text : PlainScalar.quoted(text);
    }
}
