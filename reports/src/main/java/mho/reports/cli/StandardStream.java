package mho.reports.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import mho.core.yaml.IoReason;
import org.jspecify.annotations.Nullable;

/** Standard output or error; keeps why it could not be written, which the writers of Java keep to themselves. */
final class StandardStream extends OutputStream {
    private static final String UNREAD = "Broken pipe";

    private final OutputStream out;
    private @Nullable String failure;

    StandardStream(FileDescriptor descriptor) {
        this(new BufferedOutputStream(new FileOutputStream(descriptor)));
    }

    StandardStream(OutputStream out) {
        this.out = out;
    }

    /** Why something could not be written; null if everything was. */
    @Nullable
    String failure() {
        try {
            flush();
        } catch (IOException e) {
            // kept
        }
        return failure;
    }

    /** Whether it is a pipe whose reader has had enough, as {@code head} has: nobody is there to be told. */
    boolean isUnread() {
        return UNREAD.equals(failure);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        try {
            out.write(bytes, from, count);
        } catch (IOException e) {
            throw kept(e);
        }
    }

    @Override
    public void flush() throws IOException {
        try {
            out.flush();
        } catch (IOException e) {
            throw kept(e);
        }
    }

    private IOException kept(IOException e) {
        failure = failure == null ? IoReason.of(e) : failure;
        return e;
    }
}
