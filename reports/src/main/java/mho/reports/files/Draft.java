package mho.reports.files;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/**
 * A run's files while they are made: a directory beside the one they will be in, gone if they never get there. A lock says that somebody
 * is at work on it.
 */
public final class Draft implements AutoCloseable {
    private final Path path;
    private final DraftLock lock;
    private final Deque<Path> made;
    private boolean published;

    private Draft(Path path, DraftLock lock, Deque<Path> made) {
        this.path = path;
        this.lock = lock;
        this.made = made;
    }

    static Draft beside(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent == null) {
            throw new IOException("a file system's root holds no run");
        }
        Deque<Path> made = new ArrayDeque<>();
        for (Path above = parent; above != null && Files.notExists(above); above = above.getParent()) {
            made.addLast(above); // the innermost first
        }
        Files.createDirectories(parent);
        try {
            DraftLock lock = DraftLock.in(parent);
            Path path = Files.createDirectory(lock.draft());
            path.toFile().deleteOnExit(); // if we are stopped
            return new Draft(path, lock, made);
        } catch (IOException e) {
            removeEmpty(made);
            throw e;
        }
    }

    private static void removeEmpty(Deque<Path> directories) {
        try {
            for (Path directory : directories) {
                Files.deleteIfExists(directory);
            }
        } catch (IOException e) {
            // in use by now
        }
    }

    Path path() {
        return path;
    }

    /** Begins a file. */
    public OutputStream file(String name) throws IOException {
        Path file = path.resolve(name);
        OutputStream out = Files.newOutputStream(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        file.toFile().deleteOnExit();
        return out;
    }

    /** It has become a run's directory. */
    void published() {
        published = true;
    }

    /** Removes what has not become a run's directory, and the directories that were made for it. */
    @Override
    public void close() {
        try {
            if (!published && Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                remove(path);
            }
            lock.close();
            if (!published) {
                removeEmpty(made);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A directory of files. */
    static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(directory);
    }
}
