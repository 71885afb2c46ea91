package mho.reports.run;

import java.util.regex.Pattern;

/** A mistake in mho, in words for people: what Java says of one is often the name of a class, or nothing. */
public final class InternalError {
    private static final Pattern OF_JAVA =
            Pattern.compile("\\bnull\\b|\\b(?:mho|java|jdk|sun|com|org)\\.|\\$|Exception|Error\\b");

    private InternalError() {}

    public static String told(Throwable e) {
        String said = e.getMessage();
        String line = said == null ? "" : said.lines().findFirst().orElse("").strip();
        return line.isEmpty() || OF_JAVA.matcher(line).find()
                ? "internal error: a mistake in mho"
                : "internal error: " + line;
    }
}
