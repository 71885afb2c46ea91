package mho.reports.sweep;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;
import org.jspecify.annotations.Nullable;

/**
 * The finished points of a sweep, {@code points.jsonl}: a line is added and forced to the disk as each point ends, so that whenever the
 * process is killed, all but the last line is whole. A last line without its end is dropped; a line that was altered is refused.
 */
final class PointStore implements AutoCloseable {
    static final String NAME = "points.jsonl";

    private final Path file;
    private final FileChannel end;
    private final Map<String, PointOutcome> outcomes;
    private final int unchecked;

    /**
     * @param end where lines are added
     * @param unchecked how many of the points had no checksum
     */
    PointStore(Path file, FileChannel end, Map<String, PointOutcome> outcomes, int unchecked) {
        this.file = file;
        this.end = end;
        this.outcomes = outcomes;
        this.unchecked = unchecked;
    }

    /** Reads what is there; throws {@link BadInput} if it is no such file or cannot be written. */
    static PointStore open(Path directory) {
        Path file = directory.resolve(NAME);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new BadInput(file + ": is a link or no file, and nothing is written through it; remove it");
        }
        PointStoreReader reader = new PointStoreReader(file);
        Map<String, PointOutcome> outcomes = new HashMap<>();
        try {
            reader.read(point -> outcomes.put(point.sha256(), PointOutcome.read(point)));
            FileChannel end = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            end.truncate(reader.whole());
            end.position(reader.whole());
            return new PointStore(file, end, outcomes, reader.unchecked());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * The points that a store seems to hold, without opening it: a hint at what will not have to be computed, empty where there is nothing
     * that can be read.
     */
    static Set<String> glance(Path directory) {
        Set<String> hashes = new HashSet<>();
        Path file = directory.resolve(NAME);
        if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            try {
                new PointStoreReader(file).read(point -> hashes.add(point.sha256()));
            } catch (IOException | BadInput e) {
                return hashes; // told when the store is opened
            }
        }
        return hashes;
    }

    /** Points of an older mho, which kept them without a checksum. */
    int unchecked() {
        return unchecked;
    }

    synchronized @Nullable PointOutcome find(String sha256) {
        return outcomes.get(sha256);
    }

    synchronized Set<String> hashes() {
        return new TreeSet<>(outcomes.keySet());
    }

    /** Returns when it is on the disk. */
    synchronized void add(String sha256, PointOutcome outcome) {
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
            PointOutcome outcome = find(sha256);
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
        return new BadInput(
                file + ": cannot be written (" + IoReason.of(e)
                        + "); finished points are kept, make room or give another --out, and the same command goes on from there");
    }
}
