package mho.reports.search;

import java.util.List;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import org.jspecify.annotations.Nullable;

/**
 * A search as a file asks for it; what stands in sweep files as well means the same here. Paths in it are relative to the working directory.
 *
 * @param pareto null for the usual objectives
 */
record SearchFile(
        @Doc("name of the search, and of its directory") String search,
        @Doc("what all points have in common") @Default("{}") MapNode base,
        @Doc("what all points have in common that are trainings, in the place of base") @Nullable MapNode training,
        @Doc("what may be chosen: paths and their values") MapNode vary,
        @Doc("paths that advance together, a list for each tie") @Default("[]") List<List<String>> tie,
        @Doc("what a design must hold") @Default("[]") List<String> constraints,
        @Doc("what is sought: a metric and min or max each") @Nullable List<String> pareto,
        @Doc("points to compute, or time to take, as in 200 points or 10 min; or both") @Default("200 points")
                String budget,
        @Doc("designs of a generation, half of them new ones; where not stated, by the budget")
                @Range(min = 4, max = 1000)
                @Nullable
                Integer population,
        @Doc("seed of the search") @Default("1") @Range(min = 0) long seed,
        @Doc("directories of sweeps and searches whose points need not be computed") @Default("[]")
                List<String> from) {}
