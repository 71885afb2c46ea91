package mho.reports.form.sweep;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32C;
import mho.reports.medium.Json;
import org.jspecify.annotations.Nullable;

/**
 * A finished point of a sweep, as one line of JSON. Numbers come back as the doubles they were.
 *
 * @param sha256 of the point's configuration
 * @param figures by name; none where the point failed
 * @param failure why; null where it did not
 * @param checked whether the line had a checksum, as all that are written have; older ones had none
 */
public record PointLine(String sha256, Map<String, Double> figures, @Nullable String failure, boolean checked) {
    private static final String SHA256 = "config_sha256";
    private static final String FAILURE = "failure";
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The last field of a line: CRC-32C, in eight hexadecimal digits, of what stands before it. */
    private static final String CHECKSUM = ",\"crc32c\":\"";

    private static final String END = "\"}";
    private static final int DIGITS = 8;

    /** A line that is not as it was written. */
    public static final class Altered extends IOException {
        private static final long serialVersionUID = 1L;

        Altered() {
            super("altered since it was written");
        }
    }

    /** Ends in \n. */
    public String json() {
        String line = Json.line(json -> {
            json.put(SHA256, sha256);
            for (Map.Entry<String, Double> figure : figures.entrySet()) {
                json.put(figure.getKey(), figure.getValue());
            }
            if (failure != null) {
                json.put(FAILURE, failure);
            }
        });
        String body = line.substring(0, line.length() - "}\n".length());
        return body + CHECKSUM + checksum(body) + END + "\n";
    }

    private static String checksum(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }

    /** Whether the line has a checksum; throws if it has another one than it should. */
    private static boolean isChecked(String line) throws Altered {
        int at = line.lastIndexOf(CHECKSUM);
        if (at < 0) {
            if (line.contains("\"crc32c\"")) {
                throw new Altered();
            }
            return false;
        }
        String end = line.substring(at);
        if (end.length() != CHECKSUM.length() + DIGITS + END.length()
                || !end.equals(CHECKSUM + checksum(line.substring(0, at)) + END)) {
            throw new Altered();
        }
        return true;
    }

    /** Throws IOException if this is no such line, {@link Altered} if it was one. */
    public static PointLine read(String line) throws IOException {
        Map<String, Double> figures = new LinkedHashMap<>();
        String sha256 = null;
        String failure = null;
        try (JsonParser json = FACTORY.createParser(line)) {
            expect(json.nextToken() == JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                JsonToken value = json.nextToken();
                if (value != null && value.isNumeric()) {
                    figures.put(field, json.getDoubleValue());
                    continue;
                }
                expect(value == JsonToken.VALUE_STRING);
                sha256 = field.equals(SHA256) ? json.getText() : sha256;
                failure = field.equals(FAILURE) ? json.getText() : failure;
            }
            expect(json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null);
        }
        if (sha256 == null || figures.isEmpty() == (failure == null)) {
            throw new IOException("neither figures nor a failure");
        }
        return new PointLine(sha256, figures, failure, isChecked(line));
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not a line of a sweep");
        }
    }
}
