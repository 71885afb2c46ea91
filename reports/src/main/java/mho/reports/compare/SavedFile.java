package mho.reports.compare;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.reports.medium.Checksum;

/** A JSON file of a run or a training, read back; says what is wrong with it. */
final class SavedFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String file;
    private final JsonNode root;

    private SavedFile(String file, JsonNode root) {
        this.file = file;
        this.root = root;
    }

    /**
     * @param again the command that makes such a file anew
     * @throws BadInput for what is cut short, altered, or of another schema
     */
    static SavedFile parse(String file, String text, String wanted, String again) {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
            throw new BadInput(file + where + ": cut short, or no JSON; run it again into a new directory");
        }
        if (!root.isObject()) {
            throw new BadInput(file + ": cut short, or no report; run it again into a new directory");
        }
        String schema = root.path("schema").asText();
        if (!schema.equals(wanted)) {
            throw new BadInput(file + ": its schema is " + MessageText.quoted(schema) + ", this mho compares \""
                    + wanted + "\"; run it again with this mho (" + again + ")");
        }
        if (Checksum.of(text) == Checksum.State.BROKEN) {
            throw new BadInput(
                    file
                            + ": altered since it was written (its sha256 is that of another text); run it again into a new directory");
        }
        return new SavedFile(file, root);
    }

    JsonNode at(String pointer) {
        return root.at(pointer);
    }

    JsonNode list(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isArray()) {
            throw lacks(pointer, "a list");
        }
        return node;
    }

    String text(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isTextual()) {
            throw lacks(pointer, "a text");
        }
        return node.asText();
    }

    double number(String pointer) {
        JsonNode node = root.at(pointer);
        if (!node.isNumber()) {
            throw lacks(pointer, "a number");
        }
        return node.asDouble();
    }

    BadInput lacks(String pointer, String what) {
        return new BadInput(file + ": " + pointer.substring(1).replace('/', '.') + " should be " + what
                + " and is not; run it again into a new directory");
    }
}
