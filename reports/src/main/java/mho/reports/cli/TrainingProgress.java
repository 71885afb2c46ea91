package mho.reports.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.IntConsumer;

/** How far a training is, and how long it will take: a line that is written over on a terminal, nothing anywhere else. */
final class TrainingProgress {
    private static final String CLEAR = "\r\u001b[K";
    private static final long SELDOM = 200_000_000;

    private final PrintWriter terminal;
    private final boolean shown = Boolean.getBoolean("mho.progress");
    private final long began = System.nanoTime();
    private final int examples;
    private final int epochs;
    private int first = -1;
    private long told;

    TrainingProgress(PrintWriter terminal, int examples, int epochs) {
        this.terminal = terminal;
        this.examples = examples;
        this.epochs = epochs;
    }

    /** Of an epoch, counted from 0. */
    IntConsumer of(int epoch) {
        first = first < 0 ? epoch : first;
        return done -> tell(epoch, done);
    }

    private void tell(int epoch, int done) {
        long now = System.nanoTime();
        if (!shown || now - told < SELDOM) {
            return;
        }
        told = now;
        double over = (double) (epoch - first) * examples + done;
        double left = (double) (epochs - first) * examples - over;
        terminal.print(CLEAR
                + String.format(
                        Locale.ROOT,
                        "epoch %d of %d: %,d of %,d examples learnt, %.0f s left",
                        epoch + 1,
                        epochs,
                        done,
                        examples,
                        (now - began) * 1e-9 * left / over));
        terminal.flush();
    }

    void done() {
        if (shown && told != 0) {
            terminal.print(CLEAR);
            terminal.flush();
        }
    }
}
