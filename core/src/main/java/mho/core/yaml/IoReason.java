package mho.core.yaml;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.jspecify.annotations.Nullable;

/** Why a file could not be read or written, in words: exceptions of the system often carry no more than the file's name. */
public final class IoReason {
    private static final String UNKNOWN = "the system gives no reason";

    private IoReason() {}

    public static String of(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return "no such file or directory";
        }
        if (e instanceof FileAlreadyExistsException) {
            return "there is something of that name already";
        }
        if (e instanceof NotDirectoryException) {
            return "not a directory";
        }
        if (e instanceof DirectoryNotEmptyException) {
            return "a directory of that name is there and not empty";
        }
        if (e instanceof FileSystemLoopException) {
            return "links that lead in a circle";
        }
        return words(e instanceof FileSystemException held ? held.getReason() : e.getMessage());
    }

    private static String words(@Nullable String said) {
        return said == null || said.isBlank() || said.equals("null") ? UNKNOWN : said.strip();
    }
}
