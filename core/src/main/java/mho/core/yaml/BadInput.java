package mho.core.yaml;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something the user wrote cannot be used. The message stands by itself, one line for each problem: "where: what is wrong,
 * remedy". The command line prints it and exits with 2.
 */
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int MOST_LISTED = 25;

    private final transient @Nullable Mark mark;
    private final transient String path;
    private final transient List<BadInput> parts;

    public BadInput(String message) {
        this(message, null, "", List.of());
    }

    private BadInput(String message, @Nullable Mark mark, String path, List<BadInput> parts) {
        super(message);
        this.mark = mark;
        this.path = path;
        this.parts = parts;
    }

    /** "chip.yaml:12:9: what". */
    public static BadInput at(Mark mark, String what) {
        return at(mark, "", what);
    }

    /** "chip.yaml:12:9: tile.core.adc: what"; an empty path is the file as a whole. */
    public static BadInput at(Mark mark, String path, String what) {
        return new BadInput(mark + ": " + (path.isEmpty() ? "" : path + ": ") + what, mark, path, List.of());
    }

    /** Several problems, told together in the order of the file; there must be at least one. */
    public static BadInput all(List<BadInput> problems) {
        List<BadInput> flat = new ArrayList<>();
        for (BadInput problem : problems) {
            flat.addAll(problem.parts());
        }
        if (flat.size() == 1) {
            return flat.get(0);
        }
        flat.sort(Comparator.comparing(BadInput::file)
                .thenComparing(BadInput::line)
                .thenComparing(BadInput::column));
        String message =
                flat.stream().limit(MOST_LISTED).map(BadInput::getMessage).collect(Collectors.joining("\n"));
        int unlisted = flat.size() - MOST_LISTED;
        return new BadInput(
                unlisted > 0 ? message + "\n… and " + unlisted + " more" : message, null, "", List.copyOf(flat));
    }

    /** The single problems; of a single one, itself. */
    public List<BadInput> parts() {
        return parts.isEmpty() ? List.of(this) : parts;
    }

    /** What it is about, as files name it: "tile.core.adc"; empty where that is a file as a whole, or several problems. */
    public String path() {
        return path;
    }

    /** The same in other words, each at its place. */
    public BadInput saying(UnaryOperator<String> words) {
        return all(parts().stream()
                .map(part ->
                        new BadInput(words.apply(String.valueOf(part.getMessage())), part.mark, part.path, List.of()))
                .toList());
    }

    private String file() {
        return mark == null ? "" : mark.file();
    }

    private int line() {
        return mark == null ? 0 : mark.line();
    }

    private int column() {
        return mark == null ? 0 : mark.column();
    }
}
