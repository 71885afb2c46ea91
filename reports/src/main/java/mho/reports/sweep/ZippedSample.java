package mho.reports.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mho.core.yaml.BadInput;
import mho.core.yaml.YamlNode;

/** The first values together, the second values together, and so on. */
record ZippedSample() implements Sample {
    @Override
    public long count(List<Axis> axes) {
        List<List<YamlNode>> values = Sample.listed(axes);
        if (values.stream().mapToInt(List::size).distinct().count() > 1) {
            throw new BadInput("sample zip: every axis needs as many values as the others, found "
                    + axes.stream()
                            .map(axis -> Sample.listed(axis).size() + " of " + axis.path())
                            .collect(Collectors.joining(", ")));
        }
        return values.get(0).size();
    }

    @Override
    public List<List<YamlNode>> points(List<Axis> axes, long seed) {
        List<List<YamlNode>> values = Sample.listed(axes);
        List<List<YamlNode>> points = new ArrayList<>();
        for (int i = 0; i < count(axes); i++) {
            int place = i;
            points.add(values.stream().map(axis -> axis.get(place)).toList());
        }
        return points;
    }

    @Override
    public String about() {
        return "values side by side";
    }
}
