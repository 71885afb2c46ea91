package mho.core.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One of a few names. */
record EnumShape(Class<?> javaType) implements ValueShape {
    private Map<String, Object> constants() {
        Map<String, Object> constants = new LinkedHashMap<>();
        for (Object constant : javaType.getEnumConstants()) {
            constants.put(Spelling.kebab(((Enum<?>) constant).name()), constant);
        }
        return constants;
    }

    @Override
    public Object bind(YamlNode node, Path path) {
        Map<String, Object> constants = constants();
        String text = ValueShape.text(node, path, type());
        Object constant = constants.get(text);
        if (constant == null) {
            String closest = Spelling.closest(text, constants.keySet());
            String hint = closest == null ? "" : ", did you mean \"" + closest + "\"?";
            throw BadInput.at(node.mark(), path.toString(), "expected " + type() + ", found " + node.describe() + hint);
        }
        return constant;
    }

    @Override
    public String example() {
        return constants().keySet().iterator().next();
    }

    @Override
    public String type() {
        return "one of " + String.join(", ", constants().keySet());
    }

    /** On and off are truth values where YAML is read as its version 1.1 was. */
    @Override
    public Map<String, Object> schema(SchemaDefinitions definitions) {
        List<Object> words = new ArrayList<>(constants().keySet());
        if (words.contains("on")) {
            words.add(true);
        }
        if (words.contains("off")) {
            words.add(false);
        }
        return Map.of("enum", words);
    }
}
