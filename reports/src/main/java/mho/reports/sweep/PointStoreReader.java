package mho.reports.sweep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import mho.core.yaml.BadInput;
import mho.reports.form.sweep.PointLine;

/** Reads a store line by line: never more of the file than one line is held. */
final class PointStoreReader {
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_LINE = 1 << 20;

    private final Path file;
    private int number = 1;
    private long whole;
    private int unchecked;

    PointStoreReader(Path file) {
        this.file = file;
    }

    /** Bytes up to the end of the last whole line. */
    long whole() {
        return whole;
    }

    /** Lines without a checksum. */
    int unchecked() {
        return unchecked;
    }

    /** Reads what is there; a last line without its end is left out. Throws {@link BadInput} for a line that is no point. */
    void read(Consumer<PointLine> to) throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                int from = 0;
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        line.write(buffer, from, i - from);
                        whole += line.size() + 1L;
                        to.accept(point(line.toString(StandardCharsets.UTF_8)));
                        line.reset();
                        number++;
                        from = i + 1;
                    }
                }
                line.write(buffer, from, n - from);
                if (line.size() > LONGEST_LINE) {
                    throw broken("not a finished point");
                }
            }
        }
    }

    private PointLine point(String line) {
        try {
            PointLine point = PointLine.read(line);
            unchecked += point.checked() ? 0 : 1;
            return point;
        } catch (PointLine.Altered e) {
            throw broken("altered since it was written (its checksum is that of another line)");
        } catch (IOException e) {
            throw broken("not a finished point");
        }
    }

    private BadInput broken(String what) {
        return new BadInput(file + ":" + number + ": " + what
                + "; remove the line to compute its point again, or the file to compute all");
    }
}
