package mho.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;
import mho.reports.sweep.SweepProgress;
import org.jspecify.annotations.Nullable;

/** How far a sweep is, on one line of a terminal that is written over: points done, rate, time left. */
final class SweepLine implements SweepProgress {
    private static final String CLEAR = "\r\u001b[K";
    private static final long EVERY_NS = 100_000_000;

    private final @Nullable PrintWriter terminal;
    private final long began = System.nanoTime();
    private long told;
    private boolean written;

    private SweepLine(@Nullable PrintWriter terminal) {
        this.terminal = terminal;
    }

    static SweepLine onTerminal(PrintWriter err) {
        return new SweepLine(Boolean.getBoolean("mho.progress") ? err : null);
    }

    @Override
    public void points(int done, int all) {
        long now = System.nanoTime();
        if (terminal == null || (written && done < all && now - told < EVERY_NS)) {
            return;
        }
        told = now;
        written = true;
        terminal.print(CLEAR + text(done, all, (now - began) / 1e9));
        terminal.flush();
    }

    static String text(int done, int all, double seconds) {
        double rate = done / Math.max(seconds, 1e-3);
        return String.format(
                Locale.ROOT, "%,d of %,d points, %.3g/s, %s left", done, all, rate, span((all - done) / rate));
    }

    private static String span(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        return whole < 3600
                ? "%d:%02d min".formatted(whole / 60, whole % 60)
                : "%d:%02d h".formatted(whole / 3600, whole % 3600 / 60);
    }

    void done() {
        if (terminal != null && written) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
