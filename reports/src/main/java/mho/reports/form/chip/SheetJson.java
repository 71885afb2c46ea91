package mho.reports.form.chip;

import java.io.IOException;
import java.util.Map;
import mho.reports.medium.Json;
import mho.reports.sheet.ChangedFigure;
import mho.reports.sheet.ChipSheet;
import mho.reports.sheet.HierarchyLevel;

/** The data sheet of a chip as JSON, in SI base units. */
public final class SheetJson {
    private static final String SCHEMA = "mho.chip/1";

    private SheetJson() {}

    public static String of(ChipSheet sheet) {
        return Json.object(json -> json.put("schema", SCHEMA)
                .put("chip", sheet.chip().chip())
                .put("peak", peak -> write(peak, sheet.peak()))
                .put("structure", structure -> write(structure, sheet))
                .put("multiply", multiply -> write(multiply, sheet.element().multiply()))
                .putEach("parts", sheet.parts(), SheetJson::write)
                .putEach("levels", sheet.levels(), SheetJson::write)
                .putEach("assumed", sheet.assumptions(), (one, a) -> one.put("path", a.path())
                        .put("value", a.value())
                        .put("reasoning", a.reasoning()))
                .putEach("set", ChangedFigure.of(sheet.tree()), SettingsText::write)
                .put("unsourced", sheet.unsourced().size())
                .putAll("unsourced_figures", sheet.unsourced())
                .put("leakage_unstated", sheet.leakageUnstated())
                .putAll("warnings", sheet.warnings()));
    }

    private static void write(Json json, ChipSheet.Peak peak) throws IOException {
        json.put("ops_per_s", peak.opsPerS())
                .put("power_w", peak.powerW())
                .put("power_at_full_rate_w", peak.powerAtFullRateW())
                .put("leakage_w", peak.leakageW())
                .put("area_m2", peak.areaM2())
                .put("ops_per_s_per_w", peak.opsPerSPerW())
                .put("ops_per_s_per_m2", peak.opsPerSPerM2())
                .put("storage_bytes", peak.storageBytes())
                .put("storage_bytes_per_m2", peak.storageBytesPerM2());
    }

    private static void write(Json json, ChipSheet sheet) throws IOException {
        json.put("technology_m", sheet.chip().technology())
                .put("temperature_k", sheet.chip().temperature())
                .put("chips", sheet.chip().chips())
                .put("tiles", sheet.chip().tiles())
                .put("cores_per_tile", sheet.chip().tile().cores())
                .put("arrays_per_core", sheet.chip().element().arrays())
                .put("rows", sheet.chip().arrayRows())
                .put("columns", sheet.chip().arrayColumns())
                .put("cells_per_weight", sheet.chip().cellsPerWeight())
                .put("weights_per_row", sheet.chip().weightsPerRow());
        write(json, sheet.element().sizes());
    }

    private static void write(Json json, Map<String, Number> figures) throws IOException {
        for (Map.Entry<String, Number> figure : figures.entrySet()) {
            json.put(figure.getKey(), figure.getValue());
        }
    }

    private static void write(Json json, ChipSheet.Part part) throws IOException {
        json.put("name", part.path())
                .put("instances", part.instances())
                .put("action", part.action())
                .put("energy_j", part.energyJ())
                .put("power_w", part.powerW())
                .putOrNull("leakage_w", part.leakageStated() ? part.leakageW() : null)
                .put("leakage_stated", part.leakageStated())
                .put("area_m2", part.areaM2())
                .put("chip_power_w", part.chipPowerW())
                .put("chip_area_m2", part.chipAreaM2())
                .put("source", part.source())
                .put("sources", sources -> {
                    for (Map.Entry<String, String> one : part.sources().entrySet()) {
                        sources.put(one.getKey(), one.getValue());
                    }
                });
    }

    private static void write(Json json, HierarchyLevel level) throws IOException {
        json.put("name", level.name())
                .put("per_chip", level.perChip())
                .put("power_w", level.powerW())
                .put("area_m2", level.areaM2());
    }
}
