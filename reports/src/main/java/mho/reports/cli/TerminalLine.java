package mho.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;
import mho.core.engine.Clock;
import mho.reports.run.Progress;
import org.jspecify.annotations.Nullable;

/** One line that is written over, on a terminal; nothing anywhere else. The launcher says whether standard error is one. */
final class TerminalLine implements Progress {
    private static final String CLEAR = "\r\u001b[K";

    private final @Nullable PrintWriter terminal;
    private boolean written;

    private TerminalLine(@Nullable PrintWriter terminal) {
        this.terminal = terminal;
    }

    static TerminalLine onTerminal(PrintWriter err) {
        return new TerminalLine(Boolean.getBoolean("mho.progress") ? err : null);
    }

    @Override
    public void progress(long events, long now) {
        if (terminal != null) {
            terminal.print(CLEAR
                    + String.format(
                            Locale.ROOT,
                            "%d million events, %.4g ms simulated",
                            events / 1_000_000,
                            1e3 * now / Clock.TICKS_PER_SECOND));
            terminal.flush();
            written = true;
        }
    }

    @Override
    public void images(int done, int all) {
        if (terminal != null) {
            terminal.print(CLEAR + done + " of " + all + " inputs computed");
            terminal.flush();
            written = true;
        }
    }

    void done() {
        if (terminal != null && written) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
