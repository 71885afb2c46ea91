package mho.workloads.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import mho.core.yaml.BadInput;

/**
 * What comes out of a compressed file, bounded by what went in: a few kilobytes may otherwise unpack to gigabytes (deflate makes up to
 * 1,032 of 1), which takes minutes to read and says nothing. Pictures unpack to 2 to 10 times their size, labels to 20.
 */
final class UnpackedStream extends FilterInputStream {
    /** Bytes out for one in. */
    static final int MOST_FOR_ONE = 100;

    /** Bytes that any file may unpack to. */
    static final long ALWAYS = 16 << 20;

    private final String where;
    private final long packed;
    private final long most;
    private long read;

    UnpackedStream(String where, InputStream in, long packed) {
        super(in);
        this.where = where;
        this.packed = packed;
        this.most = Math.max(ALWAYS, MOST_FOR_ONE * packed);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        count(one < 0 ? 0 : 1);
        return one;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        count(Math.max(0, got));
        return got;
    }

    @Override
    public boolean markSupported() {
        return false; // bytes read twice would count twice
    }

    private void count(int bytes) {
        read += bytes;
        if (read > most) {
            throw new BadInput(
                    "%s: unpacks to more than %,d MB from %,d KB, more than %d times its size; give it unpacked if it is meant"
                            .formatted(where, most >> 20, (packed + 1023) >> 10, MOST_FOR_ONE));
        }
    }
}
