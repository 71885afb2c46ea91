package mho.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;

/** How far something is that goes step by step: a line that is written over on a terminal, nothing anywhere else. */
final class StepProgress {
    private static final String CLEAR = "\r\u001b[K";
    private static final long SELDOM = 200_000_000;

    private final PrintWriter terminal;
    private final boolean shown = Boolean.getBoolean("mho.progress");
    private final long began = System.nanoTime();
    private long told;

    StepProgress(PrintWriter terminal) {
        this.terminal = terminal;
    }

    /** Of steps whose number is known. */
    void tell(String step, int done, int all) {
        double left = (System.nanoTime() - began) * 1e-9 * (all - done) / done;
        line(String.format(Locale.ROOT, "%s %,d of %,d, %.0f s left", step, done, all, left));
    }

    /** Of others. */
    void line(String text) {
        long now = System.nanoTime();
        if (shown && now - told >= SELDOM) {
            told = now;
            terminal.print(CLEAR + text);
            terminal.flush();
        }
    }

    void done() {
        if (shown && told != 0) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
