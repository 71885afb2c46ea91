package mho.reports.sweep;

import mho.core.yaml.YamlNode;

/**
 * One thing that varies.
 *
 * @param path of the chip file as {@code --set} takes it, or a key of {@link mho.reports.config.RunRequest}
 */
record Axis(String path, AxisValues spread) {
    /** Where on the axis u, of [0, 1), falls. */
    YamlNode at(double u) {
        return spread.at(u);
    }
}
