package mho.reports.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A file beside a draft, {@code .mho-NUMBER.lock}, locked as long as somebody is at work on it: the lock ends with the process, however
 * that ends, so a draft without one is of a process that was killed. The file is there before the draft and gone after it.
 */
final class DraftLock implements AutoCloseable {
    private static final Pattern DRAFT = Pattern.compile("\\.mho-\\d+");
    private static final String ENDING = ".lock";

    private final Path file;
    private final FileChannel channel;

    private DraftLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /** A new one in this directory. */
    static DraftLock in(Path directory) throws IOException {
        while (true) {
            long number = ThreadLocalRandom.current().nextLong(Long.MAX_VALUE);
            Path file = directory.resolve(".mho-" + number + ENDING);
            try {
                FileChannel channel = open(file, StandardOpenOption.CREATE_NEW);
                if (isHeld(channel) && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                    file.toFile().deleteOnExit();
                    return new DraftLock(file, channel);
                }
                channel.close(); // somebody who clears up was faster
            } catch (FileAlreadyExistsException e) {
                // another number
            }
        }
    }

    private static FileChannel open(Path file, StandardOpenOption how) throws IOException {
        return FileChannel.open(file, how, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean isHeld(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    /** The directory that it stands for. */
    Path draft() {
        String name = String.valueOf(file.getFileName());
        return file.resolveSibling(name.substring(0, name.length() - ENDING.length()));
    }

    /** Removes the drafts in a directory that nobody is at work on. */
    static void clear(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> left;
        try (Stream<Path> files = Files.list(directory)) {
            left = files.filter(DraftLock::isOfADraft).toList();
        }
        for (Path file : left) {
            clearOne(file);
        }
    }

    private static boolean isOfADraft(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.endsWith(ENDING)
                ? DRAFT.matcher(name.substring(0, name.length() - ENDING.length()))
                                .matches()
                        && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                : DRAFT.matcher(name).matches() && Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    private static void clearOne(Path found) throws IOException {
        String name = String.valueOf(found.getFileName());
        Path file = name.endsWith(ENDING) ? found : found.resolveSibling(name + ENDING);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            Draft.remove(found);
            return;
        }
        try (FileChannel channel = open(file, StandardOpenOption.WRITE)) {
            if (isHeld(channel)) {
                Path draft = new DraftLock(file, channel).draft();
                if (Files.isDirectory(draft, LinkOption.NOFOLLOW_LINKS)) {
                    Draft.remove(draft);
                }
                Files.deleteIfExists(file);
            }
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
