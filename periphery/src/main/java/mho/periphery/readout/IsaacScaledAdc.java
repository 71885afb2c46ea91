package mho.periphery.readout;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;
import mho.periphery.model.PublishedTable;

/**
 * ISAAC's 8-bit converter (Shafiee et al. 2016, Table I: 2 mW at 1.2 GS/s, 1200 um2) and its published scaling to 4 to 10 bits. ISAAC's figures are 35 % lower in power and 20 % in area than
 * the converter it cites (Kull et al., ISSCC 2013).
 */
final class IsaacScaledAdc implements CostModel<AdcQuery> {

    private static final double FASTEST = 1.28e9;

    private final Map<Integer, PublishedTable.Row> rows =
            PublishedTable.beside(IsaacScaledAdc.class, "isaac-adc.csv").rows().stream()
                    .collect(Collectors.toUnmodifiableMap(row -> (int) row.number("bits"), row -> row));

    @Override
    public String name() {
        return "isaac-scaled";
    }

    @Override
    public String action() {
        return "conversion";
    }

    @Override
    public String parameters() {
        return "bits";
    }

    @Override
    public String validRange() {
        return "4 to 10 b, up to 1.28 GS/s, 32 nm figures";
    }

    @Override
    public String source() {
        return "Shafiee et al., ISCA 2016, Table I, scaled in the Accelergy library plug-in ba4e9da (isaac_adc)";
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(32e-9);
    }

    @Override
    public Optional<String> outside(AdcQuery query) {
        if (!rows.containsKey(query.bits())) {
            return Optional.of(query.bits() + " b");
        }
        return AdcLimits.tooFast(query, FASTEST);
    }

    @Override
    public Estimate estimate(AdcQuery query) {
        PublishedTable.Row row = AdcLimits.row(rows, query.bits());
        return new Estimate(row.number("energy_pj") * 1e-12, 0, row.number("area_um2") * 1e-12, row.text("source"));
    }

    @Override
    public Circuit circuit() {
        return Circuit.CONVERTER;
    }
}
