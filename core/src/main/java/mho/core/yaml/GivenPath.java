package mho.core.yaml;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import mho.core.quantity.MessageText;

/**
 * Paths as people write them, in files and on the command line. A relative one is looked for in the working directory, then among the
 * files of mho itself (the launcher says where these are), so that what READMEs give as examples works from any directory.
 */
public final class GivenPath {
    /** The property that says where mho's own files are. */
    public static final String HOME = "mho.home";

    /** The property that says where the paths were written, for a process that does its work for another one somewhere else. */
    public static final String WRITTEN_IN = "mho.written-in";

    private static final int LONGEST = 200;

    private GivenPath() {}

    /** The path; throws {@link BadInput} for what can be none. */
    public static Path of(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new BadInput(MessageText.quoted(text) + ": cannot be a path, " + why(text));
        }
    }

    private static String why(String text) {
        return text.indexOf('\0') >= 0
                ? "it holds a NUL character; remove it"
                : "the locale has no such characters; set one of UTF-8, as in LC_ALL=C.UTF-8";
    }

    /** The path of something to read. */
    public static Path toRead(String text) {
        return toRead(of(text));
    }

    /** The same of a path; throws {@link BadInput} for what {@link ReadableFiles} keep from this thread. */
    public static Path toRead(Path path) {
        return ReadableFiles.checked(found(path));
    }

    private static Path found(Path path) {
        if (path.isAbsolute() || path.toString().isEmpty() || Files.exists(path)) {
            return path;
        }
        for (String property : List.of(WRITTEN_IN, HOME)) {
            String folder = System.getProperty(property, "");
            Path there = Path.of(folder).resolve(path);
            if (!folder.isEmpty() && Files.exists(there)) {
                return there;
            }
        }
        return path;
    }

    /** Whether there is something to read. */
    public static boolean exists(String text) {
        try {
            Path path = found(Path.of(text));
            return Files.exists(path) && ReadableFiles.mayRead(path);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Whether it is a pipe, a socket or a device: opening one may wait for ever, and reading one may never end. */
    public static boolean isSpecial(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false;
        }
    }

    /** What is to be said where {@link #isSpecial} holds. */
    public static final String SPECIAL = "is a pipe or device and no file, write its content to a file and give that";
}
