package mho.reports.medium;

import java.util.stream.Collectors;

/**
 * Where text for people goes.
 *
 * @param width columns of a terminal; without limit where there is none
 * @param colour whether it may be coloured
 */
public record Terminal(int width, boolean colour) {
    /** A file, a pipe: as wide as it comes, and nothing but text. */
    public static final Terminal PLAIN = new Terminal(Integer.MAX_VALUE, false);

    private static final int NARROWEST = 40;

    /** As the launcher found standard output to be. */
    public static Terminal ofLauncher() {
        int columns = Integer.getInteger("mho.columns", 0);
        return columns <= 0 ? PLAIN : new Terminal(Math.max(NARROWEST, columns), Boolean.getBoolean("mho.colour"));
    }

    String head(String text) {
        return coloured(TerminalColour.BOLD, text);
    }

    public String alarm(String text) {
        return coloured(TerminalColour.RED, text);
    }

    public String bar(String text) {
        return coloured(TerminalColour.CYAN, text);
    }

    /** Lines that are too long are broken anew. */
    public String paragraph(String text) {
        if (text.lines().allMatch(line -> line.length() <= width)) {
            return text;
        }
        return text.lines()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining(" "), all -> WordWrap.text(all.strip(), width, "") + "\n"));
    }

    /** As wide as a text should be at most, given how wide it is on a page. */
    public int upTo(int page) {
        return Math.min(page, width);
    }

    private String coloured(String code, String text) {
        return colour && !text.isBlank() ? code + text + TerminalColour.OFF : text;
    }
}
