package mho.reports.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A finished point of a sweep, as one line of JSON. Numbers come back as the doubles they were.
 *
 * @param sha256 of the point's configuration
 * @param figures by name; none where the point failed
 * @param failure why; null where it did not
 */
public record PointLine(String sha256, Map<String, Double> figures, @Nullable String failure) {
    private static final String SHA256 = "config_sha256";
    private static final String FAILURE = "failure";
    private static final JsonFactory FACTORY = new JsonFactory();

    /** Ends in \n. */
    public String json() {
        return Json.line(json -> {
            json.put(SHA256, sha256);
            for (Map.Entry<String, Double> figure : figures.entrySet()) {
                json.put(figure.getKey(), figure.getValue());
            }
            if (failure != null) {
                json.put(FAILURE, failure);
            }
        });
    }

    /** Throws IOException if this is no such line. */
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
        return new PointLine(sha256, figures, failure);
    }

    private static void expect(boolean holds) throws IOException {
        if (!holds) {
            throw new IOException("not a line of a sweep");
        }
    }
}
