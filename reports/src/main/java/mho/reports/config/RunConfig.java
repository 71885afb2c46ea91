package mho.reports.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.Binder;
import mho.core.yaml.Doc;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.Key;
import mho.core.yaml.MapNode;
import mho.core.yaml.Range;
import mho.core.yaml.Setting;
import mho.core.yaml.Sources;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.medium.Digest;
import org.jspecify.annotations.Nullable;

/**
 * A run, fully resolved: it alone says what is simulated.
 *
 * @param version of mho that wrote it
 * @param images inputs that follow one another, at least: it goes on until their interval is steady; 1: one input alone
 * @param seed of whatever is drawn at random
 * @param data inputs to compute values for; null to simulate time and energy alone
 * @param arriving when inputs come from outside ({@link ArrivalChoice}); null for none
 * @param program what the chip does with the network; null where it answers
 * @param chip the chip file, with {@code extends}, settings and defaults worked in
 */
public record RunConfig(
        @Doc("version of mho that wrote it") @Nullable String version,
        @Doc("inputs that follow one another, at least; 1: one alone") @Range(min = 1, max = RunConfig.MOST_IMAGES)
                int images,
        @Doc("seed of whatever is drawn at random") @Range(min = 0) long seed,
        @Doc("the network") NetworkChoice network,
        @Doc("inputs to compute values for") @Nullable DataChoice data,
        @Doc("when inputs come from outside: a rate, a file of times, or a mapping") @Key("arrivals") @Nullable
                YamlNode arriving,
        @Doc("what the chip does with the network; it answers where nothing is said") @Nullable ProgramChoice program,
        @Doc("the chip file, whole") MapNode chip) {
    /** Inputs that may be asked to follow one another; the times of each in every layer are kept, which bounds deep networks sooner. */
    public static final int MOST_IMAGES = 1 << 20;

    public RunConfig {
        if (images > MOST_IMAGES) {
            throw new mho.core.yaml.BadInput(
                    "images: %d inputs one behind another are more than the %d that are followed; intervals are steady long before (--images %d)"
                            .formatted(images, MOST_IMAGES, MOST_IMAGES));
        }
    }

    /** How such files are written, as a JSON Schema; of the chip in it another tells. */
    public static Map<String, Object> schema() {
        return JsonSchema.of("config.yaml of a run of mho", RunConfig.class);
    }

    /** Reads a file that {@link #yaml} wrote. */
    public static RunConfig read(Path file) {
        return Binder.bind(Yaml.read(file), RunConfig.class);
    }

    public RunConfig withImages(int other) {
        return new RunConfig(version, other, seed, network, data, arriving, program, chip);
    }

    public RunConfig withSeed(long other) {
        return new RunConfig(version, images, other, network, data, arriving, program, chip);
    }

    public RunConfig withNetwork(NetworkChoice other) {
        return new RunConfig(version, images, seed, other, data, arriving, program, chip);
    }

    public RunConfig withData(@Nullable DataChoice other) {
        return new RunConfig(version, images, seed, network, other, arriving, program, chip);
    }

    /** What the chip does with the network. */
    public ProgramChoice task() {
        return program == null ? ProgramChoice.INFER : program;
    }

    /** The same on another chip, as its file is written. */
    public RunConfig withChip(MapNode other) {
        return new RunConfig(version, images, seed, network, data, arriving, program, other);
    }

    public RunConfig withTask(ProgramChoice other) {
        ProgramChoice stated = other == ProgramChoice.INFER ? null : other;
        return new RunConfig(version, images, seed, network, data, arriving, stated, chip);
    }

    /** When inputs come from outside; null for none. Throws {@link mho.core.yaml.BadInput} for what can be none. */
    public @Nullable ArrivalChoice arrivals() {
        return arriving == null || arriving.isNull() ? null : ArrivalChoice.of(arriving);
    }

    public RunConfig withArrivals(@Nullable ArrivalChoice other) {
        return new RunConfig(
                version, images, seed, network, data, other == null ? null : ConfigFile.arrivals(other), program, chip);
    }

    /** The same by this version, with settings made in the chip and its defaults written out. */
    public RunConfig resolved(List<Setting> settings) {
        MapNode tree = ChipFiles.with(chip, settings);
        RunConfig run = withArrivals(arrivals());
        return new RunConfig(
                Version.CURRENT,
                images,
                seed,
                network,
                data,
                run.arriving,
                program,
                ChipFiles.bind(tree).tree());
    }

    public ChipFiles.Loaded loadChip() {
        return ChipFiles.bind(chip);
    }

    /** As a file. */
    public String yaml() {
        return ConfigFile.write(this);
    }

    /** Digest of what is asked. */
    public String sha256() {
        return sha256(ConfigFile.tree(this));
    }

    /** Digest of what a configuration asks: who set its figures is left out, so that equal questions are equal however they are put. */
    public static String sha256(MapNode config) {
        return Digest.sha256(Yaml.write(Sources.withoutSetters(config)));
    }
}
