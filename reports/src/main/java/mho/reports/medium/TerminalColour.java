package mho.reports.medium;

import java.util.concurrent.ThreadLocalRandom;
import mho.core.quantity.MessageText;

/**
 * Colours on their way to a terminal. Names come from files and may hold what a terminal obeys; so colours travel as marks that no file
 * can know, drawn anew in each process, and become what a terminal obeys at the very end, where everything else of that sort is written
 * out.
 */
public final class TerminalColour {
    private static final String DRAWN =
            Long.toHexString(ThreadLocalRandom.current().nextLong());
    private static final String ESCAPE = "\u001b[";

    static final String BOLD = mark(1);
    static final String RED = mark(31);
    static final String CYAN = mark(36);
    static final String OFF = mark(0);

    private TerminalColour() {}

    private static String mark(int code) {
        return ESCAPE + DRAWN + ";" + code + "m";
    }

    /** What a terminal gets: our colours, and nothing else that it would obey. */
    public static String shown(String text) {
        if (text.indexOf(ESCAPE + DRAWN) < 0) {
            return MessageText.lines(text);
        }
        StringBuilder shown = new StringBuilder();
        int done = 0;
        for (int at = text.indexOf(ESCAPE + DRAWN); at >= 0; at = text.indexOf(ESCAPE + DRAWN, done)) {
            int code = at + ESCAPE.length() + DRAWN.length() + 1;
            int end = text.indexOf('m', code) + 1;
            shown.append(MessageText.lines(text.substring(done, at)))
                    .append(ESCAPE)
                    .append(text, code, end);
            done = end;
        }
        return shown.append(MessageText.lines(text.substring(done))).toString();
    }

    /** Without colours: what of it is seen. */
    static String without(String text) {
        String plain = text;
        for (String mark : new String[] {BOLD, RED, CYAN, OFF}) {
            plain = plain.indexOf('\u001b') < 0 ? plain : plain.replace(mark, "");
        }
        return plain;
    }
}
