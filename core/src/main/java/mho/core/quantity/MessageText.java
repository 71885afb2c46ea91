package mho.core.quantity;

/** Text from outside on its way into a message: one line, no control characters, not too long. */
public final class MessageText {
    private static final int LONGEST = 60;

    private MessageText() {}

    /** In double quotes. */
    public static String quoted(String text) {
        return '"' + plain(text) + '"';
    }

    /** Without quotes. */
    public static String plain(String text) {
        return plain(text, LONGEST);
    }

    /** Without quotes, cut after the given number of characters. */
    public static String plain(String text, int longest) {
        StringBuilder shown = new StringBuilder();
        int[] points = text.codePoints().limit(longest + 1L).toArray();
        for (int i = 0; i < Math.min(points.length, longest); i++) {
            append(shown, points[i]);
        }
        return points.length > longest ? shown.append('…').toString() : shown.toString();
    }

    /** Of any length and any number of lines; what a terminal would obey or not show is written out. */
    public static String lines(String text) {
        if (text.codePoints().noneMatch(MessageText::isUnsafe)) {
            return text;
        }
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(point -> {
            if (isUnsafe(point)) {
                append(shown, point);
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    private static boolean isUnsafe(int point) {
        return point != '\n' && point != '\t' && isInvisible(point);
    }

    private static void append(StringBuilder shown, int point) {
        switch (point) {
            case '\n' -> shown.append("\\n");
            case '\t' -> shown.append("\\t");
            default -> {
                if (isInvisible(point)) {
                    shown.append("\\u{").append(Integer.toHexString(point)).append('}');
                } else {
                    shown.appendCodePoint(point);
                }
            }
        }
    }

    /** Controls, line separators, direction marks, lone surrogates: whatever could break or bend the line. */
    public static boolean isInvisible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
