package mho.periphery.model;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;

/** What a model says of one node and temperature, made to be of those of the part. */
record ScaledEstimate(ProcessScaling move, Site site) {

    /** @param ofModel whether the area is the model's, and not the chip file's */
    ResolvedFigures figures(Estimate estimate, double areaM2, boolean ofModel) {
        Map<String, String> sources = new LinkedHashMap<>();
        double energy = moved(CostFigure.ENERGY, estimate.energyJ(), estimate, sources);
        double leakage =
                estimate.leakageW() == 0 ? 0 : moved(CostFigure.LEAKAGE, estimate.leakageW(), estimate, sources);
        double area = ofModel ? moved(CostFigure.AREA, areaM2, estimate, sources) : areaM2;
        return new ResolvedFigures(energy, leakage, area, sources);
    }

    private double moved(CostFigure face, double figure, Estimate estimate, Map<String, String> sources) {
        String outside = move.outside(face);
        String name = face.name().toLowerCase(Locale.ROOT);
        if (outside != null) {
            throw new BadInput("%s: %s of the model is stated for %s; %s: choose other, or state %s (%s.%s=…)"
                    .formatted(site.path(), name, stated(face), outside, name, site.path(), name));
        }
        sources.put(name, estimate.source() + move.told(face));
        return figure * move.factor(face);
    }

    private String stated(CostFigure face) {
        return NodeLaw.shown(move.from().nodeM()) + (face == CostFigure.LEAKAGE ? " and 300 K" : "");
    }
}
