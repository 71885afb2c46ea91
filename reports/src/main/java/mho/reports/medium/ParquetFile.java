package mho.reports.medium;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A table as an Apache Parquet file: words as UTF-8, whole numbers as INT64, numbers as DOUBLE; what is empty is null. Equal tables, equal
 * bytes.
 */
public final class ParquetFile {
    private static final String NAME = "mho";

    private ParquetFile() {}

    /** Writes it, and closes what it is written to. */
    public static void write(CellTable table, OutputStream to) throws IOException {
        try (ParquetWriter<List<String>> writer = new Builder(table, new Counted(to))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.UNCOMPRESSED)
                .build()) {
            for (List<String> row : table.rows()) {
                writer.write(row);
            }
        }
    }

    private static MessageType schema(CellTable table) {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (int column = 0; column < table.names().size(); column++) {
            String name = table.names().get(column);
            switch (table.types().get(column)) {
                case WORDS -> schema.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(name);
                case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(name);
                case REAL -> schema.optional(PrimitiveTypeName.DOUBLE).named(name);
            }
        }
        return schema.named(NAME);
    }

    /** Any stream, whose bytes are counted. */
    private static final class Counted implements OutputFile {
        private final OutputStream out;

        Counted(OutputStream out) {
            this.out = out;
        }

        @Override
        public PositionOutputStream create(long blocks) {
            return new PositionOutputStream() {
                private long written;

                @Override
                public long getPos() {
                    return written;
                }

                @Override
                public void write(int value) throws IOException {
                    out.write(value);
                    written++;
                }

                @Override
                public void write(byte[] bytes, int from, int count) throws IOException {
                    out.write(bytes, from, count);
                    written += count;
                }

                @Override
                public void close() throws IOException {
                    out.close();
                }
            };
        }

        @Override
        public PositionOutputStream createOrOverwrite(long blocks) {
            return create(blocks);
        }

        @Override
        public boolean supportsBlockSize() {
            return false;
        }

        @Override
        public long defaultBlockSize() {
            return 0;
        }
    }

    private static final class Builder extends ParquetWriter.Builder<List<String>, Builder> {
        private final CellTable table;

        Builder(CellTable table, OutputFile file) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<List<String>> getWriteSupport(Configuration none) {
            return new Rows(table);
        }

        @Override
        protected WriteSupport<List<String>> getWriteSupport(ParquetConfiguration none) {
            return new Rows(table);
        }
    }

    /** Rows, cell by cell. */
    private static final class Rows extends WriteSupport<List<String>> {
        private final CellTable table;

        @SuppressWarnings("NullAway.Init") // given before the first row
        private RecordConsumer out;

        Rows(CellTable table) {
            this.table = table;
        }

        @Override
        public WriteContext init(Configuration none) {
            return new WriteContext(schema(table), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration none) {
            return new WriteContext(schema(table), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            out = consumer;
        }

        @Override
        public void write(List<String> row) {
            out.startMessage();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                if (!cell.isEmpty()) {
                    out.startField(table.names().get(column), column);
                    add(cell, table.types().get(column));
                    out.endField(table.names().get(column), column);
                }
            }
            out.endMessage();
        }

        private void add(String cell, CellType type) {
            switch (type) {
                case WORDS -> out.addBinary(Binary.fromString(cell));
                case WHOLE -> out.addLong(Long.parseLong(cell));
                case REAL -> out.addDouble(Double.parseDouble(cell));
            }
        }
    }
}
