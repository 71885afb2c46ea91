package mho.core.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a file with what may be written in it: behind every key what it means and its unit, and after the keys of each mapping those
 * that it leaves out, as comments with their defaults.
 */
public final class CommentedYaml {
    private final MapNode file;
    private final Map<String, Parameter> known = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder();

    private CommentedYaml(MapNode file, List<Parameter> parameters) {
        this.file = file;
        for (Parameter parameter : parameters) {
            if (parameter.holdsIn(file)) {
                known.putIfAbsent(parameter.path(), parameter);
            }
        }
    }

    /**
     * @param parameters that such a file may have
     */
    public static String of(MapNode file, List<Parameter> parameters) {
        CommentedYaml yaml = new CommentedYaml(file, parameters);
        yaml.mapping(file, "", 0);
        return yaml.out.toString();
    }

    private void mapping(MapNode map, String path, int indent) {
        map.entries().forEach((key, entry) -> entry(key, entry.value(), below(path, key), indent));
        String start = path.isEmpty() ? "" : path + ".";
        known.forEach((name, parameter) -> {
            String key = name.startsWith(start) ? name.substring(start.length()) : "";
            boolean plain = !key.isEmpty() && key.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '-');
            if (plain && map.get(key) == null && !key.equals("kind") && !Sources.isAboutSources(key)) {
                comment("# " + key + ": " + left(parameter), meaning(parameter), indent);
            }
        });
    }

    private void entry(String key, YamlNode value, String path, int indent) {
        if (value instanceof MapNode map && !map.keys().isEmpty()) {
            out.append(" ".repeat(indent)).append(Emitter.scalar(key)).append(":\n");
            mapping(map, path, indent + 2);
            return;
        }
        String[] lines = Yaml.write(MapNode.empty(value.mark()).put(key, value)).split("\n");
        Parameter parameter = known.get(path);
        comment(lines[0], parameter == null || lines.length > 1 ? "" : meaning(parameter), indent);
        for (int i = 1; i < lines.length; i++) {
            out.append(" ".repeat(indent)).append(lines[i]).append('\n');
        }
    }

    private void comment(String line, String meaning, int indent) {
        String whole = " ".repeat(indent) + line;
        out.append(whole);
        if (!meaning.isEmpty()) {
            out.append(" ".repeat(Math.max(2, COLUMN - whole.length())))
                    .append("# ")
                    .append(meaning);
        }
        out.append('\n');
    }

    /** Where comments begin, if a line leaves them room. */
    private static final int COLUMN = 40;

    private static String left(Parameter parameter) {
        return parameter.defaultValue() == null ? "…" : parameter.defaultValue();
    }

    private static String meaning(Parameter parameter) {
        String unit = parameter.unit() == null || parameter.unit().equals("1") ? parameter.type() : parameter.unit();
        return parameter.doc().isEmpty() ? unit : parameter.doc() + " (" + unit + ")";
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
