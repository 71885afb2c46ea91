package mho.periphery.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A small table of published figures kept beside the model that reads it: a header, then rows without quotes or commas in cells. */
public final class PublishedTable {

    private final List<Row> rows;

    private PublishedTable(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    /** Reads a resource beside {@code neighbour}. */
    public static PublishedTable beside(Class<?> neighbour, String resource) {
        try (InputStream in = Objects.requireNonNull(neighbour.getResourceAsStream(resource), resource);
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            String[] header =
                    Objects.requireNonNull(reader.readLine(), resource).split(",", -1);
            List<Row> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                rows.add(row(header, line.split(",", -1), resource));
            }
            return new PublishedTable(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    private static Row row(String[] header, String[] cells, String resource) {
        if (cells.length != header.length) {
            throw new IllegalStateException(resource + ": a row of " + cells.length + " cells, not " + header.length);
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.length; i++) {
            row.put(header[i], cells[i]);
        }
        return new Row(row);
    }

    public List<Row> rows() {
        return rows;
    }

    /** One row, its cells by column name. */
    public record Row(Map<String, String> cells) {

        public String text(String column) {
            return Objects.requireNonNull(cells.get(column), column);
        }

        public double number(String column) {
            return Double.parseDouble(text(column));
        }
    }
}
