package mho.reports.cli;

import java.nio.file.Path;
import java.util.List;
import mho.arch.chip.ChipFiles;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.core.yaml.Setting;
import mho.core.yaml.Yaml;
import mho.reports.config.KnownFile;
import mho.reports.config.Version;
import mho.reports.files.RunDirectory;
import mho.reports.run.Simulation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code anneal}, {@code rbm} and {@code solve} are asked in the same words: a chip that works on a matrix, and where it is written what came of it. */
final class MachineOptions {
    @Option(
            names = "--chip",
            paramLabel = "CHIP",
            completionCandidates = CompletionCommand.ChipNames.class,
            description =
                    "Chip: a name (mho list chips) or a file. Default: boltzmann to anneal, analog-train for rbm, le-gallo-2018 to solve")
    private @Nullable String chip;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description = "Changes a figure of the chip file, as in tile.core.adc.bits=6; may be repeated")
    private List<String> settings = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "Seed of whatever is drawn at random. Default: 1")
    private @Nullable String seed;

    @Option(names = "--ideal", description = "Computes exactly what the arrays would tell; time and energy stay theirs")
    private boolean ideal;

    @Option(names = "--config", paramLabel = "FILE", description = "Repeats what a config.yaml says")
    private @Nullable Path config;

    @Option(names = "--out", paramLabel = "DIR", description = "Directory to write. Default: a new one in runs")
    private @Nullable Path out;

    /** Where it is to be written, if somebody says where: asked first, as a name that is taken needs no more questions. */
    @Nullable
    RunDirectory named() {
        return out == null ? null : RunDirectory.named(out);
    }

    /**
     * Ready to be written to.
     *
     * @param named null for a new one among the runs
     * @param sha256 digest of what is asked
     */
    static RunDirectory directory(@Nullable RunDirectory named, String command, String sha256) {
        RunDirectory directory = named == null
                ? RunDirectory.numbered(Simulation.RUNS.resolve(command + "-" + sha256.substring(0, 8)))
                : named;
        directory.clearUp();
        return directory;
    }

    /** The configuration that is to be repeated; null where there is none, and then the options say what is asked. */
    @Nullable
    MapNode repeated(List<@Nullable String> others) {
        if (config == null) {
            return null;
        }
        boolean more = chip != null || seed != null || ideal || !settings.isEmpty();
        if (more || others.stream().anyMatch(given -> given != null)) {
            throw new BadInput("--config says all that is asked: leave the other options out, or change the file");
        }
        if (Yaml.read(GivenPath.toRead(config)) instanceof MapNode tree) {
            return tree;
        }
        throw new BadInput(config + ": is no configuration");
    }

    /** Version, seed and chip. */
    MapNode tree(String command, String usualChip) {
        Mark here = Mark.of(command);
        MapNode tree = MapNode.empty(here).put("version", new ScalarNode(here, Version.CURRENT, true));
        tree = SharedOptions.put(tree, "seed", seed);
        if (ideal) {
            tree = tree.put("ideal", new ScalarNode(Mark.of("--ideal"), "true", false));
        }
        List<Setting> made = settings.stream().map(Setting::parse).toList();
        MapNode loaded =
                ChipFiles.load(chip == null ? usualChip : chip, List.of()).tree();
        return tree.put("chip", ChipFiles.with(loaded, made));
    }

    /** A file under a key; the tree as it is where none was given. */
    static MapNode file(MapNode tree, String key, @Nullable String path) {
        return path == null ? tree : tree.put(key, KnownFile.of(path, Mark.of("--" + key)));
    }
}
