package mho.reports.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mho.core.yaml.BadInput;
import mho.reports.form.PointLine;
import org.jspecify.annotations.Nullable;

/**
 * The finished points of a sweep, {@code points.jsonl}: a line is added and forced to the disk as each point ends, so that whenever the
 * process is killed, all but the last line is whole. A last line without its end is dropped.
 */
final class Store implements AutoCloseable {
    static final String NAME = "points.jsonl";

    private final Path file;
    private final FileChannel end;
    private final Map<String, Outcome> outcomes;

    /** @param end where lines are added */
    Store(Path file, FileChannel end, Map<String, Outcome> outcomes) {
        this.file = file;
        this.end = end;
        this.outcomes = outcomes;
    }

    /** Reads what is there; throws {@link BadInput} if it is no such file or cannot be written. */
    static Store open(Path directory) {
        Path file = directory.resolve(NAME);
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            int whole = afterLastLine(bytes);
            Map<String, Outcome> outcomes = read(file, new String(bytes, 0, whole, StandardCharsets.UTF_8));
            FileChannel end = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            end.truncate(whole);
            end.position(whole);
            return new Store(file, end, outcomes);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static int afterLastLine(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n') {
            end--;
        }
        return end;
    }

    private static Map<String, Outcome> read(Path file, String text) {
        Map<String, Outcome> outcomes = new HashMap<>();
        int number = 0;
        for (String line : text.lines().toList()) {
            number++;
            try {
                PointLine point = PointLine.read(line);
                outcomes.put(point.sha256(), Outcome.read(point));
            } catch (IOException e) {
                throw new BadInput(
                        "%s:%d: not a finished point; remove the line to compute its point again, or the file to compute all"
                                .formatted(file, number));
            }
        }
        return outcomes;
    }

    synchronized @Nullable Outcome find(String sha256) {
        return outcomes.get(sha256);
    }

    synchronized Set<String> hashes() {
        return new TreeSet<>(outcomes.keySet());
    }

    /** Returns when it is on the disk. */
    synchronized void add(String sha256, Outcome outcome) {
        try {
            ByteBuffer line = ByteBuffer.wrap(outcome.line(sha256).json().getBytes(StandardCharsets.UTF_8));
            while (line.hasRemaining()) {
                end.write(line);
            }
            end.force(false);
            outcomes.put(sha256, outcome);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** The lines in this order, then those of all others, by hash; the file is replaced at once or not at all. */
    String inOrder(List<String> first) {
        Set<String> order = new LinkedHashSet<>(first);
        order.addAll(hashes());
        StringBuilder text = new StringBuilder();
        for (String sha256 : order) {
            Outcome outcome = find(sha256);
            if (outcome != null) {
                text.append(outcome.line(sha256).json());
            }
        }
        return text.toString();
    }

    @Override
    public void close() {
        try {
            end.close();
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    static BadInput unwritable(Path file, IOException e) {
        String reason = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return new BadInput(
                file + ": cannot be written (" + reason
                        + "); finished points are kept, make room or give another --out, and the same command goes on from there");
    }
}
