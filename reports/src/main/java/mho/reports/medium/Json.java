package mho.reports.medium;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.PrettyPrinter;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;

/**
 * Writes JSON whose bytes depend on the values alone: fields in the order written, lines end in \n, and numbers by the same algorithm on
 * every Java (that of {@link Double#toString} changed with Java 19).
 */
public final class Json {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private final JsonGenerator out;

    private Json(JsonGenerator out) {
        this.out = out;
    }

    /** What goes into an object or a list. */
    public interface Content {
        void write(Json json) throws IOException;
    }

    public static String object(Content content) {
        DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        pretty.indentObjectsWith(lines);
        pretty.indentArraysWith(lines);
        return written(content, pretty);
    }

    /** An object on a line of its own. */
    public static String line(Content content) {
        return written(content, null);
    }

    private static String written(Content content, @Nullable PrettyPrinter pretty) {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            if (pretty != null) {
                generator.setPrettyPrinter(pretty);
            }
            Json json = new Json(generator);
            generator.writeStartObject();
            content.write(json);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return visible(text.append('\n').toString());
    }

    /** Controls, direction marks and the like, which can stand in texts only, as escapes: no terminal obeys them. */
    private static String visible(String json) {
        if (json.codePoints().noneMatch(Json::isHidden)) {
            return json;
        }
        StringBuilder text = new StringBuilder();
        json.codePoints().forEach(point -> {
            if (isHidden(point)) {
                new String(Character.toChars(point)).chars().forEach(unit -> text.append("\\u")
                        .append(HexFormat.of().withUpperCase().toHexDigits((char) unit)));
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static boolean isHidden(int point) {
        return point != '\n' && MessageText.isInvisible(point);
    }

    /** An object and, as its last field, the SHA-256 of all that stands before that field: whether it is as it was written can be told. */
    public static String sealed(Content content) {
        return Checksum.on(object(content));
    }

    /** A tree of maps, iterables, texts, numbers and truth values. */
    public Json putTree(String field, Object tree) throws IOException {
        out.writeFieldName(field);
        writeTree(tree);
        return this;
    }

    /**
     * The same, in which everything stands on one line that fits there.
     *
     * @param width characters of a line, without what it is indented by
     */
    public Json putTree(String field, Object tree, int width) throws IOException {
        out.writeFieldName(field);
        writeTree(tree, width);
        return this;
    }

    private void writeTree(Object tree) throws IOException {
        writeTree(tree, 0);
    }

    private static String onOneLine(Object tree) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            DefaultPrettyPrinter pretty = new DefaultPrettyPrinter();
            pretty.indentObjectsWith(DefaultPrettyPrinter.FixedSpaceIndenter.instance);
            generator.setPrettyPrinter(pretty);
            new Json(generator).writeTree(tree);
        }
        return text.toString();
    }

    private void writeTree(Object tree, int width) throws IOException {
        String line = width > 0 && (tree instanceof Map || tree instanceof Iterable) ? onOneLine(tree) : "";
        if (!line.isEmpty() && line.length() <= width) {
            out.writeRawValue(line);
        } else if (tree instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                putTree((String) entry.getKey(), entry.getValue(), width);
            }
            out.writeEndObject();
        } else if (tree instanceof Iterable<?> items) {
            out.writeStartArray();
            for (Object item : items) {
                writeTree(item, width);
            }
            out.writeEndArray();
        } else {
            out.writePOJO(tree);
        }
    }

    public Json put(String field, String value) throws IOException {
        out.writeStringField(field, value);
        return this;
    }

    public Json put(String field, long value) throws IOException {
        out.writeNumberField(field, value);
        return this;
    }

    public Json put(String field, double value) throws IOException {
        out.writeNumberField(field, value);
        return this;
    }

    /** Whole numbers without a point. */
    public Json put(String field, Number value) throws IOException {
        return value instanceof Integer || value instanceof Long
                ? put(field, value.longValue())
                : put(field, value.doubleValue());
    }

    public Json put(String field, boolean value) throws IOException {
        out.writeBooleanField(field, value);
        return this;
    }

    public Json putOrNull(String field, @Nullable Double value) throws IOException {
        out.writeFieldName(field);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value);
        }
        return this;
    }

    public Json putOrNull(String field, @Nullable String value) throws IOException {
        out.writeFieldName(field);
        out.writeString(value);
        return this;
    }

    public Json put(String field, Content content) throws IOException {
        out.writeObjectFieldStart(field);
        content.write(this);
        out.writeEndObject();
        return this;
    }

    /** An object that is there only sometimes. */
    public Json putIf(boolean there, String field, Content content) throws IOException {
        return there ? put(field, content) : this;
    }

    public Json putAll(String field, Iterable<? extends @Nullable String> values) throws IOException {
        out.writeArrayFieldStart(field);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
        return this;
    }

    /** Null where there is none, or none that is finite, for JSON has no infinity. */
    public Json putNumbers(String field, Iterable<? extends @Nullable Number> values) throws IOException {
        out.writeArrayFieldStart(field);
        for (Number value : values) {
            if (value == null) {
                out.writeNull();
            } else if (value instanceof Integer whole) {
                out.writeNumber(whole);
            } else if (Double.isFinite(value.doubleValue())) {
                out.writeNumber(value.doubleValue());
            } else {
                out.writeNull();
            }
        }
        out.writeEndArray();
        return this;
    }

    /** How one item of a list is written. */
    public interface Item<T> {
        void write(Json json, T item) throws IOException;
    }

    public <T> Json putEach(String field, Iterable<T> items, Item<T> writer) throws IOException {
        out.writeArrayFieldStart(field);
        for (T item : items) {
            out.writeStartObject();
            writer.write(this, item);
            out.writeEndObject();
        }
        out.writeEndArray();
        return this;
    }
}
