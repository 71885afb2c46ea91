package mho.reports.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings that are mappings, "{model: sar, bits: 8}", by the keys they differ in: whole, they begin and end alike and look the same once short. */
final class MappingLabels {
    private MappingLabels() {}

    /** Texts that are no mappings stay as they are, and so do those that only a key's absence would tell apart. */
    static List<String> of(List<String> texts) {
        List<Map<String, String>> mappings = new ArrayList<>();
        for (String text : texts) {
            if (!text.startsWith("{") || !text.endsWith("}")) {
                return texts;
            }
            mappings.add(entries(text.substring(1, text.length() - 1)));
        }
        List<String> labels = mappings.stream()
                .map(mapping -> label(mapping, telling(mappings)))
                .toList();
        return texts.size() > 1
                        && Set.copyOf(labels).size() == Set.copyOf(texts).size()
                ? labels
                : texts;
    }

    private static String label(Map<String, String> mapping, Set<String> keys) {
        List<String> words = new ArrayList<>();
        for (String key : keys) {
            String value = mapping.get(key);
            words.add(value == null ? "no " + key : key + " " + value);
        }
        return String.join(", ", words);
    }

    /** Keys whose values are not the same in all. */
    private static Set<String> telling(List<Map<String, String>> mappings) {
        Set<String> keys = new LinkedHashSet<>();
        mappings.forEach(mapping -> keys.addAll(mapping.keySet()));
        keys.removeIf(key -> mappings.stream()
                        .map(mapping -> String.valueOf(mapping.get(key)))
                        .distinct()
                        .count()
                == 1);
        return keys;
    }

    /** Keys and values, cut at the commas that stand in no bracket. */
    private static Map<String, String> entries(String inside) {
        Map<String, String> entries = new LinkedHashMap<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i <= inside.length(); i++) {
            char c = i == inside.length() ? ',' : inside.charAt(i);
            depth += c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0;
            if (c == ',' && (depth == 0 || i == inside.length())) {
                String entry = inside.substring(from, i).strip();
                int colon = entry.indexOf(": ");
                entries.put(colon < 0 ? entry : entry.substring(0, colon), colon < 0 ? "" : entry.substring(colon + 2));
                from = i + 1;
            }
        }
        return entries;
    }
}
