package mho.reports.sweep;

import java.io.IOException;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import mho.arch.machine.Values;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.PointLine;
import mho.reports.run.InputCache;

/**
 * Points that one worker computes, one after the other: those that share most of what they are made from, with all that it takes to ask
 * for them. Chips and network files are in it whole; ONNX files, device files and data are read by the worker, where their paths lead.
 *
 * @param base what kind of points they are, {@link PointKind#base}
 * @param configs their configurations, as files
 * @param sha256 of the configurations
 * @param keep whether points leave files
 */
public record PointGroup(String base, List<String> configs, List<String> sha256, boolean keep) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Networks and data of one worker stay for the groups that come after. */
    private static final InputCache LIBRARY = InputCache.shared();

    public PointGroup {
        configs = List.copyOf(configs);
        sha256 = List.copyOf(sha256);
    }

    /**
     * A point that was computed.
     *
     * @param line as it stands in the store of a sweep, without its end
     * @param lasts whether the same question can have no other answer
     * @param files by name; none unless they were wanted
     */
    public record Point(String line, boolean lasts, Map<String, String> files) implements Serializable {
        private static final long serialVersionUID = 1L;

        PointOutcome outcome() {
            try {
                PointLine read = PointLine.read(line);
                return new PointOutcome(read.figures(), read.failure(), lasts);
            } catch (IOException e) {
                throw new IllegalStateException("what a worker sent: " + line, e);
            }
        }
    }

    /**
     * What became of a group.
     *
     * @param points in their order
     * @param made timelines or trainings
     * @param reused points that used one of another point
     * @param valued points whose values were computed
     * @param valuesReused points that used those of another
     */
    public record Computed(PointGroup group, List<Point> points, int made, int reused, int valued, int valuesReused)
            implements Serializable {
        private static final long serialVersionUID = 1L;
    }

    /** Computes them, on the thread that asks. */
    public Computed compute() {
        return compute(PointKind.of(base));
    }

    private <M> Computed compute(PointKind<M> kind) {
        Parts<M> made = new Parts<>();
        Parts<Values> values = new Parts<>();
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < configs.size(); i++) {
            points.add(computed(kind, i, made, values));
        }
        return new Computed(this, points, made.made, made.reused, values.made, values.reused);
    }

    private <M> Point computed(PointKind<M> kind, int index, Parts<M> made, Parts<Values> values) {
        Map<String, String> files = Map.of();
        PointOutcome outcome;
        try {
            PreparedPoint<M> point = kind.read(config(configs.get(index)), LIBRARY);
            if (!point.sha256().equals(sha256.get(index))) {
                throw new IllegalStateException("a worker reads the configuration of a point as another one: "
                        + "all machines need the same mho");
            }
            M first = made.of(point.key(), point::make);
            Object key = point.valuesKey();
            PreparedPoint.Outcome came =
                    point.finish(first, key == null ? null : values.of(key, () -> point.values(1)));
            outcome = came.figures();
            files = keep ? Map.copyOf(came.files().get()) : files;
        } catch (Throwable e) { // whatever happens to one point must not stop the others
            outcome = PointOutcome.of(e);
        }
        return new Point(outcome.line(sha256.get(index)).json().stripTrailing(), outcome.lasts(), files);
    }

    private static MapNode config(String text) {
        return (MapNode) Yaml.parse("config.yaml", text);
    }

    /** What points of the group have in common. A part that failed fails for all of them. */
    private static final class Parts<T> {
        private final Map<Object, SharedPart<T>> byKey = new HashMap<>();
        private int made;
        private int reused;

        T of(Object key, Supplier<T> maker) {
            SharedPart<T> part = byKey.get(key);
            boolean isNew = part == null;
            if (part == null) {
                part = new SharedPart<>(maker);
                byKey.put(key, part);
                part.make();
            }
            T whole = part.get();
            made += isNew ? 1 : 0;
            reused += isNew ? 0 : 1;
            return whole;
        }
    }
}
