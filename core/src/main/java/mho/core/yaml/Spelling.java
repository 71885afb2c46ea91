package mho.core.yaml;

import java.util.Collection;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Names as files write them, and guesses at what a misspelt one means. */
public final class Spelling {
    private static final int MOST_LISTED = 20;

    private Spelling() {}

    /** "onResistance", "ON_RESISTANCE" and "on_resistance" are "on-resistance" in a file. */
    public static String kebab(String name) {
        if (name.equals(name.toUpperCase(Locale.ROOT))) {
            return name.toLowerCase(Locale.ROOT).replace('_', '-');
        }
        StringBuilder kebab = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isUpperCase(c) && i > 0 && isWordEnd(name, i)) {
                kebab.append('-');
            }
            kebab.append(c == '_' ? '-' : Character.toLowerCase(c));
        }
        return kebab.toString();
    }

    /** A capital begins a word after a small letter or digit, or before a small letter: "adcRate", "ADCRate". */
    private static boolean isWordEnd(String name, int i) {
        char before = name.charAt(i - 1);
        boolean afterSmall = Character.isLowerCase(before) || Character.isDigit(before);
        boolean beforeSmall = i + 1 < name.length() && Character.isLowerCase(name.charAt(i + 1));
        return afterSmall || (Character.isUpperCase(before) && beforeSmall);
    }

    /** The end of a message on an unknown name: the one meant, or those there are. */
    static String remedy(String name, Collection<String> known) {
        String closest = closest(name, known);
        if (closest != null) {
            return ", did you mean \"" + closest + "\"?";
        }
        if (known.isEmpty()) {
            return ", no keys are known here";
        }
        String listed = String.join(", ", known.stream().limit(MOST_LISTED).toList());
        return ", known here: " + listed + (known.size() > MOST_LISTED ? ", …" : "");
    }

    /** The known name with the fewest typing errors, if these are few for its length; the first of equals. */
    public static @Nullable String closest(String name, Collection<String> known) {
        String word = kebab(name);
        int fewest = Math.max(1, name.length() / 3) + 1;
        String closest = null;
        for (String candidate : known) {
            if (Math.abs(candidate.length() - word.length()) < fewest) {
                int errors = errors(word, candidate);
                if (errors < fewest) {
                    fewest = errors;
                    closest = candidate;
                }
            }
        }
        return closest;
    }

    /** Optimal string alignment distance: letters inserted, left out, changed, or swapped with their neighbour. */
    static int errors(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int least = Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1);
        least = Math.min(least, cost[i - 1][j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
            least = Math.min(least, cost[i - 2][j - 2] + 1);
        }
        return least;
    }
}
