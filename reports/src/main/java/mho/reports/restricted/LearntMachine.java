package mho.reports.restricted;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.element.LearntArrays;
import mho.reports.config.RestrictedConfig;
import org.jspecify.annotations.Nullable;

/**
 * A restricted Boltzmann machine that has learnt.
 *
 * @param chip its name
 * @param pictures that were learnt
 * @param most the largest mean log-likelihood that a machine may give them: each its equal part
 * @param arrays that hold the couplings
 * @param epochs from the one before anything was learnt
 * @param phases reads up, reads down, changes
 * @param joules by part
 * @param cells what happened in them; null where couplings were numbers
 */
public record LearntMachine(
        RestrictedConfig.Loaded config,
        String chip,
        int visible,
        int hidden,
        int pictures,
        double most,
        int arrays,
        List<LikelihoodRecord> epochs,
        List<LearningPhase> phases,
        Map<String, Double> joules,
        @Nullable LearntArrays cells) {
    public LearntMachine {
        epochs = List.copyOf(epochs);
        phases = List.copyOf(phases);
        joules = Collections.unmodifiableMap(new LinkedHashMap<>(joules));
    }

    public LikelihoodRecord first() {
        return epochs.get(0);
    }

    public LikelihoodRecord last() {
        return epochs.get(epochs.size() - 1);
    }

    /** The likeliest epoch, the first of equals. */
    public LikelihoodRecord best() {
        return epochs.stream()
                .reduce((one, other) -> other.likelihood() > one.likelihood() ? other : one)
                .orElseThrow();
    }
}
