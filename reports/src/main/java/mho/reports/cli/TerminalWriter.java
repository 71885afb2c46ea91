package mho.reports.cli;

import java.io.IOException;
import java.io.Writer;
import mho.reports.medium.TerminalColour;

/** On the way to standard output: colours of ours become those of a terminal, whatever else a terminal would obey is written out. */
final class TerminalWriter extends Writer {
    private final Writer out;
    private final StringBuilder waiting = new StringBuilder();

    TerminalWriter(Writer out) {
        this.out = out;
    }

    @Override
    public void write(char[] text, int from, int count) {
        waiting.append(text, from, count);
    }

    /** All at once: a mark of a colour, or a letter of two halves, may come in pieces. */
    @Override
    public void flush() throws IOException {
        String text = waiting.toString();
        waiting.setLength(0);
        out.write(TerminalColour.shown(text));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        flush();
        out.close();
    }
}
