package mho.reports.medium;

/** Text broken into lines at spaces. */
public final class WordWrap {
    private WordWrap() {}

    public static String text(String text, int width, String indent) {
        StringBuilder lines = new StringBuilder(indent);
        int column = indent.length();
        boolean first = true;
        for (String word : text.split("\\s+", -1)) {
            if (!first && column + 1 + word.length() > width) {
                lines.append('\n').append(indent);
                column = indent.length();
                first = true;
            }
            lines.append(first ? "" : " ").append(word);
            column += word.length() + (first ? 0 : 1);
            first = false;
        }
        return lines.toString();
    }
}
