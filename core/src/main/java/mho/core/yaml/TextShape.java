package mho.core.yaml;

/** Any text, but not an empty one. */
record TextShape() implements ValueShape {
    @Override
    public Object bind(YamlNode node, Path path) {
        String text = ValueShape.text(node, path, "a text");
        if (text.isBlank()) {
            throw BadInput.at(node.mark(), path.toString(), "expected a text, found an empty one");
        }
        return text;
    }

    @Override
    public String example() {
        return "some text";
    }

    @Override
    public String type() {
        return "text";
    }
}
