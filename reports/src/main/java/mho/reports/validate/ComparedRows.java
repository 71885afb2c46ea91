package mho.reports.validate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.core.yaml.Binder;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.JsonSchema;
import mho.core.yaml.MapNode;
import mho.core.yaml.Yaml;
import mho.core.yaml.YamlNode;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoProgress;
import mho.reports.tornado.TornadoQuestion;
import mho.reports.tornado.Tornados;
import mho.workloads.network.Network;
import mho.workloads.network.file.NetworkFile;
import mho.workloads.zoo.Zoo;

/**
 * A file of rows: figures of machines, of any kind, and how many times those of others.
 *
 * @param networks network files, whole, under the names that rows call them by; other names are the zoo's
 */
public record ComparedRows(
        @Doc("networks that are not in the zoo, under names") @Default("{}") Map<String, MapNode> networks,
        @Doc("what is compared") List<ComparedRow> rows) {

    /** How files of rows are written, as a JSON Schema. */
    public static Map<String, Object> schema() {
        return JsonSchema.of("file of rows of mho", ComparedRows.class);
    }

    /** A file of rows that comes with mho, by its name. */
    static ComparedRows shipped(String name) {
        String file = name + ".yaml";
        try (InputStream in = ComparedRows.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the rows " + file + " are missing from the program");
            }
            return of(Yaml.parse(file, new String(in.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody's own. Throws {@link BadInput} for whatever is wrong with the file. */
    public static List<ValidationRow> read(Path file) {
        return of(Yaml.read(file)).compared();
    }

    /** What assumptions those of somebody's own are held against. Throws {@link BadInput} for whatever is wrong with the file. */
    public static List<Tornado> tornados(Path file, TornadoProgress progress) {
        return Tornados.of(of(Yaml.read(file)).questions(row -> true), progress);
    }

    private static ComparedRows of(YamlNode file) {
        return Binder.bind(file, ComparedRows.class);
    }

    /** What cannot be compared is a row that does not hold. */
    List<ValidationRow> compared() {
        return compared(row -> true);
    }

    /** Those of some rows. */
    List<ValidationRow> compared(Predicate<ComparedRow> which) {
        return rows.parallelStream().filter(which).map(this::compared).toList();
    }

    /** Those of some rows of a file that comes with mho, of which it is kept what they hang on. */
    List<ValidationRow> kept(Predicate<ComparedRow> which) {
        return compared(which).stream()
                .map(row -> row.over(row.over(), HangsOn.of(row.what())))
                .toList();
    }

    /** What assumptions some rows are held against. */
    List<TornadoQuestion> questions(Predicate<ComparedRow> which) {
        Map<String, Network> known = new HashMap<>(); // one for all rows: they share its runs
        return rows.stream()
                .filter(which)
                .map(row -> row.question(name -> known.computeIfAbsent(name, this::network)))
                .filter(Objects::nonNull)
                .toList();
    }

    /** Machines that rows are about. */
    List<String> machines() {
        return rows.stream().flatMap(row -> row.machines().stream()).distinct().toList();
    }

    private ValidationRow compared(ComparedRow row) {
        try {
            return row.compared(this::network);
        } catch (BadInput | ModelSaysNo | IllegalArgumentException e) {
            return ValidationRow.failed(row.row(), String.valueOf(e.getMessage()), row.source())
                    .of(row.a() == null ? "" : row.a());
        }
    }

    private Network network(String name) {
        MapNode own = networks.get(name);
        return own == null ? Zoo.load(name) : NetworkFile.parse(own);
    }
}
