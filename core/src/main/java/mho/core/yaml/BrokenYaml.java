package mho.core.yaml;

import java.util.Optional;
import mho.core.quantity.MessageText;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Says in one line, with its place, what the parser says in several. */
final class BrokenYaml {
    private static final int LONGEST = 200;

    private BrokenYaml() {}

    static BadInput told(YamlEngineException e, String file, @Nullable Mark fixedMark, String text) {
        if (e instanceof MarkedYamlEngineException marked) {
            return told(marked, file, fixedMark);
        }
        if (e instanceof ReaderException unreadable) {
            Mark mark = fixedMark != null ? fixedMark : markAt(file, text, unreadable.getPosition());
            return BadInput.at(
                    mark,
                    "broken YAML: the character U+%04X may not stand in a file, remove it"
                            .formatted(unreadable.getCodePoint()));
        }
        return BadInput.at(Mark.of(file), "broken YAML: " + MessageText.plain(String.valueOf(e.getMessage()), LONGEST));
    }

    private static BadInput told(MarkedYamlEngineException e, String file, @Nullable Mark fixedMark) {
        Optional<org.snakeyaml.engine.v2.exceptions.Mark> at =
                e.getProblemMark().or(e::getContextMark);
        Mark mark = fixedMark != null ? fixedMark : at.map(m -> mark(file, m)).orElse(Mark.of(file));
        String context = e.getContext() == null ? "" : " " + e.getContext();
        String begun = e.getContextMark()
                .filter(m -> fixedMark == null && e.getContext() != null && m.getLine() + 1 != mark.line())
                .map(m -> " begun at line " + (m.getLine() + 1))
                .orElse("");
        return BadInput.at(mark, "broken YAML: " + MessageText.plain(e.getProblem() + context + begun, LONGEST));
    }

    static Mark mark(String file, org.snakeyaml.engine.v2.exceptions.Mark m) {
        return new Mark(file, m.getLine() + 1, m.getColumn() + 1);
    }

    private static Mark markAt(String file, String text, int position) {
        String before = text.substring(0, Math.min(position, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Mark(file, line, before.length() - before.lastIndexOf('\n'));
    }
}
