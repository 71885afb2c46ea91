package mho.reports.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * A file that is there whole, or as it was before. Its draft is a new file, and what has the file's name is replaced: nothing is ever
 * written through a link that somebody has put there.
 */
public final class WholeFile {
    private WholeFile() {}

    /** What writes a draft, which is not there yet. */
    @FunctionalInterface
    public interface DraftWriter {
        void write(Path draft) throws IOException;
    }

    /** Writes or replaces it; the draft is beside it, with a dot before its name. */
    public static void write(Path file, String content) throws IOException {
        write(file, draft -> writeNew(draft, content));
    }

    /** The same of a file that somebody else writes. */
    public static void write(Path file, DraftWriter writer) throws IOException {
        refuseOther(file);
        Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
        Files.deleteIfExists(draft); // of a killed process, or a link
        try {
            writer.write(draft);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(draft);
            throw e;
        }
        force(file.toAbsolutePath().getParent());
    }

    /** A file or a link may be replaced; a directory or a device may not. */
    private static void refuseOther(Path file) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(file)) {
            throw new FileSystemException(file.toString(), null, "there is something of that name that is no file");
        }
    }

    /** A file that was not there before; returns when it is on the disk. */
    static void writeNew(Path file, String content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)) {
            ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Names of a directory are on the disk when this returns, where the system can do that. */
    static void force(@Nullable Path directory) {
        if (directory == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no directories
        }
    }
}
