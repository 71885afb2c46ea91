package mho.reports.trace;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;

/**
 * The list of events in the file, as the viewers' JSON has it. A gzip header that names no time and no file, so the bytes
 * depend on the events alone.
 */
final class TraceFile {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private long bytes;
    private boolean empty = true;

    TraceFile(OutputStream out) {
        try {
            this.out = new GZIPOutputStream(out, BUFFER);
        } catch (IOException e) {
            throw unwritable(e);
        }
        text("{\"displayTimeUnit\":\"ns\",\"traceEvents\":[");
    }

    /** JSON so far, before it is compressed. */
    long bytes() {
        return bytes;
    }

    void event(EventLine line) {
        text(empty ? "\n" : ",\n");
        empty = false;
        write(line.bytes(), line.length());
    }

    void close(String otherData) {
        text("\n],\"otherData\":" + otherData + "}\n");
        try {
            out.close();
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(utf8, utf8.length);
    }

    private void write(byte[] data, int length) {
        try {
            out.write(data, 0, length);
            bytes += length;
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private static BadInput unwritable(IOException e) {
        return new BadInput("trace.json.gz: cannot be written (" + IoReason.of(e)
                + "); give another directory with --out, or less with --trace-size");
    }
}
