package mho.core.yaml;

/** Which texts may stand in YAML without quotes, on the safe side, and how the others are quoted. */
final class PlainScalar {
    private PlainScalar() {}

    /** Letters, digits and harmless punctuation, beginning and ending so that nothing else can be meant. */
    static boolean isPlain(String text) {
        if (text.isEmpty() || !isStart(text.charAt(0)) || text.endsWith(" ") || text.endsWith(":")) {
            return false;
        }
        if (text.startsWith("---") || text.startsWith("...") || text.contains(": ") || text.contains(" #")) {
            return false;
        }
        return text.chars().allMatch(c -> isStart((char) c) || " ,:;()'+*=<>?#&@!|^~".indexOf(c) >= 0);
    }

    private static boolean isStart(char c) {
        return isAsciiLetterOrDigit(c) || "_./$".indexOf(c) >= 0 || isForeignLetter(c);
    }

    private static boolean isAsciiLetterOrDigit(char c) {
        return c < 0x80 && Character.isLetterOrDigit(c);
    }

    private static boolean isForeignLetter(int c) {
        return c > 0xa0 && Character.isLetter(c);
    }

    /** In double quotes, with JSON's escapes. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> append(quoted, c));
        return quoted.append('"').toString();
    }

    private static void append(StringBuilder quoted, int c) {
        switch (c) {
            case '"' -> quoted.append("\\\"");
            case '\\' -> quoted.append("\\\\");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
                if ((c >= ' ' && c < 0x7f) || isForeignLetter(c)) {
                    quoted.appendCodePoint(c);
                } else if (c > 0xffff) {
                    quoted.append("\\U%08X".formatted(c));
                } else {
                    quoted.append("\\u%04X".formatted(c));
                }
            }
        }
    }
}
