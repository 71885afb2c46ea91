package mho.reports.config;

import mho.arch.chip.ChipFiles;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Yaml;
import mho.workloads.linear.InnerMethod;
import org.jspecify.annotations.Nullable;

/**
 * A system of equations and who solves it, fully resolved: it alone says what is computed.
 *
 * @param version of mho that wrote it
 * @param rhs null for ones
 * @param method null for cg where the matrix is symmetric, else jacobi
 * @param tolerance part of the right-hand side that may be left
 * @param rounds corrections at most
 * @param inner iterations of a correction at most
 * @param reduction part of what was left at which a correction ends
 * @param ideal whether products are exact, in the place of those that the chip's arrays give
 * @param digital the chip file of the processor, whole
 * @param chip the chip file, with {@code extends}, settings and defaults worked in
 */
public record SolveConfig(
        @Doc("version of mho that wrote it") @Nullable String version,
        @Doc("the matrix") KnownFile matrix,
        @Doc("the right-hand side; ones where nothing is said") @Nullable KnownFile rhs,
        @Doc("cg, richardson, jacobi; cg where nothing is said and the matrix is symmetric, else jacobi") @Nullable
                InnerMethod method,
        @Doc("part of the right-hand side that may be left, as norms") @Default("1e-9") @Range(min = 1e-15, max = 0.99)
                double tolerance,
        @Doc("corrections at most") @Default("1000") @Range(min = 1, max = 1e7) int rounds,
        @Doc("iterations of a correction at most") @Default("30") @Range(min = 1, max = 1e6) int inner,
        @Doc("part of what was left at which a correction ends") @Default("0.3") @Range(min = 1e-12, max = 0.99)
                double reduction,
        @Doc("seed of whatever is drawn at random") @Default("1") @Range(min = 0) long seed,
        @Doc("whether products are exact, not those of the chip's arrays") @Default("false") boolean ideal,
        @Doc("the chip file of the processor beside the arrays, whole") MapNode digital,
        @Doc("the chip file, whole") MapNode chip) {

    /** A configuration beside the tree it was bound from, which is its file. */
    public record Loaded(SolveConfig config, MapNode tree) {
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
     * Bound from its tree, in which both chips are made whole.
     *
     * @throws mho.core.yaml.BadInput for whatever is wrong with it
     */
    public static Loaded of(MapNode tree) {
        MapNode defaults = Binder.withDefaults(tree, SolveConfig.class);
        SolveConfig asked = Binder.bind(defaults, SolveConfig.class);
        MapNode whole = defaults.put("digital", ChipFiles.bind(asked.digital).tree())
                .put("chip", ChipFiles.bind(asked.chip).tree());
        return new Loaded(Binder.bind(whole, SolveConfig.class), whole);
    }

    public ChipFiles.Loaded loadChip() {
        return ChipFiles.bind(chip);
    }

    public ChipFiles.Loaded loadDigital() {
        return ChipFiles.bind(digital);
    }
}
