package mho.arch.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.core.quantity.Quantity;

/** What is told of a chip that is unusual: a sentence for each figure beyond its bound, in the order they are looked at. */
public final class Remarks {
    private static final double ROUNDING = 1e-9;

    private final TilePath tile;
    private final List<String> sentences;

    public Remarks() {
        this(TilePath.ONLY, new ArrayList<>());
    }

    private Remarks(TilePath tile, List<String> sentences) {
        this.tile = tile;
        this.sentences = sentences;
    }

    /** The same sentences, for whoever speaks of {@code tile.…} and means the tiles at a path. */
    public Remarks of(TilePath path) {
        return new Remarks(path, sentences);
    }

    public void add(String sentence) {
        sentences.add(tile.in(sentence));
    }

    public void above(String path, double value, double most, String unit, String why) {
        if (value > most * (1 + ROUNDING)) {
            add(path + " is " + shown(value, unit) + ", " + why + " (usual: at most " + shown(most, unit) + ")");
        }
    }

    public void below(String path, double value, double least, String unit, String why) {
        if (value < least * (1 - ROUNDING)) {
            add(path + " is " + shown(value, unit) + ", " + why + " (usual: at least " + shown(least, unit) + ")");
        }
    }

    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    private static String shown(double value, String unit) {
        if (!unit.isEmpty()) {
            return Quantity.format(value, unit);
        }
        boolean count = value == Math.rint(value) && Math.abs(value) < 1e15;
        return String.format(Locale.ROOT, count ? "%.0f" : "%.3g", value);
    }
}
