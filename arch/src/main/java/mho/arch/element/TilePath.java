package mho.arch.element;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.cost.Action;

/**
 * Where a chip file states a tile: at {@code tile}, or at {@code tiles.NAME} where a chip has several kinds of tiles. Whoever speaks of
 * parts of a tile says {@code tile.…}, and whoever passes that on puts the path in its place.
 *
 * @param text dotted
 */
public record TilePath(String text) {
    /** Of the tiles of a chip that has one kind of them. */
    public static final TilePath ONLY = new TilePath("tile");

    private static final Pattern BELOW = Pattern.compile("(?<![\\w.-])tile\\.(?=[a-z])");
    private static final Map<TilePath, Map<Action, Action>> ACTIONS = new ConcurrentHashMap<>();

    /** Of one of several kinds. */
    public static TilePath ofKind(String name) {
        return new TilePath("tiles." + name);
    }

    public boolean isOnly() {
        return text.equals(ONLY.text);
    }

    /** A path, or a sentence with paths in it, that speaks of {@code tile.…}, as the file has them. */
    public String in(String spoken) {
        if (isOnly()) {
            return spoken;
        }
        return spoken.equals(ONLY.text) ? text : BELOW.matcher(spoken).replaceAll(Matcher.quoteReplacement(text) + ".");
    }

    /** What a part does, under the path that the file has. */
    public Action in(Action spoken) {
        if (isOnly()) {
            return spoken;
        }
        return ACTIONS.computeIfAbsent(this, path -> new ConcurrentHashMap<>())
                .computeIfAbsent(spoken, action -> new Action(in(action.part()), action.verb()));
    }

    /** Whether a path of the file is that of such a tile, or of a part of it. */
    public boolean has(String path) {
        return path.equals(text) || path.startsWith(text + ".");
    }

    /** A path of the file as whoever speaks of {@code tile.…} knows it; one that is not of such a tile stays. */
    public String outOf(String path) {
        return has(path) ? ONLY.text + path.substring(text.length()) : path;
    }
}
