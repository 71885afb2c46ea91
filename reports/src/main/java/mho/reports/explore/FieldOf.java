package mho.reports.explore;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.yaml.BadInput;
import mho.core.yaml.Setting;

/**
 * Which field of the page a problem is about.
 *
 * @param path of a parameter, or the name of a choice; empty for what no field has caused
 * @param says what is wrong and what to do, without the place that the field is
 */
record FieldOf(String path, String says) {
    private static final Pattern CHOICE = Pattern.compile(
            "^(?:--)?(chip|network|data|images|seed|program|batch|labels|normalise|calibration|time)\\b");

    /** A path of a file that a message names after its place. */
    private static final Pattern PLACED = Pattern.compile("^[^\\n]+?:\\d+:\\d+: ([a-z0-9.-]+): ");

    /** @param design that has the problem */
    static FieldOf problem(BadInput problem, AskedDesign design) {
        String message = String.valueOf(problem.getMessage());
        for (Setting setting : design.settings()) {
            String place = setting.value().mark() + ": ";
            if (message.startsWith(place)) {
                String says = message.substring(place.length());
                String again = setting.path() + ": ";
                return new FieldOf(setting.path(), says.startsWith(again) ? says.substring(again.length()) : says);
            }
        }
        return new FieldOf(path(problem, message, design), message);
    }

    private static String path(BadInput problem, String message, AskedDesign design) {
        Matcher placed = PLACED.matcher(message);
        String path = problem.path().isEmpty() && placed.find() ? placed.group(1) : problem.path();
        if (!path.isEmpty()) {
            List<String> within = design.settings().stream()
                    .map(Setting::path)
                    .filter(set -> set.startsWith(path + "."))
                    .toList();
            return within.size() == 1 ? within.get(0) : path;
        }
        for (String key : List.of("chip", "network", "data", "labels")) {
            String choice = design.choice(key);
            if (!choice.isEmpty() && message.startsWith(choice)) {
                return key;
            }
        }
        if (message.startsWith(LayerCopies.LAYERS)) {
            return LayerCopies.LAYERS;
        }
        Matcher choice = CHOICE.matcher(message);
        return choice.find() ? choice.group(1) : "";
    }
}
