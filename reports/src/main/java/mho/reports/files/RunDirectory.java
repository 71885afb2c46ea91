package mho.reports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;

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

    /**
     * A place for files beside this directory, made before anything is computed: what cannot be written is known then. Throws
     * {@link BadInput} if nothing can be written there.
     */
    public Draft draft() {
        try {
            return Draft.beside(wanted);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Removes drafts beside this directory that killed runs have left. */
    public void clearUp() {
        try {
            Path parent = wanted.toAbsolutePath().getParent();
            if (parent != null) {
                DraftLock.clear(parent);
            }
        } catch (IOException | UncheckedIOException e) {
            // they are in nobody's way, and may be somebody else's
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
        if (e instanceof FileAlreadyExistsException existing && existing.getFile() != null) {
            return new BadInput("--out " + wanted + ": cannot be made, " + existing.getFile()
                    + " is a file; give another directory");
        }
        if (e instanceof AccessDeniedException) {
            return new BadInput("--out " + wanted + ": may not be written, give another directory");
        }
        return new BadInput("--out " + wanted + ": cannot be written (" + IoReason.of(e) + "), give another directory");
    }

    private Path publish(Map<String, String> files, Draft draft) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            WholeFile.writeNew(draft.path().resolve(file.getKey()), file.getValue());
        }
        force(draft.path());
        Path target = publish(draft.path());
        draft.published();
        WholeFile.force(target.toAbsolutePath().getParent());
        return target;
    }

    /** All is on the disk before it has its name. */
    private static void force(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
        WholeFile.force(directory);
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
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
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
