package mho.core.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of one file, each under the path that a setting finds it by: what may be said of every item of a list, or under every name
 * of a mapping, stands once for each item and name that the file has, and what is said of a part as of another ("as tile.…") is said of it.
 * Names that a path cannot hold are left out.
 */
public final class StandingParameters {
    private static final String EACH = "[]";
    private static final String EVERY = "*";
    private static final String REST = ".…";
    private static final String AS = "as ";

    private final List<Parameter> known;
    private final MapNode file;
    private final List<Parameter> found = new ArrayList<>();
    /** Parts that stand under names and not in their usual place. */
    private final List<String> elsewhere = new ArrayList<>();

    private StandingParameters(List<Parameter> known, MapNode file) {
        this.known = known;
        this.file = file;
    }

    /**
     * Those that hold of a file's kinds, in their order.
     *
     * @param known what such a file may say
     */
    public static List<Parameter> of(List<Parameter> known, MapNode file) {
        StandingParameters standing = new StandingParameters(known, file);
        known.forEach(parameter -> {
            if (parameter.path().endsWith(REST)) {
                standing.addLike(parameter);
            } else {
                standing.add(new Sought(parameter, steps(parameter.path()), conditions(parameter)));
            }
        });
        standing.found.removeIf(parameter -> standing.elsewhere.stream().anyMatch(parameter.path()::startsWith));
        return List.copyOf(standing.found);
    }

    /**
     * A parameter that is looked for.
     *
     * @param pattern its path, step by step, in which some stand for every item or name
     */
    private record Sought(Parameter parameter, List<String> pattern, List<Condition> conditions) {}

    /** A kind that a part of the file must have. */
    private record Condition(List<String> path, String kind, boolean usual) {}

    private static List<String> steps(String path) {
        return path.isEmpty()
                ? List.of()
                : Arrays.asList(path.replace(EACH, "." + EACH).split("\\."));
    }

    private static List<Condition> conditions(Parameter parameter) {
        List<Condition> all = new ArrayList<>();
        for (String condition :
                parameter.when().isEmpty() ? new String[0] : parameter.when().split(", ")) {
            boolean usual = condition.endsWith(Parameter.WHERE_NONE_IS_NAMED);
            String[] sides =
                    condition.replace(Parameter.WHERE_NONE_IS_NAMED, "").split(" = ", 2);
            all.add(new Condition(steps(sides[0]), sides[1], usual));
        }
        return all;
    }

    /** What is said of parts of a name as of another part, wherever such a name stands. */
    private void addLike(Parameter rest) {
        List<String> places = steps(rest.path().substring(0, rest.path().length() - REST.length()));
        String like = rest.type().substring(AS.length(), rest.type().length() - REST.length()) + ".";
        int own = steps(like).size();
        int before = found.size();
        for (Parameter parameter : known) {
            if (parameter.path().startsWith(like)) {
                List<Condition> conditions = conditions(parameter).stream()
                        .map(one -> new Condition(moved(one.path(), own, places), one.kind(), one.usual()))
                        .toList();
                List<String> pattern = moved(steps(parameter.path()), own, places);
                add(new Sought(parameter, pattern, conditions));
            }
        }
        if (found.size() > before && file.get(like.substring(0, like.length() - 1)) == null) {
            elsewhere.add(like);
        }
    }

    private static List<String> moved(List<String> path, int own, List<String> places) {
        List<String> moved = new ArrayList<>(places);
        moved.addAll(path.subList(own, path.size()));
        return moved;
    }

    private void add(Sought sought) {
        place(sought, 0, Path.ROOT, file);
    }

    private void place(Sought sought, int depth, Path here, @Nullable YamlNode node) {
        if (depth == sought.pattern.size()) {
            if (sought.conditions.stream().allMatch(condition -> holds(condition, sought.pattern, here))) {
                found.add(sought.parameter.at(here.toString()));
            }
            return;
        }
        String step = sought.pattern.get(depth);
        if (step.equals(EACH)) {
            int items = node instanceof ListNode list ? list.items().size() : 0;
            for (int i = 0; i < items; i++) {
                next(sought, depth, here.index(i), node);
            }
        } else if (step.equals(EVERY)) {
            if (node instanceof MapNode map) {
                map.keys().stream()
                        .filter(name -> !Sources.isAboutSources(name) && canBeNamed(name))
                        .forEach(name -> next(sought, depth, here.key(name), map));
            }
        } else {
            next(sought, depth, here.key(step), node);
        }
    }

    private void next(Sought sought, int depth, Path here, @Nullable YamlNode node) {
        List<Path> steps = here.steps();
        YamlNode below = node == null ? null : Edit.child(node, steps.get(steps.size() - 1));
        place(sought, depth + 1, here, below);
    }

    /** Whether a path with this name in it is read as it is written. */
    static boolean canBeNamed(String name) {
        try {
            return name.equals(
                    Path.parse(Path.ROOT.key(name).toString(), Mark.of("")).key());
        } catch (BadInput e) {
            return false;
        }
    }

    /** The condition's path goes the same way as the parameter's, as far as both are the same. */
    private boolean holds(Condition condition, List<String> pattern, Path at) {
        List<Path> steps = at.steps();
        Path path = Path.ROOT;
        boolean same = true;
        for (int i = 0; i < condition.path().size(); i++) {
            String step = condition.path().get(i);
            same &= i < pattern.size() && step.equals(pattern.get(i));
            path = same ? path.then(steps.get(i)) : path.key(step);
        }
        YamlNode stated = Edit.find(file, path);
        return stated == null
                ? condition.usual() && Edit.find(file, above(path)) instanceof MapNode
                : stated instanceof ScalarNode scalar && scalar.text().equals(condition.kind());
    }

    private static Path above(Path path) {
        List<Path> steps = path.steps();
        return steps.size() < 2 ? Path.ROOT : steps.get(steps.size() - 2);
    }
}
