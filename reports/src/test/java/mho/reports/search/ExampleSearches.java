package mho.reports.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.reports.form.sweep.SweepTable;
import mho.reports.sweep.PointWorkers;
import mho.reports.sweep.Sweep;
import mho.reports.sweep.SweepProgress;
import mho.reports.sweep.SweepQuestion;
import mho.reports.tornado.TornadoProgress;

/** Searches to look at. */
final class ExampleSearches {
    private ExampleSearches() {}

    static SearchQuestion question(String yaml) {
        return SearchQuestion.of((MapNode) Yaml.parse("s.yaml", yaml));
    }

    static DesignSearch.Found run(String yaml, Path directory) {
        return run(yaml, directory, 2, SweepProgress.NONE);
    }

    static DesignSearch.Found run(String yaml, Path directory, int threads, SweepProgress progress) {
        return DesignSearch.run(
                question(yaml),
                new DesignSearch.How(directory, threads, false, Map.of(), TornadoProgress.NONE, null),
                progress);
    }

    /** The same on other machines. */
    static DesignSearch.Found run(String yaml, Path directory, PointWorkers workers) {
        return DesignSearch.run(
                question(yaml),
                new DesignSearch.How(directory, 2, false, Map.of(), TornadoProgress.NONE, workers),
                SweepProgress.NONE);
    }

    /** All points of the same question, as a sweep has them. */
    static SweepTable all(String yaml, Path directory) {
        SweepQuestion question = SweepQuestion.of((MapNode) Yaml.parse("s.yaml", yaml));
        return Sweep.run(question, new Sweep.How(directory, 2, false, 5000, Map.of()), SweepProgress.NONE)
                .table();
    }

    /** What the points of a table cost that hold the constraints. */
    static List<double[]> costs(SweepTable table) {
        List<double[]> costs = new ArrayList<>();
        for (SweepTable.Row row : table.rows()) {
            if (row.allowed()) {
                costs.add(table.objectives().stream()
                        .mapToDouble(goal -> {
                            Double figure = row.metrics().get(table.columns().indexOf(table.column(goal.key())));
                            return (goal.minimise() ? 1 : -1) * (figure == null ? Double.NaN : figure);
                        })
                        .toArray());
            }
        }
        return costs;
    }

    /** Every file that depends on the question alone, by path: all but host.json. */
    static Map<String, String> files(Path directory) {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith("host.json"))
                    .toList()) {
                files.put(directory.relativize(file).toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Stops a search as a closed terminal does, after so many points. */
    static SweepProgress stopAfter(int points) {
        return (done, all) -> {
            if (done == points) {
                throw new Killed();
            }
        };
    }

    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
