package mho.reports.medium;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of a Parquet file, as its library reads them: values by the names of their columns, none where there is nothing. */
public final class ParquetRows {
    private ParquetRows() {}

    public static List<Map<String, Object>> of(Path file) throws IOException {
        try (Stream<Map<String, Object>> all =
                ParquetReader.streamContent(file.toFile(), HydratorSupplier.constantly(new Row()))) {
            return all.toList();
        }
    }

    private static final class Row implements Hydrator<Map<String, Object>, Map<String, Object>> {
        @Override
        public Map<String, Object> start() {
            return new LinkedHashMap<>();
        }

        @Override
        public Map<String, Object> add(Map<String, Object> row, String name, @Nullable Object value) {
            if (value != null) {
                row.put(name, value);
            }
            return row;
        }

        @Override
        public Map<String, Object> finish(Map<String, Object> row) {
            return row;
        }
    }
}
