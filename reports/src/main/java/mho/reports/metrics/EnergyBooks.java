package mho.reports.metrics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.element.Component;
import mho.arch.plan.Stage;
import mho.arch.power.StaticEnergy;
import mho.arch.run.RunResult;
import mho.core.cost.Action;
import mho.core.cost.Bill;
import mho.core.cost.Ledger;
import mho.core.cost.Price;
import mho.core.engine.ModelSaysNo;
import mho.reports.sheet.Citations;

/**
 * The energy of one inference, booked once. Leakage is an action like any other, "static", counted in instance-seconds and booked, with
 * all else that is drawn at rest, on a row of its own, so that total, layers and components are sums over the same products.
 */
final class EnergyBooks {
    private final Ledger ledger;
    private final Bill bill;

    private EnergyBooks(Ledger ledger, List<Price> prices) {
        this.ledger = ledger;
        this.bill = Bill.of(ledger, prices);
    }

    /** Books one inference; {@code intervalS} is how long the chips in use are on for it. */
    static EnergyBooks of(RunResult run, double intervalS) {
        run.inventory().check(run.program().actions());
        List<Stage> stages = run.placement().pipeline().stages();
        List<String> layers = new ArrayList<>();
        stages.forEach(stage -> layers.add(stage.node().name()));
        layers.add(LayerRow.STATIC);
        Ledger ledger = new Ledger(layers);
        List<Price> prices = new ArrayList<>();
        for (Component component : run.inventory().components()) {
            ledger.component(component.path());
        }
        for (Action action : run.inventory().actions()) {
            int id = ledger.action(action.part(), action.verb());
            prices.add(run.inventory().price(action));
            stages.forEach(stage -> ledger.add(stage.id(), id, counted(run, stage, action)));
        }
        for (StaticEnergy.Line line : StaticEnergy.of(run, intervalS)) {
            int id = ledger.action(line.component(), line.kind().action());
            prices.add(line.price());
            ledger.add(stages.size(), id, line.count());
        }
        return new EnergyBooks(ledger, prices);
    }

    /** Cells of ideal devices err without a floor: enough of them below zero, and they would give energy back. */
    private static double counted(RunResult run, Stage stage, Action action) {
        double count = run.perImage(stage.id(), action);
        if (!(count >= 0 && count < Double.POSITIVE_INFINITY)) {
            throw new ModelSaysNo(
                    "layer %s: %s comes out at %s an input, which has no energy: conductances are below zero or beyond all numbers; give smaller errors, or a device whose cells stop at off-conductance"
                            .formatted(stage.node().name(), action, count));
        }
        return count;
    }

    double totalJ() {
        return bill.totalJ();
    }

    double layerJ(int layer) {
        return bill.energyOfLayerJ(layer);
    }

    double leakageJ() {
        return bill.energyOfLayerJ(staticRow());
    }

    int staticRow() {
        return ledger.layers().size() - 1;
    }

    /** Components that cost the layer anything, in the order of the inventory. */
    Map<String, Double> byComponentJ(int layer) {
        Map<String, Double> energies = new LinkedHashMap<>();
        for (int c = 0; c < ledger.components().size(); c++) {
            double energyJ = bill.energyOfComponentJ(layer, c);
            if (energyJ > 0) {
                energies.put(ledger.components().get(c), energyJ);
            }
        }
        return energies;
    }

    double componentJ(String component) {
        return bill.energyOfComponentJ(ledger.component(component));
    }

    List<ComponentRow.ActionRow> actionsOf(String component, Citations citations) {
        List<ComponentRow.ActionRow> rows = new ArrayList<>();
        int id = ledger.component(component);
        for (int a = 0; a < ledger.actions().size(); a++) {
            Ledger.Account action = ledger.actions().get(a);
            if (action.component() == id) {
                rows.add(new ComponentRow.ActionRow(
                        action.name(),
                        count(a),
                        bill.energyOfActionJ(a),
                        citations.of(component, bill.price(a).source())));
            }
        }
        return rows;
    }

    private double count(int action) {
        double count = 0;
        for (int layer = 0; layer < ledger.layers().size(); layer++) {
            count += ledger.count(layer, action);
        }
        return count;
    }

    /** Every line that counts anything. */
    List<Report.Entry> entries(Citations citations) {
        List<Report.Entry> entries = new ArrayList<>();
        for (int layer = 0; layer < ledger.layers().size(); layer++) {
            for (int a = 0; a < ledger.actions().size(); a++) {
                double count = ledger.count(layer, a);
                if (count > 0) {
                    Ledger.Account action = ledger.actions().get(a);
                    String component = ledger.components().get(action.component());
                    entries.add(new Report.Entry(
                            ledger.layers().get(layer),
                            component,
                            action.name(),
                            count,
                            bill.energyJ(layer, a),
                            citations.of(component, bill.price(a).source())));
                }
            }
        }
        return entries;
    }
}
