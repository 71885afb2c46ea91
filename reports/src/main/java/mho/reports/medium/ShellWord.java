package mho.reports.medium;

/** Text as a shell takes it for one word. */
public final class ShellWord {
    private ShellWord() {}

    public static String of(String word) {
        return word.matches("[A-Za-z0-9_./@:+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
