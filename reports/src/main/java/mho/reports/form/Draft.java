package mho.reports.form;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A run's files while they are made: a directory beside the one they will be in, gone if they never get there. */
public final class Draft implements AutoCloseable {
    private final Path path;

    private Draft(Path path) {
        this.path = path;
    }

    static Draft beside(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        Draft draft = new Draft(Files.createTempDirectory(parent, ".mho-"));
        draft.path.toFile().deleteOnExit(); // if we are stopped
        return draft;
    }

    Path path() {
        return path;
    }

    /** Begins a file. */
    public OutputStream file(String name) throws IOException {
        Path file = path.resolve(name);
        OutputStream out = Files.newOutputStream(file);
        file.toFile().deleteOnExit();
        return out;
    }

    /** Temporary directories are made for their owner alone; a run's directory is like any other. */
    void openToAll() throws IOException {
        Path probe = Files.createDirectory(path.resolve("probe"));
        try {
            Files.setPosixFilePermissions(path, Files.getPosixFilePermissions(probe));
        } catch (UnsupportedOperationException e) {
            // no such permissions here
        } finally {
            Files.delete(probe);
        }
    }

    /** Removes what has not become a run's directory. */
    @Override
    public void close() {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> files = Files.list(path)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
