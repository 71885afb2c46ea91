package mho.workloads.foreign;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.core.yaml.IoReason;
import mho.core.yaml.Mark;

/** The lines of another tool's file; throws {@link BadInput} that tells file and remedy. */
public final class ForeignText {
    private static final long LARGEST = 4L << 20;

    private ForeignText() {}

    public static List<String> lines(Path file) {
        Mark mark = Mark.of(file.toString());
        if (GivenPath.isSpecial(file)) {
            throw BadInput.at(mark, GivenPath.SPECIAL);
        }
        try {
            if (Files.size(file) > LARGEST) {
                throw BadInput.at(mark, "larger than 4 MiB, no network or chip is; give another file");
            }
            return Files.readAllLines(file, StandardCharsets.UTF_8);
        } catch (CharacterCodingException e) {
            throw BadInput.at(mark, "not a text in UTF-8, save it in that encoding");
        } catch (IOException e) {
            throw BadInput.at(mark, "cannot be read (" + IoReason.of(e) + ")");
        }
    }

    /** The name of the file without its ending, for what has no other. */
    public static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
