package mho.periphery.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import mho.core.cost.Cost;
import mho.core.cost.ExampleFigures;
import mho.core.cost.ResolvedFigures;
import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;

/**
 * The models of one family, found by name. Resolves what a part costs: figures stated directly first, then the model's.
 *
 * @param family what the models price ("ADC", "router")
 * @param like what its figures look like, in a chip that comes with mho
 */
public record Catalog<Q>(String family, ExampleFigures like, List<CostModel<Q>> models) {

    public Catalog {
        models = List.copyOf(models);
    }

    /** What the model of that name says; refuses unknown names and queries outside its range, naming what would do. */
    public Estimate estimate(String name, Q query, Site site) {
        return estimate(named(name, site), query, site, null, false);
    }

    /**
     * @param takenM the node its figures are taken to be of, where they are scaled
     * @param areaWanted whether nobody else gives an area
     */
    private Estimate estimate(CostModel<Q> model, Q query, Site site, @Nullable Double takenM, boolean areaWanted) {
        Optional<String> outside = model.outside(query);
        if (outside.isPresent()) {
            throw refusal(model, outside.get(), query, site, areaWanted);
        }
        Estimate estimate = model.estimate(query);
        String source = estimate.source() + nodeNote(model.nodeM(), takenM, site.technology());
        return new Estimate(estimate.energyJ(), estimate.leakageW(), estimate.areaM2(), source);
    }

    /**
     * What one instance of a part costs.
     *
     * @param actionsPerSecond actions at full activity, which turns a stated power into an energy per action
     * @param fallback the model taken when neither the energy nor a model is stated; null when there is none
     */
    public ResolvedFigures resolve(
            Cost stated, double actionsPerSecond, Q query, Site site, @Nullable String fallback) {
        boolean unpriced = stated.energy() == null && stated.power() == null && stated.model() == null;
        Site made = site.of(stated);
        Cost cost = unpriced && fallback != null ? stated.withModel(fallback) : stated;
        String model = cost.model();
        if (model != null) {
            named(model, site);
        } else if (cost.lacking(like) != null) {
            throw new BadInput(
                    site.path() + ": " + cost.lacking(like) + whatFits(query, made.technology(), cost.area() == null));
        }
        return cost.resolve(
                site.path(), actionsPerSecond, () -> model == null ? null : complete(cost, model, query, made));
    }

    private ResolvedFigures complete(Cost cost, String name, Q query, Site site) {
        CostModel<Q> model = named(name, site);
        Double taken = cost.modelNode();
        if (taken != null && model.nodeM().isEmpty()) {
            throw new BadInput(site.path() + ".model-node: the node is a parameter of model " + name
                    + ", which takes that of the chip; take this away (" + site.path() + ".model-node=null)");
        }
        Estimate estimate = estimate(model, query, site, taken, cost.area() == null);
        Double area = cost.area() != null ? cost.area() : estimate.areaM2();
        if (area == null) {
            throw new BadInput(site.path() + ": no figure for area, and the source of model " + name
                    + " gives none; state it beside the model (\"area: " + like.area() + "\")");
        }
        Technology made = site.technology();
        Technology stated = Technology.ofNode(taken == null ? made.nodeM() : taken);
        return new ScaledEstimate(new ProcessScaling(model.circuit(), stated, made), site)
                .figures(estimate, area, cost.area() == null);
    }

    private CostModel<Q> named(String name, Site site) {
        return models.stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadInput(
                        site.path() + ".model: no " + family + " model \"" + name + "\", " + whatThereIs()));
    }

    /** Models that cover the part, those of the nearest nodes first. */
    private String whatFits(Q query, Technology technology, boolean areaWanted) {
        if (models.isEmpty()) {
            return "; there is none for it";
        }
        String fit = models.stream()
                .filter(model -> model.outside(query).isEmpty())
                .sorted(Comparator.comparingDouble(
                        model -> Math.abs(Math.log(model.nodeM().orElse(technology.nodeM()) / technology.nodeM()))))
                .map(model -> model.name() + gives(model, areaWanted))
                .collect(Collectors.joining(", "));
        return fit.isEmpty()
                ? "; none fits yet: "
                        + models.stream()
                                .map(model -> model.name() + " not "
                                        + model.outside(query).orElse("") + without(model, areaWanted))
                                .collect(Collectors.joining(", "))
                : ": " + fit;
    }

    /** Of what node its figures are, and whether another figure will have to be stated beside it. */
    private static String gives(CostModel<?> model, boolean areaWanted) {
        List<String> facts = new ArrayList<>();
        model.nodeM().ifPresent(node -> facts.add(nm(node)));
        if (areaWanted && !model.givesArea()) {
            facts.add("without an area, to be stated beside it");
        }
        return facts.isEmpty() ? "" : " (" + String.join(", ", facts) + ")";
    }

    private static String without(CostModel<?> model, boolean areaWanted) {
        return areaWanted && !model.givesArea() ? " (and gives no area, to be stated beside it)" : "";
    }

    private String whatThereIs() {
        return models.isEmpty()
                ? "nor any other: state energy (or power) and area"
                : "expected " + (models.size() == 1 ? "" : "one of ") + names(models);
    }

    private BadInput refusal(CostModel<Q> model, String outside, Q query, Site site, boolean areaWanted) {
        List<CostModel<Q>> others =
                models.stream().filter(m -> m.outside(query).isEmpty()).toList(); // a remedy must work
        return new BadInput(site.path() + ".model: " + model.name() + " does not cover " + outside + " (valid: "
                + model.validRange() + "); "
                + (others.isEmpty() ? "" : "choose another model (" + names(others) + ") or ")
                + "state energy and area directly"
                + (areaWanted && !model.givesArea()
                        ? "; area is to be stated in any case, the model gives none (\"area: " + like.area() + "\")"
                        : ""));
    }

    private static <Q> String names(List<CostModel<Q>> models) {
        return models.stream().map(CostModel::name).collect(Collectors.joining(", "));
    }

    /** Figures of another node stand as they are, and say so, unless they are scaled. */
    private static String nodeNote(OptionalDouble node, @Nullable Double takenM, Technology technology) {
        double chip = takenM == null ? technology.nodeM() : takenM;
        if (node.isEmpty() || Math.abs(node.getAsDouble() - chip) < 1e-3 * chip) {
            return "";
        }
        if (takenM != null) {
            return " (" + nm(node.getAsDouble()) + " figures, taken as those of " + nm(chip) + ")";
        }
        return " (" + nm(node.getAsDouble()) + " figures on a " + nm(chip) + " chip, not scaled)";
    }

    private static String nm(double metres) {
        double nm = Math.round(metres * 1e12) / 1e3;
        return (nm == Math.rint(nm) ? Long.toString(Math.round(nm)) : Double.toString(nm)) + " nm";
    }
}
