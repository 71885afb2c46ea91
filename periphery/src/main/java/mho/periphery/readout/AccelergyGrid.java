package mho.periphery.readout;

import java.util.List;
import java.util.Objects;
import mho.periphery.model.Estimate;
import mho.periphery.model.PublishedTable;
import mho.periphery.model.Site;
import mho.periphery.model.Technology;

/** The 210 points at which the Accelergy ADC plug-in itself was evaluated (five nodes, six rates, 4 to 10 bits), printed to five digits: what the regression here is held against. */
public final class AccelergyGrid {

    private AccelergyGrid() {}

    /**
     * One point as published, and the regression beside it.
     *
     * @param energyJ per conversion, as the plug-in printed it
     */
    public record Point(
            int bits,
            double nodeM,
            double samplesPerSecond,
            double powerW,
            double energyJ,
            double areaM2,
            String source) {

        /** Largest relative difference of energy, power and area between the regression here and the plug-in. */
        public double relativeError() {
            AdcQuery query = new AdcQuery(bits, samplesPerSecond, Technology.ofNode(nodeM), null);
            Estimate here =
                    AdcModels.CATALOG.estimate("accelergy-regression", query, new Site("adc", query.technology()));
            double energy = Math.abs(here.energyJ() / energyJ - 1);
            double power = Math.abs(here.energyJ() * samplesPerSecond / powerW - 1);
            double area = Math.abs(Objects.requireNonNull(here.areaM2()) / areaM2 - 1);
            return Math.max(energy, Math.max(power, area));
        }
    }

    public static List<Point> points() {
        return PublishedTable.beside(AccelergyGrid.class, "accelergy-grid.csv").rows().stream()
                .map(row -> new Point(
                        (int) row.number("bits"),
                        row.number("node_nm") * 1e-9,
                        row.number("samples_per_s"),
                        row.number("power_mw") * 1e-3,
                        row.number("energy_pj") * 1e-12,
                        row.number("area_um2") * 1e-12,
                        row.text("source")))
                .toList();
    }
}
