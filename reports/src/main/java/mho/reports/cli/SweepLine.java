package mho.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import mho.reports.sweep.SweepProgress;

/**
 * How far a sweep is: points done, rate, time left. On a terminal one line that is written over; elsewhere nothing, or if it is asked for a
 * line every few seconds, the first point's and the last's among them.
 */
final class SweepLine implements SweepProgress {
    private static final String CLEAR = "\r\u001b[K";
    private static final long EVERY_NS = 100_000_000;
    private static final long LINE_NS = 5_000_000_000L;

    private final PrintWriter err;
    private final Form form;
    private final LongSupplier clock;
    private final long began;
    private long told;
    private boolean written;

    private enum Form {
        NONE(Long.MAX_VALUE, "", ""),
        OVERWRITTEN(EVERY_NS, CLEAR, ""),
        LINES(LINE_NS, "", "\n");

        private final long every;
        private final String before;
        private final String after;

        Form(long every, String before, String after) {
            this.every = every;
            this.before = before;
            this.after = after;
        }
    }

    private SweepLine(PrintWriter err, Form form, LongSupplier clock) {
        this.err = err;
        this.form = form;
        this.clock = clock;
        this.began = clock.getAsLong();
    }

    /** @param asked whether it is wanted where standard error is no terminal */
    static SweepLine on(PrintWriter err, boolean asked) {
        Form elsewhere = asked ? Form.LINES : Form.NONE;
        return new SweepLine(err, Boolean.getBoolean("mho.progress") ? Form.OVERWRITTEN : elsewhere, System::nanoTime);
    }

    /** Lines, by a clock in nanoseconds. */
    static SweepLine lines(PrintWriter err, LongSupplier clock) {
        return new SweepLine(err, Form.LINES, clock);
    }

    @Override
    public void points(int done, int all) {
        long now = clock.getAsLong();
        if (form == Form.NONE || (written && done < all && now - told < form.every)) {
            return;
        }
        told = now;
        written = true;
        err.print(form.before + text(done, all, (now - began) / 1e9) + form.after);
        err.flush();
    }

    @Override
    public synchronized void note(String text) {
        err.print((form == Form.OVERWRITTEN ? CLEAR : "") + "note: " + text + "\n");
        err.flush();
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
        if (form == Form.OVERWRITTEN && written) {
            err.print(CLEAR);
            err.flush();
        }
    }
}
