package mho.arch.chip;

import static java.util.Objects.requireNonNullElse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import mho.core.quantity.Quantity;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.YamlNode;
import mho.periphery.CostModels;
import mho.periphery.model.CostFigure;
import mho.periphery.model.NodeLaw;
import mho.periphery.model.ProcessScaling;
import mho.periphery.model.Technology;

/** The figures that must be stated again, each with the remedies that work. */
final class FiguresToRestate {
    private final MapNode tree;
    private final List<BadInput> problems = new ArrayList<>();
    private final Map<String, List<String>> fitting = new HashMap<>();
    private boolean technologyTold;

    FiguresToRestate(MapNode tree) {
        this.tree = tree;
    }

    /** @throws BadInput with all of them, if there are any */
    void check() {
        if (!problems.isEmpty()) {
            throw BadInput.all(problems);
        }
    }

    /** A figure that its law does not take to where the part is now; where none does, that is told once. */
    void outside(String path, String key, ProcessScaling move, CostFigure face, String why) {
        if (NodeLaw.LOGIC_AREA.outside(move.from().nodeM(), move.to().nodeM()) != null) {
            if (!technologyTold) {
                technologyTold = true;
                problems.add(BadInput.at(
                        requireNonNullElse(tree.get("technology"), tree).mark(),
                        "technology",
                        "figures are stated for %s, and %s: choose a node within (technology=7 nm), or state the figures of every part again"
                                .formatted(shown(move.from().nodeM(), "m"), why)));
            }
            return;
        }
        Technology from = move.from();
        String whatFor = face == CostFigure.LEAKAGE
                ? shown(from.nodeM(), "m") + " and " + shown(from.temperatureK(), "K")
                : shown(from.nodeM(), "m");
        add(path, key, whatFor + " (" + why + ")");
    }

    private static String shown(double value, String unit) {
        return Quantity.format(value, unit);
    }

    void add(String path, String key, String whatFor) {
        List<String> models = fitting.computeIfAbsent(path, this::fitting);
        YamlNode part = requireNonNullElse(tree.find(path), tree);
        problems.add(BadInput.at(
                part.mark(),
                path + "." + key,
                "is stated for %s state it again (%s.%s=…)%s"
                        .formatted(
                                whatFor.contains(";") ? whatFor : whatFor + ";",
                                path,
                                key,
                                models.isEmpty()
                                        ? "; no model of mho's covers this"
                                        : ", or take it away (%s.%s=null) and name %s.model; models that fit: %s"
                                                .formatted(path, key, path, String.join(", ", models)))));
    }

    private List<String> fitting(String path) {
        return CostModels.all().stream()
                .map(listed -> listed.model().name())
                .distinct()
                .filter(model -> fits(path, model))
                .toList();
    }

    /** Whether the part is priced by a model alone: a remedy must work. */
    private boolean fits(String path, String model) {
        MapNode tried = tree;
        for (String key : List.of("energy", "power", "leakage", "area")) {
            tried = tried.find(path) instanceof MapNode part ? tried.with(path, part.without(key)) : tried;
        }
        tried = tried.with(path + ".model", new ScalarNode(tree.mark(), model, true));
        try {
            Inventory.of(Binder.bind(tried, ChipSpec.class));
            return true;
        } catch (BadInput e) {
            return false;
        }
    }
}
