package mho.reports.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Cuts what is to be computed into groups that workers take. */
final class PointGroups {
    /** Groups for each worker at least, where there are so many points: the last ones to end are then a small part of all. */
    private static final int TURNS = 4;

    /** A group that is lost is computed again. */
    private static final int MOST = 64;

    private PointGroups() {}

    /**
     * Points that share values, or where there are none a timeline, stand in one group, or in several that follow one another.
     *
     * @param slots groups that are computed side by side
     */
    static <M> List<PointGroup> of(List<PointPlan<M>> points, int slots, boolean keep) {
        int most = Math.min(MOST, Math.max(1, points.size() / (TURNS * Math.max(1, slots))));
        Map<Object, List<PointPlan<M>>> together = new LinkedHashMap<>();
        for (PointPlan<M> point : points) {
            Object key = point.valuesKey() == null ? point.key() : point.valuesKey();
            together.computeIfAbsent(key, k -> new ArrayList<>()).add(point);
        }
        List<PointGroup> groups = new ArrayList<>();
        for (List<PointPlan<M>> some : together.values()) {
            for (int from = 0; from < some.size(); from += most) {
                groups.add(group(some.subList(from, Math.min(some.size(), from + most)), keep));
            }
        }
        return groups;
    }

    private static <M> PointGroup group(List<PointPlan<M>> points, boolean keep) {
        return new PointGroup(
                points.get(0).base(),
                points.stream().map(point -> point.prepared().question()).toList(),
                points.stream().map(PointPlan::sha256).toList(),
                keep);
    }
}
