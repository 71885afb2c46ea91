package mho.reports.config;

import mho.arch.chip.ChipFiles;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Yaml;
import mho.workloads.ising.UpdateRule;
import org.jspecify.annotations.Nullable;

/**
 * An annealing, fully resolved: it alone says what is computed.
 *
 * @param version of mho that wrote it
 * @param together whether units that are not coupled are updated at once, set after set, or all one after the other
 * @param hot temperature of the first sweep; null for that of the problem
 * @param cold temperature of the last one; null for that of the problem
 * @param ideal whether local fields are exact, in the place of those that the chip's arrays give
 * @param chip the chip file, with {@code extends}, settings and defaults worked in
 */
public record AnnealConfig(
        @Doc("version of mho that wrote it") @Nullable String version,
        @Doc("a graph to cut or a formula to satisfy") KnownFile problem,
        @Doc("updates of every unit") @Default("1000") @Range(min = 1, max = 1e8) int sweeps,
        @Doc("gibbs, metropolis") @Default("metropolis") UpdateRule rule,
        @Doc("whether units that are not coupled are updated at once") @Default("false") boolean together,
        @Doc("temperature of the first sweep") @Range(min = 1e-12) @Nullable Double hot,
        @Doc("temperature of the last sweep") @Range(min = 1e-12) @Nullable Double cold,
        @Doc("seed of whatever is drawn at random") @Default("1") @Range(min = 0) long seed,
        @Doc("whether local fields are exact, not those of the chip's arrays") @Default("false") boolean ideal,
        @Doc("the chip file, whole") MapNode chip) {

    /** A configuration beside the tree it was bound from, which is its file. */
    public record Loaded(AnnealConfig config, MapNode tree) {
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
        MapNode defaults = Binder.withDefaults(tree, AnnealConfig.class);
        AnnealConfig asked = Binder.bind(defaults, AnnealConfig.class);
        MapNode whole = defaults.put("chip", ChipFiles.bind(asked.chip).tree());
        return new Loaded(Binder.bind(whole, AnnealConfig.class), whole);
    }

    public ChipFiles.Loaded loadChip() {
        return ChipFiles.bind(chip);
    }
}
