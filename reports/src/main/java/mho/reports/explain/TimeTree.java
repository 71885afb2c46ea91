package mho.reports.explain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mho.arch.run.TimedRun;
import mho.core.engine.Clock;
import mho.core.engine.CriticalPath;
import mho.core.engine.CriticalPath.Doing;
import mho.core.engine.CriticalPath.Opening;
import mho.core.engine.CriticalPath.Part;
import mho.core.engine.CriticalPaths;
import mho.core.engine.Model;
import mho.core.yaml.MapNode;
import mho.reports.figures.Unit;
import mho.reports.sheet.Assumption;
import mho.reports.sheet.Citations;

/** Latencies as critical paths: what each layer on the path did, and what it waited for. */
final class TimeTree {
    private static final Pattern PLACE = Pattern.compile(" ?\\(\\d+,\\d+\\)|\\[\\d+]");
    private static final String OF_THE_FILE = "direct: chip file";
    private static final String LATENCY =
            "sum over the critical path: step before step, each ready when the one before it handed on";

    private final TimedRun run;
    private final Model model;
    private final CriticalPaths paths;
    private final Citations citations;
    private final List<Assumption> assumptions;

    /**
     * Of a run.
     *
     * @param paths of its one input alone
     * @param chip the resolved chip file
     */
    TimeTree(TimedRun run, CriticalPaths paths, MapNode chip) {
        this.run = run;
        this.paths = paths;
        model = run.program().model();
        citations = new Citations(chip);
        assumptions = Assumption.in(chip);
    }

    /** Of one input alone, from its coming to its last output. */
    CriticalPath path() {
        return paths.whole();
    }

    /** Of a layer, from the first step of its first window. */
    CriticalPath path(int stage) {
        return paths.to(stage).since(run.alone().start(run.program().beginnings()[stage], 0));
    }

    /** What is done on a path, and for how long. */
    private record Group(Doing doing, String resource, String key, String holder) {}

    FigureTree tree(String label, CriticalPath path) {
        Map<Integer, Map<Group, List<Part>>> stages = new LinkedHashMap<>();
        for (Part part : path.parts()) {
            stages.computeIfAbsent(part.stage(), stage -> new LinkedHashMap<>())
                    .computeIfAbsent(group(part), group -> new ArrayList<>())
                    .add(part);
        }
        List<FigureTree> trees = new ArrayList<>();
        stages.forEach((stage, groups) -> {
            List<FigureTree> parts = new ArrayList<>();
            groups.forEach((group, members) -> parts.add(leaf(group, members)));
            long ticks = groups.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Part::ticks)
                    .sum();
            trees.add(FigureTree.sum(
                    stage < 0 ? "the input comes" : model.stageName(stage),
                    seconds(ticks),
                    Unit.SECOND,
                    "",
                    EnergyTree.largestFirst(parts)));
        });
        return FigureTree.sum(label, seconds(path.ticks()), Unit.SECOND, LATENCY, trees);
    }

    private Group group(Part part) {
        int resource = part.resource();
        return new Group(
                part.doing(),
                resource < 0 ? "" : PLACE.matcher(model.resourceName(resource)).replaceAll(""),
                resource < 0 ? "" : model.resourceSetBy(resource),
                part.holder() < 0 || part.holder() == part.stage() ? "" : model.stageName(part.holder()));
    }

    private FigureTree leaf(Group group, List<Part> members) {
        double total = seconds(members.stream().mapToLong(Part::ticks).sum());
        return FigureTree.leaf(
                said(group), total, Unit.SECOND, leaf(members.size(), total / members.size(), group.key));
    }

    private static String said(Group group) {
        return switch (group.doing) {
            case COMES -> "parts of the chip wake up";
            case WAITS_FOR_RESOURCE -> "waits for " + group.resource
                    + (group.holder.isEmpty() ? ", busy with its own other steps" : ", busy with " + group.holder);
            case WAITS_FOR_EDGE -> "waits for the next edge of the clock of " + group.resource;
            case WORKS -> group.resource;
            case DELAYED -> "delay that nothing is busy with";
            case CROSSES -> "crosses the network from " + group.resource + ", waits in it included";
        };
    }

    /** Where a time comes from: simulated, of what the key of the chip file sets that its step goes by. */
    FigureTree.Leaf leaf(double count, double priceS, String key) {
        if (key.isEmpty()) {
            return new FigureTree.Leaf(count, priceS, "simulated", false);
        }
        for (Assumption assumption : assumptions) {
            if (assumption.path().equals(key)) {
                return new FigureTree.Leaf(
                        count,
                        priceS,
                        "simulated; set by %s (assumed: %s)".formatted(key, assumption.reasoning()),
                        true);
            }
        }
        String cited = citations.of(key, OF_THE_FILE);
        String source = cited.equals(OF_THE_FILE)
                ? "simulated; set by " + key
                : "simulated; set by %s (%s)".formatted(key, cited);
        return new FigureTree.Leaf(count, priceS, source, false);
    }

    /** A path as its layers take turns on it. */
    List<PathStretch> stretches(CriticalPath path) {
        List<PathStretch> stretches = new ArrayList<>();
        List<Part> parts = path.parts();
        for (int first = 0, next; first < parts.size(); first = next) {
            int stage = parts.get(first).stage();
            next = first;
            long waited = 0;
            while (next < parts.size() && parts.get(next).stage() == stage) {
                waited += parts.get(next).doing() == Doing.WAITS_FOR_RESOURCE
                        ? parts.get(next).ticks()
                        : 0;
                next++;
            }
            stretches.add(stretch(path, parts.get(first), parts.get(next - 1), waited));
        }
        return stretches;
    }

    private PathStretch stretch(CriticalPath path, Part first, Part last, long waited) {
        Opening opening = path.openings().stream()
                .filter(each ->
                        each.stage() == first.stage() && each.window() == first.window() && each.at() <= first.from())
                .findFirst()
                .orElse(null);
        return new PathStretch(
                first.stage() < 0 ? "" : model.stageName(first.stage()),
                first.window(),
                last.window(),
                seconds(first.from()),
                seconds(last.to()),
                seconds(waited),
                opening == null ? null : opening.reason(),
                opening == null || opening.byStage() < 0 ? "" : model.stageName(opening.byStage()));
    }

    /** What sets how fast a layer's own arrays are; empty where it has none. */
    String keyOfArrays(int stage) {
        int first = run.program().pipelines().get(stage).nextSetBit(0);
        return first < 0 ? "" : model.resourceSetBy(first);
    }

    private static double seconds(long ticks) {
        return (double) ticks / Clock.TICKS_PER_SECOND;
    }
}
