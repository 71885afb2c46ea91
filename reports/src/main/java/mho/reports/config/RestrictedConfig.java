package mho.reports.config;

import mho.arch.chip.ChipFiles;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Yaml;
import mho.workloads.restricted.BarsAndStripes;
import mho.workloads.restricted.ExactLikelihood;
import org.jspecify.annotations.Nullable;

/**
 * The learning of a restricted Boltzmann machine, fully resolved: it alone says what is computed.
 *
 * @param version of mho that wrote it
 * @param side of the pictures of bars and stripes that are learnt
 * @param steps that the layers find each other before what they do is unlearnt
 * @param ideal whether couplings are numbers, in the place of the chip's cells
 * @param chip the chip file, with {@code extends}, settings and defaults worked in
 */
public record RestrictedConfig(
        @Doc("version of mho that wrote it") @Nullable String version,
        @Doc("rows of a picture of bars and stripes, and columns")
                @Default("3")
                @Range(min = 2, max = BarsAndStripes.LARGEST_SIDE)
                int side,
        @Doc("hidden units") @Default("8") @Range(min = 1, max = ExactLikelihood.MOST_UNITS) int hidden,
        @Doc("times that all pictures are learnt") @Default("200") @Range(min = 1, max = 1e6) int epochs,
        @Doc("part of a coupling that two units which are on add") @Default("0.05") @Range(min = 1e-9, max = 10)
                double rate,
        @Doc("steps of contrastive divergence") @Default("1") @Range(min = 1, max = 1e4) int steps,
        @Doc("seed of whatever is drawn at random") @Default("1") @Range(min = 0) long seed,
        @Doc("whether couplings are exact, not those of the chip's cells") @Default("false") boolean ideal,
        @Doc("the chip file, whole") MapNode chip) {

    /** A configuration beside the tree it was bound from, which is its file. */
    public record Loaded(RestrictedConfig config, MapNode tree) {
        /** As a file. */
        public String yaml() {
            return Yaml.write(tree);
        }

        /** Digest of what is asked. */
        public String sha256() {
            return RunConfig.sha256(tree);
        }
    }

    /**
     * Bound from its tree, in which the chip is made whole.
     *
     * @throws mho.core.yaml.BadInput for whatever is wrong with it
     */
    public static Loaded of(MapNode tree) {
        MapNode defaults = Binder.withDefaults(tree, RestrictedConfig.class);
        RestrictedConfig asked = Binder.bind(defaults, RestrictedConfig.class);
        MapNode whole = defaults.put("chip", ChipFiles.bind(asked.chip).tree());
        return new Loaded(Binder.bind(whole, RestrictedConfig.class), whole);
    }

    public ChipFiles.Loaded loadChip() {
        return ChipFiles.bind(chip);
    }
}
