package mho.reports.sweep;

import java.util.List;
import mho.core.quantity.Dimension;
import mho.core.yaml.YamlNode;
import mho.reports.form.sweep.FlowText;

/**
 * Something that can be turned by itself: an axis, or axes that are tied.
 *
 * @param name path of the axis; of those that are tied, all of them
 * @param levels how many values it has; 0 where it is continuous
 * @param ordered whether its values have an order: sizes, not choices
 */
public record Knob(String name, int levels, boolean ordered) {
    static Knob of(Axis axis) {
        List<YamlNode> values = axis.spread().oneByOne();
        return values == null
                ? new Knob(axis.path(), 0, true)
                : new Knob(axis.path(), values.size(), isOrdered(values));
    }

    /** Quantities of one kind, rising or falling. */
    private static boolean isOrdered(List<YamlNode> values) {
        List<String> texts = values.stream().map(FlowText::of).toList();
        return Dimension.ofAll(texts) != null;
    }

    public boolean isContinuous() {
        return levels == 0;
    }

    /** The value, from 0, that u of [0, 1) falls on; of a continuous knob always 0. */
    public int level(double u) {
        return isContinuous() ? 0 : Math.min(levels - 1, (int) (u * levels));
    }

    /** Where a value stands in [0, 1). */
    public double at(int level) {
        return (level + 0.5) / levels;
    }

    /** The same setting, in one way: the middle of what stands for a value. */
    public double snapped(double u) {
        return isContinuous() ? u : at(level(u));
    }
}
