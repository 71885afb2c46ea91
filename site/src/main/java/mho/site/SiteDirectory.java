package mho.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the site generator takes pages from that are made.
 *
 * @param root with a folder for Markdown, and one for what goes to the site as it is
 */
record SiteDirectory(Path root) {

    /** @param name of the page, without its ending */
    void page(String name, String markdown) throws IOException {
        write(root.resolve("markdown").resolve(name + ".md"), markdown);
    }

    /** @param name with the folders that it stands in */
    void file(String name, String text) throws IOException {
        write(asItIs(name), text);
    }

    /** Where a file has to be to stand on the site under its name. */
    Path asItIs(String name) throws IOException {
        Path file = root.resolve("resources").resolve(name);
        Files.createDirectories(file.getParent());
        return file;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
