package mho.reports.medium;

/** The last field of a JSON file: the SHA-256 of what stands before it, against digits that change afterwards. */
public final class Checksum {
    /** The field. */
    public static final String FIELD = "sha256";

    private static final String END = "\n}\n";
    private static final String BEFORE = ",\n  \"" + FIELD + "\" : \"";
    private static final String AFTER = "\"" + END;

    private Checksum() {}

    /** What a text says of itself. */
    public enum State {
        /** As it was written. */
        WHOLE,
        /** Not as it was written. */
        BROKEN,
        /** Written by a mho that put none on. */
        NONE
    }

    /** An object with the field at its end. */
    public static String on(String object) {
        String body = object.substring(0, object.length() - END.length());
        return body + BEFORE + Digest.sha256(body) + AFTER;
    }

    public static State of(String text) {
        int at = text.lastIndexOf(BEFORE);
        if (at < 0) {
            return text.contains("\"" + FIELD + "\"") ? State.BROKEN : State.NONE;
        }
        String body = text.substring(0, at);
        return text.substring(at).equals(BEFORE + Digest.sha256(body) + AFTER) ? State.WHOLE : State.BROKEN;
    }
}
