package mho.reports.explain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mho.arch.chip.ChipFace;
import mho.arch.machine.Values;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.reports.config.DataChoice;
import mho.reports.config.RunConfig;
import mho.reports.figures.Unit;
import mho.reports.medium.TerminalText;
import mho.reports.run.PreparedRun;
import mho.reports.run.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Accuracy as what is lost by each cause: that of the network in floating point, less what is lost with all effects switched off (codes of
 * inputs, weights and buffers), less what each effect loses alone, and what they lose by meeting. Every one is a run of values of its own,
 * on the same inputs and with the same seed.
 */
final class AccuracyTree {
    private static final String AGING = "time since programming";

    private final RunConfig config;
    private final int threads;
    private final Progress progress;
    private final Map<String, List<Setting>> effects = new LinkedHashMap<>();
    private final Map<Set<String>, Double> known = new HashMap<>();
    private final List<CausedLoss> losses = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    AccuracyTree(RunConfig config, int threads, Progress progress) {
        this.config = config;
        this.threads = threads;
        this.progress = progress;
        MapNode chip = config.loadChip().tree();
        List<ChipFace> faces = config.loadChip().file().as(spec -> spec.faces(), machine -> List.of());
        for (ValueEffect effect : ValueEffect.values()) {
            List<Setting> off = faces.stream()
                    .flatMap(face -> effect.off(chip, face).stream())
                    .toList();
            if (!off.isEmpty()) {
                List<Setting> unpriced = faces.stream()
                        .flatMap(face -> effect.unpriced(face).stream())
                        .toList();
                List<Setting> priced = canBePriced(off) ? off : concat(off, unpriced);
                if (canBeMade(effect, priced)) {
                    effects.put(effect.label(), priced);
                }
            }
        }
        DataChoice data = config.data();
        if (data != null && data.readTime() > 0) {
            effects.put(AGING, List.of());
        }
    }

    private static List<Setting> concat(List<Setting> some, List<Setting> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private boolean canBePriced(List<Setting> off) {
        try {
            config.resolved(off).loadChip().inventory();
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    private boolean canBeMade(ValueEffect effect, List<Setting> off) {
        try {
            config.resolved(off).loadChip().inventory();
            return true;
        } catch (BadInput e) {
            remarks.add(effect.label() + " cannot be switched off on this chip: " + e.getMessage());
            return false;
        }
    }

    /** What each effect takes, once the tree is made. */
    List<CausedLoss> losses() {
        return losses;
    }

    List<String> remarks() {
        return remarks;
    }

    /** @param values of the run as it is, with labels */
    FigureTree tree(Values values, double accuracy, double inFloat) {
        List<String> all = List.copyOf(effects.keySet());
        known.put(Set.of(), accuracy);
        double none = accuracyWithout(all);
        List<FigureTree> parts = new ArrayList<>();
        parts.add(given("the network in floating point", inFloat, "computed in floating point on the same inputs"));
        parts.add(given(
                "codes of inputs, weights and buffers, and all else that has no switch here",
                none - inFloat,
                "computed with every effect below switched off"));
        double left = accuracy - none;
        for (String effect : all) {
            double alone = accuracyWithout(without(all, effect));
            double withoutIt = accuracyWithout(List.of(effect));
            left -= alone - none;
            losses.add(new CausedLoss(effect, alone, withoutIt, told(effect)));
            parts.add(given(
                    effect, alone - none, "computed with it and without the others, less that with none of them"));
        }
        if (all.size() > 1) {
            parts.add(given("all of them together, beyond the sum of each alone", left, "the difference"));
        }
        Double error = values.accuracyError();
        if (error != null) {
            remarks.add("Other inputs of the same kind would move accuracies by " + TerminalText.percent(error)
                    + " (one standard error): smaller differences mean little.");
        }
        return FigureTree.sum(
                "accuracy",
                accuracy,
                Unit.SHARE,
                "that in floating point, and what each cause takes off it when it is alone",
                parts);
    }

    private List<String> told(String effect) {
        return effect.equals(AGING)
                ? List.of("--time 0s")
                : effects.getOrDefault(effect, List.of()).stream()
                        .map(AccuracyTree::option)
                        .toList();
    }

    private static String option(Setting off) {
        String set = off.path() + "=" + (off.value() instanceof ScalarNode scalar ? scalar.text() : "");
        return "--set " + (set.contains(" ") ? "\"" + set + "\"" : set);
    }

    private static List<String> without(List<String> all, String one) {
        return all.stream().filter(each -> !each.equals(one)).toList();
    }

    private static FigureTree given(String label, double value, String how) {
        return FigureTree.leaf(label, value, Unit.SHARE, new FigureTree.Leaf(1, value, how, false));
    }

    private double accuracyWithout(List<String> off) {
        Double before = known.get(Set.copyOf(off));
        if (before != null) {
            return before;
        }
        double computed = computedWithout(off);
        known.put(Set.copyOf(off), computed);
        return computed;
    }

    private double computedWithout(List<String> off) {
        List<Setting> settings = off.stream()
                .flatMap(effect -> effects.getOrDefault(effect, List.of()).stream())
                .toList();
        RunConfig changed = settings.isEmpty() ? config : config.resolved(settings);
        DataChoice data = config.data();
        RunConfig aged = off.contains(AGING) && data != null ? changed.withData(data.readAt(0)) : changed;
        @Nullable Values values = PreparedRun.of(aged).withData().values(threads, progress, phase -> {});
        Double accuracy = values == null ? null : values.accuracy();
        if (accuracy == null) {
            throw new IllegalStateException("a run with labels has an accuracy, without effects as well");
        }
        return accuracy;
    }
}
