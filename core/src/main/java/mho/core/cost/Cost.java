package mho.core.cost;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import mho.core.yaml.BadInput;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Key;
import mho.core.yaml.Range;
import mho.core.yaml.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What one instance of a part costs, stated directly or by a named model; direct figures override the model's. A stated zero is
 * a figure (another part carries the cost), an absent one is not.
 *
 * @param energy per action
 * @param power dynamic, at full activity; stated instead of energy
 * @param leakage absent means the model's, or none
 * @param model name of a scaling law
 * @param source citation of the direct figures
 * @param technology metres; absent means the chip's
 * @param modelNode metres; absent means that the model's figures stand as they are
 * @param drawn power at rest, beside leakage
 * @param gating absent means that nothing switches it off
 * @param setBy key of a figure to who set it, where that is not the source
 * @param assumed key of a figure to the reasoning that stands in for a citation
 */
public record Cost(
        @Unit("J") @Range(min = 0) @Doc("energy of one action of one instance") @Nullable Double energy,
        @Unit("W") @Range(min = 0) @Doc("dynamic power of one instance at full activity, instead of energy") @Nullable
                Double power,
        @Unit("W") @Range(min = 0) @Doc("static power of one instance") @Nullable Double leakage,
        @Unit("m2") @Range(min = 0) @Doc("area of one instance") @Nullable Double area,
        @Doc("cost model that gives the figures not stated here") @Nullable String model,
        @Doc("where the stated figures come from") @Nullable String source,
        @Default("{}") @Doc("reasoning for each stated figure that has no source") Map<String, String> assumed,
        @Doc("who set a stated figure, where that is neither source nor reasoning") @Nullable Map<String, String> setBy,
        @Unit("m") @Doc("node this part is made in, where that is not the chip's") @Nullable Double technology,
        @Unit("m")
                @Doc("node that the model's figures are taken to be of, to be scaled from there to the part's")
                @Nullable
                Double modelNode,
        @Key("static") @Nullable StaticPower drawn,
        @Nullable Gating gating) {

    /** Figures that nobody but their source has set. */
    public Cost(
            @Nullable Double energy,
            @Nullable Double power,
            @Nullable Double leakage,
            @Nullable Double area,
            @Nullable String model,
            @Nullable String source,
            Map<String, String> assumed) {
        this(energy, power, leakage, area, model, source, assumed, null, null, null, null, null);
    }

    /** The same figures, and what is missing by a model. */
    public Cost withModel(String name) {
        return new Cost(
                energy, power, leakage, area, name, source, assumed, setBy, technology, modelNode, drawn, gating);
    }

    /** The same, and no energy or area where none is stated: of what does nothing and stands nowhere. */
    public Cost withoutDoing(String because) {
        Map<String, String> reasons = new LinkedHashMap<>(assumed);
        if (energy == null && power == null) {
            reasons.put("energy", because);
        }
        if (area == null) {
            reasons.put("area", because);
        }
        return new Cost(
                energy == null && power == null ? Double.valueOf(0) : energy,
                power,
                leakage,
                area == null ? Double.valueOf(0) : area,
                model,
                source,
                reasons,
                setBy,
                technology,
                modelNode,
                drawn,
                gating);
    }

    public Cost {
        if (energy != null && power != null) {
            throw new IllegalArgumentException(
                    "energy and power are both stated, keep one (an inherited one is dropped by writing null)");
        }
        if (modelNode != null && model == null) {
            throw new IllegalArgumentException(
                    "model-node is the node of a model's figures: name the model, or take the node away (an inherited one is dropped by writing null)");
        }
        assumed = Collections.unmodifiableMap(new LinkedHashMap<>(assumed)); // in the order of the file
    }

    /** {@link #resolve(String, double, Supplier)} for a part that has no name. */
    public ResolvedFigures resolve(
            double actionsPerSecondAtFullActivity, Supplier<@Nullable ResolvedFigures> namedModel) {
        return resolve("cost", actionsPerSecondAtFullActivity, namedModel);
    }

    /**
     * The figures of one instance. Power at full activity becomes energy per action: E = P / rate.
     *
     * @param part names the part in messages, "tile.core.adc"
     * @param actionsPerSecondAtFullActivity actions of one instance each second when it is never idle; needed for power only
     * @param namedModel asked when a figure is not stated and {@code model} is; null when it has none
     * @throws BadInput when a figure is neither stated nor given by a model
     */
    public ResolvedFigures resolve(
            String part, double actionsPerSecondAtFullActivity, Supplier<@Nullable ResolvedFigures> namedModel) {
        boolean complete = (energy != null || power != null) && area != null && (leakage != null || model == null);
        ResolvedFigures modelled = complete ? null : namedModel.get();
        Map<String, String> origins = new LinkedHashMap<>();
        double energyJ = energyJ(part, actionsPerSecondAtFullActivity, modelled, origins);
        double leakageW = leakageW(modelled, origins);
        double areaM2 = areaM2(part, modelled, origins);
        return new ResolvedFigures(energyJ, leakageW, areaM2, origins, states());
    }

    private PowerStates states() {
        if (drawn == null && gating == null) {
            return PowerStates.NONE;
        }
        return new PowerStates(
                drawnW(DrawnWhile.ON),
                drawnW(DrawnWhile.IN_USE),
                origin("static", "power", drawn == null ? null : drawn.setBy()),
                null,
                gating);
    }

    private double drawnW(DrawnWhile when) {
        return drawn != null && drawn.drawn() == when ? drawn.power() : 0;
    }

    /** Of the energy that is stated in a mapping of the part's own, "refresh". */
    public Price stated(String mapping, double joules, @Nullable Map<String, String> settersOfIt) {
        return new Price(joules, origin(mapping, "energy", settersOfIt));
    }

    private String origin(String mapping, String key, @Nullable Map<String, String> settersOfIt) {
        String setter = settersOfIt == null ? null : settersOfIt.get(key);
        if (setter != null) {
            return setter;
        }
        String reasoning = assumed.get(mapping + "." + key);
        return reasoning == null ? origin(mapping) : "assumed: " + reasoning;
    }

    private double energyJ(String part, double rate, @Nullable ResolvedFigures modelled, Map<String, String> origins) {
        if (energy != null) {
            origins.put(ResolvedFigures.ENERGY, origin("energy"));
            return energy;
        }
        if (power != null) {
            if (!(rate > 0 && rate < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(part + ": power needs a rate of actions above zero, is " + rate);
            }
            origins.put(ResolvedFigures.POWER, origin("power"));
            return power / rate;
        }
        ResolvedFigures given = given(part, modelled);
        origins.put(ResolvedFigures.ENERGY, ofModel(given, ResolvedFigures.ENERGY));
        return given.energyJ();
    }

    private double areaM2(String part, @Nullable ResolvedFigures modelled, Map<String, String> origins) {
        if (area != null) {
            origins.put(ResolvedFigures.AREA, origin("area"));
            return area;
        }
        ResolvedFigures given = given(part, modelled);
        origins.put(ResolvedFigures.AREA, ofModel(given, ResolvedFigures.AREA));
        return given.areaM2();
    }

    /** Where nobody states it, nothing is said of it. */
    private double leakageW(@Nullable ResolvedFigures modelled, Map<String, String> origins) {
        double always = drawnW(DrawnWhile.ALWAYS);
        if (always > 0) {
            return always + leaked(modelled, origins, origin("static", "power", drawn == null ? null : drawn.setBy()));
        }
        return leaked(modelled, origins, null);
    }

    /** @param beside where a static power comes from that is drawn all the time, as leakage is */
    private double leaked(@Nullable ResolvedFigures modelled, Map<String, String> origins, @Nullable String beside) {
        if (beside != null) {
            origins.put(ResolvedFigures.LEAKAGE, beside);
        }
        if (leakage != null) {
            origins.put(ResolvedFigures.LEAKAGE, both(origin("leakage"), beside));
            return leakage;
        }
        if (modelled == null) {
            return 0;
        }
        if (modelled.leakageStated()) {
            origins.put(ResolvedFigures.LEAKAGE, both(ofModel(modelled, ResolvedFigures.LEAKAGE), beside));
        }
        return modelled.leakageW();
    }

    private static String both(String leaks, @Nullable String beside) {
        return beside == null || beside.equals(leaks) ? leaks : leaks + "; static power: " + beside;
    }

    private ResolvedFigures given(String part, @Nullable ResolvedFigures modelled) {
        if (modelled == null) {
            throw new BadInput(part + ": " + lacking(ExampleFigures.ANY));
        }
        return modelled;
    }

    /**
     * What is not stated and needs a model, with what would mend it; null where energy and area are stated.
     *
     * @param like figures of a part of its kind
     */
    public @Nullable String lacking(ExampleFigures like) {
        boolean priced = energy != null || power != null;
        if (priced && area != null) {
            return null;
        }
        String figure = priced ? "area" : area != null ? "energy" : "energy and area";
        String hint = model == null ? "" : " (model \"" + model + "\" gives none)";
        String remedy = priced
                ? "state it (\"area: " + like.area() + "\") or name a model"
                : "state energy (\"energy: " + like.energy() + "\") or power (\"power: " + like.power() + "\")"
                        + (area != null ? "" : ", and area (\"area: " + like.area() + "\"),") + " or name a model";
        return "no figure for " + figure + hint + ", " + remedy;
    }

    private String ofModel(ResolvedFigures given, String figure) {
        return "model " + model + ": " + given.sources().getOrDefault(figure, given.source());
    }

    private String origin(String key) {
        String setter = setBy == null ? null : setBy.get(key);
        if (setter != null) {
            return setter;
        }
        String reasoning = assumed.get(key);
        if (reasoning != null) {
            return "assumed: " + reasoning;
        }
        return "direct: " + (source == null ? "chip file" : source);
    }
}
