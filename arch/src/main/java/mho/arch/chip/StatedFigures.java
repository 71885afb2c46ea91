package mho.arch.chip;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import mho.arch.element.TilePath;
import mho.core.cost.Cost;
import mho.core.cost.Gating;
import mho.core.cost.ScalingLaw;
import mho.core.cost.StaticPower;
import mho.core.cost.WithoutCosts;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.MapNode;
import mho.periphery.CostModels;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostFigure;
import mho.periphery.model.ProcessScaling;
import org.jspecify.annotations.Nullable;

/**
 * A stated figure belongs to the values it was stated with: those of the file that states it. Where a later file or a setting changes
 * one of them and leaves the figure, the figure follows by the law its part declares ({@link mho.core.cost.Scales}), and says so, or the change is
 * refused with the remedy. A power at full activity is an energy at the rate it was stated with, and it is that energy which stays.
 */
final class StatedFigures {
    private static final List<String> KEYS = List.of("energy", "power", "leakage", "area");
    /** Figures that stand in a mapping of the part's own. */
    private static final List<String> WITHIN = List.of("static.power", "gating.energy", "refresh.energy");

    /** What refreshing a memory depends on: what its cells are, and how many there are. */
    private static final List<String> CELLS = List.of("kind", "size", "capacity");

    private static final Cost WATT = new Cost(null, 1.0, 0.0, 0.0, null, null, Map.of());
    private static final Cost JOULE = new Cost(1.0, null, 0.0, 0.0, null, null, Map.of());
    private static final MathContext DIGITS = new MathContext(12);
    private static final String DRIVER = "tile.core.driver";
    private static final String LINE = "line-capacitance";

    private final ChipSpec stated;
    private final ChipSpec now;
    private final FigureTree tree;
    private final FiguresToRestate restate;

    private StatedFigures(MapNode before, MapNode after, ChipSpec stated, ChipSpec now) {
        this.stated = stated;
        this.now = now;
        this.tree = new FigureTree(before, after);
        this.restate = new FiguresToRestate(after);
    }

    /**
     * A changed chip with the figures it inherits made to fit.
     *
     * @throws BadInput for every figure that no law carries over
     */
    static MapNode carried(MapNode before, MapNode after) {
        ChipSpec now;
        try {
            now = Binder.bind(after, ChipSpec.class);
        } catch (BadInput e) {
            return after; // told when it is bound
        }
        if (!ChipChecks.isCountable(now, after)) {
            return after; // told when it is bound
        }
        StatedFigures figures = new StatedFigures(before, after, Binder.bind(before, ChipSpec.class), now);
        figures.carry();
        figures.restate.check();
        return figures.tree.made();
    }

    /** Whether a key of a part is a figure of its cost. */
    static boolean isFigure(String key) {
        return KEYS.contains(key);
    }

    private void carry() {
        Paces paces = Paces.of(now);
        Paces statedPaces = Paces.of(stated);
        Map<String, ChipPart> old = ChipPart.of(stated);
        ChipPart.of(now).forEach((path, part) -> {
            ChipPart was = old.get(path);
            if (was == null || was.type() != part.type()) {
                Stream.concat(KEYS.stream(), WITHIN.stream())
                        .filter(key -> tree.inherited(path, key) != null)
                        .forEach(key -> restate.add(path, key, "another kind of part"));
                return;
            }
            Follows follows = new Follows(
                    ChipPart.changes(was, part, stated, now),
                    new ProcessScaling(part.circuit(), was.process(stated), part.process(now)));
            carryPower(
                    path,
                    was.cost().power(),
                    statedPaces.secondsPerEnergy(path),
                    paces.secondsPerEnergy(path),
                    follows);
            carry(path, CostFigure.ENERGY, "J", part.cost().energy(), follows);
            carry(path, CostFigure.LEAKAGE, "W", part.cost().leakage(), follows);
            carry(path, CostFigure.AREA, "m2", part.cost().area(), follows);
            carryRest(path, part, was, follows);
            carryModel(path, part, follows.move());
        });
        for (ChipFace face : now.faces()) {
            carryLine(face);
            Gating tile = face.tile().gating();
            if (tile != null) {
                ProcessScaling move = new ProcessScaling(Circuit.LOGIC, stated.process(), now.process());
                carryEnergy(face.path().in("tile.gating"), tile.energy(), new Follows(List.of(), move));
            }
        }
    }

    /** What a part draws at rest goes as its leakage, the energy of switching it on as its area and the node, that of refreshing it as its size. */
    private void carryRest(String path, ChipPart part, ChipPart was, Follows follows) {
        StaticPower drawn = part.cost().drawn();
        if (drawn != null) {
            carry(path + ".static", "power", CostFigure.LEAKAGE, "W", drawn.power(), follows);
        }
        Gating gating = part.cost().gating();
        if (gating != null) {
            List<ParameterChange> ofArea =
                    follows.changes().stream().map(ParameterChange::ofAreaAlone).toList();
            carryEnergy(path + ".gating", gating.energy(), new Follows(ofArea, follows.move()));
        }
        ChipPart.Parameter refresh = part.parameters().get("refresh.energy");
        if (refresh != null && refresh.value() instanceof Double energy) {
            List<ParameterChange> ofSize = follows.changes().stream()
                    .filter(change -> CELLS.contains(change.what()))
                    .map(ParameterChange::ofCells)
                    .toList();
            carryEnergy(path + ".refresh", energy, new Follows(ofSize, follows.move()));
        }
    }

    private void carryEnergy(String path, double value, Follows follows) {
        carry(path, "energy", CostFigure.ENERGY, "J", value, follows);
    }

    /** A chip at full activity, once with a watt of power for every part, once with a joule for every energy that may be stated. */
    private record Paces(Inventory watts, Inventory joules) {
        static Paces of(ChipSpec chip) {
            return new Paces(
                    Inventory.of(WithoutCosts.priced(chip, WATT)), Inventory.of(WithoutCosts.priced(chip, JOULE)));
        }

        /** How long a part draws its power for what the stated energy is of; that may be a part of an action, as a comparison is. */
        double secondsPerEnergy(String path) {
            return energyJ(watts, path) / energyJ(joules, path);
        }

        private static double energyJ(Inventory inventory, String path) {
            return inventory.components().stream()
                    .filter(c -> path.equals(c.path()) || path.startsWith(c.path() + "."))
                    .reduce((a, b) -> a.path().length() > b.path().length() ? a : b)
                    .orElseThrow(() -> new IllegalStateException(path + " is in no inventory"))
                    .figures()
                    .energyJ();
        }
    }

    /** What a part's figures follow: parameters that have changed, and the process it is made in. */
    private record Follows(List<ParameterChange> changes, ProcessScaling move) {
        double factor(CostFigure face) {
            boolean ofEnergy = face == CostFigure.ENERGY;
            return changes.stream()
                            .mapToDouble(change -> change.factor(ofEnergy))
                            .reduce(1, (a, b) -> a * b)
                    * move.factor(face);
        }
    }

    private void carryPower(String path, @Nullable Double watts, double wasSeconds, double isSeconds, Follows follows) {
        if (watts == null || tree.inherited(path, "power") == null) {
            return;
        }
        if (refused(path, "power", CostFigure.ENERGY, follows)) {
            return;
        }
        double factor = follows.factor(CostFigure.ENERGY);
        String moved = watts == 0 ? "" : follows.move().told(CostFigure.ENERGY);
        if (factor == 1 && wasSeconds == isSeconds) {
            tree.note(path, "power", true, follows.changes(), kept(moved));
            return;
        }
        String rate = wasSeconds == isSeconds ? "" : "; energy of an action as at the rate it was stated with";
        String joules = written(watts * wasSeconds * factor, "J");
        tree.replace(path, "power", "energy", joules, true, follows.changes(), rate + moved);
    }

    private void carry(String path, CostFigure face, String unit, @Nullable Double value, Follows follows) {
        carry(path, face.name().toLowerCase(Locale.ROOT), face, unit, value, follows);
    }

    private void carry(String path, String key, CostFigure face, String unit, @Nullable Double value, Follows follows) {
        if (value == null || tree.inherited(path, key) == null || refused(path, key, face, follows)) {
            return;
        }
        boolean ofEnergy = face == CostFigure.ENERGY;
        double factor = follows.factor(face);
        String moved = value == 0 ? "" : follows.move().told(face);
        if (factor == 1 || value == 0) {
            tree.note(path, key, ofEnergy, follows.changes(), kept(moved));
        } else {
            tree.replace(path, key, key, written(value * factor, unit), ofEnergy, follows.changes(), moved);
        }
    }

    /** A law by which a figure stays needs no word; that there is none does. */
    private static String kept(String moved) {
        return ProcessScaling.wasKept(moved) ? moved : "";
    }

    /** Figures of a model that knows one node alone were taken for those of the stated one, and go on from there. */
    private void carryModel(String path, ChipPart part, ProcessScaling move) {
        String model = part.cost().model();
        double from = move.from().nodeM();
        if (model == null
                || from == move.to().nodeM()
                || part.cost().modelNode() != null
                || tree.inherited(path, "model") == null) {
            return;
        }
        boolean ofOneNode = CostModels.all().stream()
                .anyMatch(listed -> listed.model().name().equals(model)
                        && listed.model().nodeM().isPresent());
        if (ofOneNode) {
            tree.state(path, "model-node", written(from * 1e9, "nm"), "carried: the node its model was named for");
        }
    }

    /** A row's capacitance is stated for the row's length. */
    private void carryLine(ChipFace face) {
        String driver = face.path().in(DRIVER);
        ChipPart part = ChipPart.of(now).get(driver);
        ChipPart was = ChipPart.of(stated).get(driver);
        ChipPart.Parameter farads = part == null ? null : part.parameters().get(LINE);
        if (part == null
                || was == null
                || farads == null
                || !(farads.value() instanceof Double value)
                || tree.inherited(driver, LINE) == null) {
            return;
        }
        ParameterChange length = new ParameterChange(
                "array.columns",
                columns(stated, face.path()),
                columns(now, face.path()),
                "1",
                ScalingLaw.LINEAR,
                ScalingLaw.SAME,
                "C by the row's length");
        ProcessScaling move = new ProcessScaling(part.circuit(), was.process(stated), part.process(now));
        String moved = move.told(CostFigure.ENERGY);
        if (length.isOne() || !moved.isEmpty()) {
            List<ParameterChange> changes = length.isOne() ? List.of(length) : List.of();
            double factor = length.factor(true) * move.factor(CostFigure.ENERGY);
            tree.replace(driver, LINE, LINE, written(value * factor, "F"), true, changes, moved);
        }
    }

    private static @Nullable Object columns(ChipSpec chip, TilePath path) {
        return chip.faces().stream()
                .filter(face -> face.path().equals(path))
                .map(face -> face.chip().arrayColumns())
                .findFirst()
                .orElse(null);
    }

    /** As a person would write it: without what binary numbers add behind the twelfth digit. */
    private static String written(double value, String unit) {
        return new BigDecimal(value, DIGITS).stripTrailingZeros() + " " + unit;
    }

    private boolean refused(String path, String key, CostFigure face, Follows follows) {
        boolean ofEnergy = face == CostFigure.ENERGY;
        List<ParameterChange> lawless = follows.changes().stream()
                .filter(c -> c.law(ofEnergy) == ScalingLaw.RESTATE)
                .toList();
        lawless.forEach(change -> restate.add(path, key, change.before() + "; with " + change.after()));
        String outside = follows.move().outside(face);
        if (outside != null) {
            restate.outside(path, key, follows.move(), face, outside);
        }
        return !lawless.isEmpty() || outside != null;
    }
}
