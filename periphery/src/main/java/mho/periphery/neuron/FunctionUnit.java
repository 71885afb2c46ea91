package mho.periphery.neuron;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import mho.core.cost.Cost;
import mho.core.cost.Price;
import mho.core.cost.ResolvedFigures;
import mho.core.cost.Scales;
import mho.core.cost.ScalingLaw;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Inline;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import mho.periphery.model.Circuit;
import mho.periphery.model.PricedPart;
import mho.periphery.model.Site;

/**
 * Lanes of clocked logic that do the operations it lists, one of them at a time: n of an operation keep it for ceil(n / lanes) times
 * the operation's cycles, and the last result is there {@code latency} cycles after the last one went in. A vector unit (PUMA), the
 * digital units of a tile (HERMES).
 *
 * <p>Where there are several, work goes to the one that is free first. Its energy is that of one lane in one cycle, its power that of all its lanes in every cycle; an operation that states no energy takes
 * that of its cycles.
 */
public record FunctionUnit(
        @Scales(area = ScalingLaw.LINEAR, why = "energy is that of one lane; lanes side by side")
                @Doc("Values it works on side by side")
                int lanes,
        @Scales(why = "figures are those of one unit")
                @Doc("Units side by side, each with its lanes; an operation of a window takes one")
                @Default("1")
                int count,
        @Scales(why = "it sets times; an operation costs what it cost") @Doc("Clock of the unit") @Unit("Hz")
                double clock,
        @Scales(why = "it sets times; an operation costs what it cost")
                @Doc("Cycles from the last cycle of an operation to its result")
                @Default("1")
                @Range(min = 1, max = 65536)
                int latencyCycles,
        @Scales(why = "each says itself what it costs") @Doc("What it does, by name")
                Map<String, UnitOperation> operations,
        @Inline Cost cost)
        implements PricedPart {

    /** Cycles of lanes a second of full activity. */
    public double laneCyclesPerSecond() {
        return lanes * clock;
    }

    public UnitOperation operation(String name) {
        return Objects.requireNonNull(operations.get(name));
    }

    /** Of the whole unit: energy of one lane in one cycle of its dearest operation, area and leakage with those of all operations. */
    public ResolvedFigures figures(Site site) {
        ResolvedFigures own = own(site);
        double energy = own.energyJ();
        double leakage = own.leakageW();
        double area = own.areaM2();
        Map<String, String> sources = new LinkedHashMap<>(own.sources());
        for (UnitOperation operation : operations.values()) {
            Cost adds = operation.cost();
            leakage += adds.leakage() == null ? 0 : adds.leakage();
            area += adds.area() == null ? 0 : adds.area();
            if (operation.isPriced()) {
                ResolvedFigures stated = stated(operation, site);
                if (stated.energyJ() / operation.cycles() > energy) {
                    energy = stated.energyJ() / operation.cycles();
                    sources.remove("power");
                    sources.put("energy", stated.price().source());
                }
            }
            if (adds.leakage() != null) {
                sources.putIfAbsent("leakage", stated(operation, site).source());
            }
        }
        return new ResolvedFigures(energy, leakage, area, sources);
    }

    /** What one of an operation costs. */
    public Price price(String name, Site site) {
        UnitOperation operation = operation(name);
        if (operation.isPriced()) {
            return stated(operation, site).price();
        }
        Price cycle = own(site).price();
        return new Price(cycle.joules() * operation.cycles(), cycle.source());
    }

    /** A unit whose operations all state what they cost need not say what a cycle does. */
    private ResolvedFigures own(Site site) {
        boolean silent = cost.energy() == null && cost.power() == null && cost.model() == null;
        boolean stated = !operations.isEmpty() && operations.values().stream().allMatch(UnitOperation::isPriced);
        Cost asked = silent && stated ? free(cost) : cost;
        return DigitalModels.NONE.resolve(asked, laneCyclesPerSecond(), new DigitalQuery(null), site, null);
    }

    private ResolvedFigures stated(UnitOperation operation, Site site) {
        Cost said = operation.cost();
        Cost alone = new Cost(
                said.energy() == null && said.power() == null ? Double.valueOf(0) : said.energy(),
                said.power(),
                said.leakage() == null ? Double.valueOf(0) : said.leakage(),
                said.area() == null ? Double.valueOf(0) : said.area(),
                null,
                said.source() == null ? cost.source() : said.source(),
                said.assumed(),
                said.setBy(),
                null,
                null,
                null,
                null);
        return alone.resolve(site.path(), laneCyclesPerSecond() / operation.cycles(), () -> null);
    }

    private static Cost free(Cost cost) {
        return new Cost(
                0.0,
                null,
                cost.leakage(),
                cost.area(),
                cost.model(),
                cost.source(),
                cost.assumed(),
                cost.setBy(),
                cost.technology(),
                cost.modelNode(),
                cost.drawn(),
                cost.gating());
    }

    @Override
    public Circuit circuit() {
        return Circuit.LOGIC;
    }
}
