package mho.reports.explore;

import java.util.ArrayList;
import java.util.List;
import mho.core.yaml.MapNode;
import mho.core.yaml.Setting;
import mho.core.yaml.YamlNode;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import org.jspecify.annotations.Nullable;

/**
 * Where it is set how often a layer stands on the chip.
 *
 * @param path of the setting
 * @param stated in the chip's file, before anything was set; null where the plan decides
 */
record LayerCopies(String layer, String path, @Nullable String stated) {
    /** Of all layers. */
    static final String LAYERS = "mapping.layers";

    /**
     * Of every layer that stands in arrays, and whose name a setting can hold.
     *
     * @param unset the chip before anything was set
     */
    static List<LayerCopies> of(Report report, MapNode unset) {
        List<LayerCopies> all = new ArrayList<>();
        for (LayerRow layer : report.layers()) {
            LayerRow.Held held = layer.held();
            String path = held == null || held.arrays() == 0 ? null : Setting.path(LAYERS, layer.name());
            if (path != null) {
                YamlNode stated = unset.find(path);
                all.add(new LayerCopies(layer.name(), path, stated == null ? null : DesignExport.text(stated)));
            }
        }
        return all;
    }

    /** Whether a setting is about copies of layers, of one or of all. */
    static boolean isIn(String path) {
        return path.equals(LAYERS) || path.startsWith(LAYERS + ".") || path.startsWith(LAYERS + "[");
    }
}
