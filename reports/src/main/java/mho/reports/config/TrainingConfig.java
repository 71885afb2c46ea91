package mho.reports.config;

import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Yaml;
import mho.workloads.data.DataDescription;
import mho.workloads.training.TrainingSpec;
import org.jspecify.annotations.Nullable;

/**
 * A training, fully resolved: it alone says what is computed.
 *
 * @param version of mho that wrote it
 * @param images examples of the training set, the first ones; null for all
 * @param tests examples of the test set, the first ones; null for all
 * @param ideal whether weights are kept in floating point instead of the chip's cells
 * @param chip the chip file, with {@code extends}, settings and defaults worked in
 */
public record TrainingConfig(
        @Doc("version of mho that wrote it") @Nullable String version,
        @Doc("the network") NetworkChoice network,
        @Doc("what it learns from") DataDescription data,
        @Doc("examples of the training set, the first ones; all where nothing is said") @Range(min = 1) @Nullable
                Integer images,
        @Doc("examples of the test set, the first ones; all where nothing is said") @Range(min = 1) @Nullable
                Integer tests,
        @Doc("how it is trained") TrainingSpec training,
        @Doc("whether weights are kept in floating point instead of the chip's cells") @Default("false") boolean ideal,
        @Doc("the chip file, whole") MapNode chip) {

    /** How such files are written, as a JSON Schema; of the chip in it another tells. */
    public static Map<String, Object> schema() {
        return JsonSchema.of("config.yaml of a training of mho", TrainingConfig.class);
    }

    /** A configuration beside the tree it was bound from, which is its file. */
    public record Loaded(TrainingConfig config, MapNode tree) {
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
        TrainingConfig asked = Binder.bind(tree, TrainingConfig.class);
        MapNode whole = tree.put("chip", ChipFiles.bind(asked.chip).tree());
        return new Loaded(Binder.bind(whole, TrainingConfig.class), whole);
    }

    public ChipFiles.Loaded loadChip() {
        return ChipFiles.bind(chip);
    }
}
