package mho.reports.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.config.RunConfig;
import mho.reports.medium.Checksum;
import mho.reports.medium.Digest;

/** Finds a run by what the command line calls it, and reads its report.json and config.yaml. */
public final class RunFiles {
    private static final String REPORT = "report.json";
    private static final String TRAINING = "training.json";
    private static final String CONFIG = "config.yaml";
    private static final Pattern POINT = Pattern.compile("(.+)@(\\d{1,9})");
    private static final String GIVE = "give the directory of a run, or SWEEP@NUMBER for a kept point of a sweep";
    private static final int LONGEST = 300;

    private RunFiles() {}

    /**
     * A run's directory, or a point of a sweep as in {@code sweeps/adc@12}. Throws {@link BadInput} if there is none, or if its files are
     * of another schema, cut short, or not of one run.
     */
    public static SavedRun read(String name) {
        Path directory = directory(name);
        Path report = there(directory, REPORT);
        Path config = there(directory, CONFIG);
        ReportFile read = ReportFile.parse(report.toString(), text(report));
        return read.run(name, asked(config, text(config), read.configSha256(), REPORT));
    }

    /** The same of a training. */
    public static SavedTraining readTraining(String name) {
        Path directory = directory(name);
        Path training = there(directory, TRAINING);
        Path config = there(directory, CONFIG);
        TrainingFile read = TrainingFile.parse(training.toString(), text(training));
        return read.training(name, asked(config, text(config), read.configSha256(), TRAINING));
    }

    /** Whether what is called so is a training; false also of what is not there, or is neither. */
    public static boolean isTraining(String name) {
        try {
            return Files.isRegularFile(directory(name).resolve(TRAINING));
        } catch (BadInput e) {
            return false;
        }
    }

    private static Path there(Path directory, String name) {
        Path file = directory.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new BadInput(file + ": missing; " + remedy(directory));
        }
        return file;
    }

    private static MapNode asked(Path config, String yaml, String sha256, String made) {
        try {
            if (Yaml.parse(config.toString(), yaml) instanceof MapNode map
                    && (RunConfig.sha256(map).equals(sha256)
                            || Digest.sha256(yaml).equals(sha256))) {
                return map;
            }
        } catch (BadInput e) {
            // cut short in the middle of a line: told below
        }
        throw new BadInput(config + ": is not what " + made
                + " was made from (cut short, or changed since); run it again into a new directory");
    }

    private static Path directory(String name) {
        Path named = path(name);
        if (Files.isDirectory(named)) {
            return named;
        }
        if (Files.exists(named)) {
            throw new BadInput(shown(name) + ": is a file; " + GIVE);
        }
        Matcher point = POINT.matcher(name);
        if (!point.matches()) {
            throw new BadInput(shown(name) + ": no such directory; " + GIVE);
        }
        Path sweep = path(point.group(1));
        if (!Files.isDirectory(sweep)) {
            throw new BadInput(shown(name) + ": no such sweep, " + shown(point.group(1)) + " is no directory; " + GIVE);
        }
        String folder = PointFolder.folder(sweep, Integer.parseInt(point.group(2)));
        Path kept = sweep.resolve("points").resolve(folder);
        if (!Files.isDirectory(kept)) {
            throw new BadInput(
                    shown(name) + ": this point was not kept (" + kept + " is not there); sweep again with --keep");
        }
        return kept;
    }

    private static String remedy(Path directory) {
        return Files.isDirectory(directory.resolve("points"))
                ? "this is a sweep, name one of its points, as in " + directory + "@1"
                : "a run's directory holds report.json and config.yaml, run it again into a new one";
    }

    private static Path path(String name) {
        return GivenPath.of(name);
    }

    /** Whether its report says nothing that would tell an altered figure: it is of an older mho. */
    public static boolean isUnsealed(String name) {
        return Checksum.of(text(directory(name).resolve(REPORT))) == Checksum.State.NONE;
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read, check that it is a text in UTF-8 that you may open");
        }
    }

    private static String shown(String name) {
        return MessageText.plain(name, LONGEST);
    }
}
