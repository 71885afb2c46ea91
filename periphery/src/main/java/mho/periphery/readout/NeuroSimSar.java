package mho.periphery.readout;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import mho.core.quantity.Quantity;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;
import mho.periphery.model.PublishedTable;
import mho.periphery.model.Technology;
import mho.periphery.model.TransistorFlavour;
import org.jspecify.annotations.Nullable;

/**
 * NeuroSim's successive-approximation converter (DNN_NeuroSim V1.4 ac828e6, SarADC.cpp), with coefficients by node and kind of transistor:
 *
 * <pre>
 * P = (a n + b) uW + c exp(-d log10 Rcol) W,  E = P (n + 1) ns (1 + 0.0013 (T - 300 K))
 * </pre>
 *
 * A conversion takes n + 1 ns, so the rate cannot exceed 1/(n + 1) GS/s. The source's area follows its own layout rules and is not carried here.
 */
final class NeuroSimSar implements CostModel<AdcQuery> {

    private final Map<TransistorFlavour, Map<Integer, PublishedTable.Row>> rows = read();

    private static Map<TransistorFlavour, Map<Integer, PublishedTable.Row>> read() {
        Map<TransistorFlavour, Map<Integer, PublishedTable.Row>> rows = Map.of(
                TransistorFlavour.LOW_POWER, new HashMap<>(), TransistorFlavour.HIGH_PERFORMANCE, new HashMap<>());
        for (PublishedTable.Row row :
                PublishedTable.beside(NeuroSimSar.class, "neurosim-sar.csv").rows()) {
            TransistorFlavour transistors = row.text("transistors").equals("low-power")
                    ? TransistorFlavour.LOW_POWER
                    : TransistorFlavour.HIGH_PERFORMANCE;
            Objects.requireNonNull(rows.get(transistors)).put((int) row.number("node_nm"), row);
        }
        return rows;
    }

    @Override
    public String name() {
        return "neurosim-sar";
    }

    @Override
    public String action() {
        return "conversion";
    }

    @Override
    public String parameters() {
        return "bits, column-resistance, technology node, transistors, temperature; no area";
    }

    @Override
    public String validRange() {
        return "1 to 10 b, up to 1/(bits + 1) GS/s, column resistance 1 kOhm to 1 GOhm, 250 to 400 K, nodes 130, 90, 65, 45, 32, 22, 14, 10, 7 nm (low-power also 5, 3, 2, 1 nm)";
    }

    @Override
    public String source() {
        return "DNN_NeuroSim V1.4 ac828e6, SarADC.cpp";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.empty();
    }

    @Override
    public Optional<String> outside(AdcQuery query) {
        int bits = query.bits();
        if (bits < 1 || bits > 10) {
            return Optional.of(bits + " b");
        }
        Double ohms = query.columnOhms();
        if (ohms == null) {
            return Optional.of("a converter without column-resistance");
        }
        if (ohms < 1e3 || ohms > 1e9) {
            return Optional.of("a column resistance of " + Quantity.format(ohms, "Ohm"));
        }
        Technology technology = query.technology();
        if (row(technology) == null) {
            return Optional.of("a node of " + Quantity.format(technology.nodeM(), "m"));
        }
        if (technology.temperatureK() < 250 || technology.temperatureK() > 400) {
            return Optional.of("a temperature of " + Quantity.format(technology.temperatureK(), "K"));
        }
        return AdcLimits.tooFast(query, 1e9 / (bits + 1));
    }

    @Override
    public Estimate estimate(AdcQuery query) {
        PublishedTable.Row row = Objects.requireNonNull(row(query.technology()));
        double ohms = Objects.requireNonNull(query.columnOhms());
        double watts = (row.number("a_uw") * query.bits() + row.number("b_uw")) * 1e-6
                + row.number("c_w") * Math.exp(-row.number("d") * Math.log10(ohms));
        double warmth = 1 + 1.3e-3 * (query.technology().temperatureK() - 300);
        return new Estimate(watts * (query.bits() + 1) * 1e-9 * warmth, 0, null, source());
    }

    private PublishedTable.@Nullable Row row(Technology technology) {
        int nm = (int) Math.round(technology.nodeNm());
        boolean whole = Math.abs(technology.nodeNm() - nm) < 1e-6;
        return whole
                ? Objects.requireNonNull(rows.get(technology.transistors())).get(nm)
                : null;
    }

    @Override
    public boolean givesArea() {
        return false;
    }

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
