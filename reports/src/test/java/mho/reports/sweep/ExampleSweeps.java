package mho.reports.sweep;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.SweepResult;

/** Sweeps to look at. */
final class ExampleSweeps {
    private ExampleSweeps() {}

    static SweepQuestion question(String yaml) {
        return SweepQuestion.of((MapNode) Yaml.parse("s.yaml", yaml));
    }

    static SweepResult run(String yaml, Path directory) {
        return run(yaml, directory, 1, false, SweepProgress.NONE);
    }

    static SweepResult run(String yaml, Path directory, int threads, boolean keep, SweepProgress progress) {
        return Sweep.run(question(yaml), new Sweep.How(directory, threads, keep, 5000, Map.of()), progress);
    }

    /** Every file that depends on the question alone, by path. */
    static Map<String, String> files(Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.endsWith("host.json")) {
                    files.put(directory.relativize(file).toString(), Files.readString(file));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return files;
    }

    /** Stops a sweep as a closed terminal does, after so many points. */
    static SweepProgress stopAfter(int points) {
        return (done, all) -> {
            if (done == points) {
                throw new Stopped();
            }
        };
    }

    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
