package mho.reports.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Finds a point of a sweep by its number, in the sweep's points.csv. */
final class PointFolder {
    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private PointFolder() {}

    /** Name of the folder that holds the point's files if it was kept. */
    static String folder(Path sweep, int number) {
        Path table = sweep.resolve("points.csv");
        if (!Files.isRegularFile(table)) {
            throw new BadInput(table + ": missing; a sweep that ended has it, start it again to go on");
        }
        try (CSVParser lines = CSVParser.parse(RunFiles.text(table), FORMAT)) {
            for (CSVRecord line : lines) {
                if (line.get("point").equals(Integer.toString(number))) {
                    return folder(sweep, number, line);
                }
            }
        } catch (IOException | IllegalArgumentException | java.io.UncheckedIOException e) {
            throw new BadInput(
                    table + ": cut short, or no table of points; start the sweep again, it computes nothing twice");
        }
        throw new BadInput(
                sweep + "@" + number + ": the sweep has no point " + number + "; points.csv lists those it has");
    }

    private static String folder(Path sweep, int number, CSVRecord line) {
        String config = line.get("config");
        if (config.isEmpty() || !line.get("failure").isEmpty()) {
            throw new BadInput(
                    sweep + "@" + number + ": this point failed (" + line.get("failure") + "), compare another");
        }
        return config;
    }
}
