package mho.reports.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.yaml.BadInput;
import mho.core.yaml.IoReason;
import mho.reports.files.WholeFile;
import mho.reports.medium.ShellWord;

/** A page that {@code --html} asks for. */
final class PageFile {
    private PageFile() {}

    static void write(Path file, String page) {
        try {
            Files.createDirectories(file.toAbsolutePath().normalize().getParent());
            WholeFile.write(file, page);
        } catch (FileAlreadyExistsException e) {
            throw new BadInput("--html " + file + ": cannot be written (" + e.getFile()
                    + " is a file), give a file in another directory");
        } catch (IOException e) {
            throw new BadInput("--html " + file + ": cannot be written (" + IoReason.of(e)
                    + "), give a file in another directory");
        }
    }

    /** As a shell takes it for one word. */
    static String quoted(String word) {
        return ShellWord.of(word);
    }
}
