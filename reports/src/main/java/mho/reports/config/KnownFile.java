package mho.reports.config;

import java.nio.file.Files;
import java.nio.file.Path;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.Doc;
import mho.core.yaml.GivenPath;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.ScalarNode;
import mho.reports.medium.Digest;

/** A file that stays where it is and is known again by its digest. */
public record KnownFile(@Doc("its path") String from, @Doc("its digest") String sha256) {
    /**
     * As a configuration has it.
     *
     * @throws BadInput if there is no such file
     */
    public static MapNode of(String path, Mark mark) {
        Path file = GivenPath.toRead(path);
        if (!Files.exists(file)) {
            throw new BadInput(mark + ": " + MessageText.plain(path, 200) + ": there is no such file; check the path");
        }
        return MapNode.empty(mark)
                .put("from", new ScalarNode(mark, path, true))
                .put("sha256", new ScalarNode(mark, Digest.sha256(file), true));
    }

    /** Where it is; throws {@link BadInput} if it is not there any more, or another. */
    public Path path() {
        Path file = GivenPath.toRead(from);
        if (!Files.exists(file)) {
            throw new BadInput(MessageText.plain(from, 200) + ": there is no such file; put it back there");
        }
        if (!Digest.sha256(file).equals(sha256)) {
            throw new BadInput(MessageText.plain(from, 200)
                    + ": has changed since the configuration was written; put the file back, or begin anew with it");
        }
        return file;
    }
}
