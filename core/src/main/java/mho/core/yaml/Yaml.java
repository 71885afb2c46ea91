package mho.core.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;

/** Text to tree and back. */
public final class Yaml {
    private Yaml() {}

    /** Reads a text; {@code fileName} is for messages. Throws {@link BadInput}, and nothing else, for whatever is wrong. */
    public static YamlNode parse(String fileName, String text) {
        return Composer.compose(fileName, text);
    }

    /** Reads a file in UTF-8. Throws {@link BadInput} for whatever is wrong with it, its absence included. */
    public static YamlNode read(java.nio.file.Path file) {
        String name = file.toString();
        if (Files.isDirectory(file)) {
            throw BadInput.at(Mark.of(name), "this is a directory, expected a YAML file");
        }
        if (GivenPath.isSpecial(file)) {
            throw BadInput.at(Mark.of(name), GivenPath.SPECIAL);
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(Composer.MOST_CHARACTERS + 1);
            if (bytes.length > Composer.MOST_CHARACTERS) {
                throw Composer.tooLarge(Mark.of(name));
            }
            return parse(name, decode(name, bytes));
        } catch (NoSuchFileException e) {
            throw BadInput.at(Mark.of(name), "no such file");
        } catch (IOException e) {
            throw BadInput.at(Mark.of(name), "cannot be read, check that it is a file you may open");
        }
    }

    /** Decodes a file's bytes strictly; throws {@link BadInput} naming the line of the first byte that is not UTF-8. */
    private static String decode(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw BadInput.at(Mark.of(name), "not a text in UTF-8, save it in that encoding");
        }
    }

    /** Writes a tree so that {@link #parse} reads it back; the same tree always gives the same text. */
    public static String write(YamlNode node) {
        return Emitter.emit(node);
    }

    /** Writes a tree on one line, so that {@link #parse} reads it back: {@code {conv: [1, 2], "fc.1": 4}}. */
    public static String flow(YamlNode node) {
        return Emitter.flow(node);
    }
}
