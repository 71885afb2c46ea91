package mho.core.yaml;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What to say of a key that its mapping does not know: it may be misspelt, belong elsewhere in the file, or be no key at all. */
final class UnknownKey {
    private static final int MOST_NAMED = 3;

    private UnknownKey() {}

    /**
     * The end of a message on an unknown key: the key meant, the place where the file has one of this name, or what is known here. One
     * slip of the hand is likelier than a wrong place, a wrong place is likelier than several slips.
     */
    static String remedy(String key, Set<String> known, Path path) {
        String closest = Spelling.closest(key, known);
        if (closest != null && Spelling.errors(Spelling.kebab(key), closest) <= 1) {
            return Spelling.remedy(key, known);
        }
        List<String> elsewhere = elsewhere(key, path);
        if (elsewhere.isEmpty()) {
            return Spelling.remedy(key, known);
        }
        if (elsewhere.size() == 1) {
            return ", did you mean \"" + elsewhere.get(0) + "\"?";
        }
        String more = elsewhere.size() > MOST_NAMED ? ", …" : "";
        return ", did you mean one of "
                + elsewhere.stream().limit(MOST_NAMED).map(p -> "\"" + p + "\"").collect(Collectors.joining(", "))
                + more + "?";
    }

    /** Where the file has a key of this name: within the mapping if there is one, else anywhere. */
    private static List<String> elsewhere(String key, Path path) {
        ValueShape file = path.file();
        if (file == null) {
            return List.of();
        }
        String here = path.toString();
        List<String> all = Parameters.paths(file).stream()
                .filter(p -> p.endsWith("." + key) || p.equals(key))
                .filter(p -> !p.equals(path.key(key).toString()))
                .toList();
        List<String> within = all.stream().filter(p -> p.startsWith(here + ".")).toList();
        return within.isEmpty() ? all : within;
    }

    /** "{area: a guess, rounded}" has a key "rounded" without a value. */
    static String commaHint(YamlNode value) {
        return value instanceof ScalarNode scalar && scalar.text().isEmpty() && !scalar.quoted()
                ? " (quote a text with a comma)"
                : "";
    }
}
