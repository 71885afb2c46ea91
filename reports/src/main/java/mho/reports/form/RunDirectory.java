package mho.reports.form;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;

/** Where a run's files go. They appear all at once, or not at all, and never over older ones. */
public final class RunDirectory {
    private final Path wanted;
    private final boolean mayRename;

    private RunDirectory(Path wanted, boolean mayRename) {
        this.wanted = wanted;
        this.mayRename = mayRename;
    }

    /** This directory and no other; throws {@link BadInput} if something is there. */
    public static RunDirectory named(Path directory) {
        RunDirectory run = new RunDirectory(directory.normalize(), false);
        if (run.isTaken(run.wanted)) {
            throw run.taken();
        }
        return run;
    }

    /** This directory, or the next free one of the same name with -2, -3, … */
    public static RunDirectory numbered(Path directory) {
        return new RunDirectory(directory, true);
    }

    /** Writes all files and gives their directory. */
    public Path write(Map<String, String> files) {
        Path parent = wanted.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, ".mho-");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Files.writeString(draft.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
                }
                openToAll(draft);
                return publish(draft);
            } finally {
                delete(draft);
            }
        } catch (FileAlreadyExistsException e) {
            throw new BadInput(
                    "--out " + wanted + ": cannot be made, " + e.getFile() + " is a file; give another directory");
        } catch (AccessDeniedException e) {
            throw new BadInput("--out " + wanted + ": may not be written, give another directory");
        } catch (IOException e) {
            throw new BadInput(wanted + ": cannot be written (" + e.getMessage() + "), give another directory");
        }
    }

    /** Temporary directories are made for their owner alone; a run's directory is like any other. */
    private static void openToAll(Path draft) throws IOException {
        Path probe = Files.createDirectory(draft.resolve("probe"));
        try {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(probe));
        } catch (UnsupportedOperationException e) {
            // no such permissions here
        } finally {
            Files.delete(probe);
        }
    }

    private Path publish(Path draft) throws IOException {
        for (int number = 1; ; number++) {
            Path target = number == 1 ? wanted : wanted.resolveSibling(wanted.getFileName() + "-" + number);
            if (!isTaken(target)) {
                try {
                    return Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
                } catch (DirectoryNotEmptyException | FileAlreadyExistsException e) {
                    // somebody else was faster
                }
            }
            if (!mayRename) {
                throw taken();
            }
        }
    }

    private boolean isTaken(Path directory) {
        if (!Files.exists(directory)) {
            return false;
        }
        if (mayRename || !Files.isDirectory(directory)) {
            return true;
        }
        try (Stream<Path> content = Files.list(directory)) {
            return content.findAny().isPresent();
        } catch (IOException e) {
            return true;
        }
    }

    private BadInput taken() {
        return new BadInput("--out " + wanted
                + ": exists and is not an empty directory; nothing is written over, give another name or remove it");
    }

    private static void delete(Path draft) throws IOException {
        if (!Files.exists(draft)) {
            return;
        }
        try (Stream<Path> files = Files.list(draft)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(draft);
    }
}
