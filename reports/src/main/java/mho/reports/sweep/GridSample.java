package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.YamlNode;

/** Every combination, the last axis fastest. */
record GridSample() implements Sample {
    @Override
    public long count(List<Axis> axes) {
        long count = 1;
        for (List<YamlNode> values : Sample.listed(axes)) {
            if (count > Long.MAX_VALUE / values.size()) {
                return Long.MAX_VALUE;
            }
            count *= values.size();
        }
        return count;
    }

    @Override
    public List<List<YamlNode>> points(List<Axis> axes, long seed) {
        List<List<YamlNode>> values = Sample.listed(axes);
        List<List<YamlNode>> points = new ArrayList<>();
        long count = count(axes);
        for (long index = 0; index < count; index++) {
            points.add(point(values, index));
        }
        return points;
    }

    /** The combination of this number, as digits of a number whose places have as many digits as an axis has values. */
    static List<YamlNode> point(List<List<YamlNode>> values, long index) {
        YamlNode[] point = new YamlNode[values.size()];
        long rest = index;
        for (int axis = values.size() - 1; axis >= 0; axis--) {
            int size = values.get(axis).size();
            point[axis] = values.get(axis).get((int) (rest % size));
            rest /= size;
        }
        return List.of(point);
    }

    @Override
    public String about() {
        return "all combinations";
    }
}
