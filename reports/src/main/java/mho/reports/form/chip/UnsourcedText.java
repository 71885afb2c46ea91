package mho.reports.form.chip;

import java.util.List;
import mho.reports.medium.Terminal;

/** How many figures of a chip nobody vouches for, and which. */
public final class UnsourcedText {
    private static final int NAMED = 8;

    private UnsourcedText() {}

    public static String of(List<String> unsourced, Terminal terminal) {
        if (unsourced.isEmpty()) {
            return "";
        }
        int shown = Math.min(NAMED, unsourced.size());
        String more = shown == unsourced.size()
                ? ""
                : " and " + (unsourced.size() - shown) + " more (`mho show --json` names all)";
        return terminal.paragraph((unsourced.size() == 1 ? "1 figure has" : unsourced.size() + " figures have")
                + " no source: "
                + String.join(", ", unsourced.subList(0, shown)) + more + ".\n");
    }
}
