package mho.reports.form.sweep;

import java.util.List;
import mho.core.yaml.YamlNode;

/**
 * One combination of values.
 *
 * @param number counts from 1
 * @param values one for each axis
 */
public record Point(int number, List<YamlNode> values) {
    /** For people, and for points.csv. */
    public List<String> settings() {
        return values.stream().map(FlowText::of).toList();
    }
}
