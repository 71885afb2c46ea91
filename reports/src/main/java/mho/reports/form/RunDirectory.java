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

    /** For files that are too long to be held until all is known: a place for them, beside this directory. */
    public Draft draft() {
        try {
            return Draft.beside(wanted);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Writes all files and gives their directory. */
    public Path write(Map<String, String> files) {
        try (Draft draft = draft()) {
            return write(files, draft);
        }
    }

    /** Writes all files beside those that are in the draft already, and gives their directory. */
    public Path write(Map<String, String> files, Draft draft) {
        try {
            return publish(files, draft);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private BadInput unwritable(IOException e) {
        if (e instanceof FileAlreadyExistsException existing) {
            return new BadInput("--out " + wanted + ": cannot be made, " + existing.getFile()
                    + " is a file; give another directory");
        }
        if (e instanceof AccessDeniedException) {
            return new BadInput("--out " + wanted + ": may not be written, give another directory");
        }
        return new BadInput(wanted + ": cannot be written (" + e.getMessage() + "), give another directory");
    }

    private Path publish(Map<String, String> files, Draft draft) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(draft.path().resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
        }
        draft.openToAll();
        return publish(draft.path());
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
}
