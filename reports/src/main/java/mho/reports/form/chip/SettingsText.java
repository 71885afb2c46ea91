package mho.reports.form.chip;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import mho.core.quantity.Quantity;
import mho.reports.medium.Json;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.sheet.ChangedFigure;

/** Figures of a chip that were set. */
public final class SettingsText {
    private static final int NAMED = 6;

    private SettingsText() {}

    public static void write(Json json, ChangedFigure changed) throws IOException {
        json.put("path", changed.path()).put("value", changed.value()).put("by", changed.by());
    }

    static String table(List<ChangedFigure> changed, Terminal terminal) {
        if (changed.isEmpty()) {
            return "";
        }
        TextTable table = new TextTable("llw", "set (" + changed.size() + ")", "value", "by");
        changed.forEach(c -> table.row(c.path(), shown(c), c.by()));
        return "\n" + table.on(terminal);
    }

    /** What followed by a law is a number of plain units, to be read again to the last digit; people read it with a prefix. */
    private static String shown(ChangedFigure changed) {
        String[] words = changed.value().split(" ", -1);
        return changed.followed() && !changed.stays() && words.length == 2
                ? Quantity.format(Quantity.parse(changed.value(), words[1]), words[1])
                : changed.value();
    }

    /** Which were set and how many followed; where a change leaves figures as they were stated, that as well. */
    public static String sentence(List<ChangedFigure> changed, Terminal terminal) {
        List<String> set = changed.stream()
                .filter(c -> !c.followed())
                .map(ChangedFigure::path)
                .toList();
        long followed = changed.stream().filter(c -> c.followed() && !c.stays()).count();
        long stay = changed.stream().filter(ChangedFigure::stays).count();
        if (set.isEmpty()) {
            return "";
        }
        String named = set.stream().limit(NAMED).collect(Collectors.joining(", "))
                + (set.size() > NAMED ? " and " + (set.size() - NAMED) + " more" : "");
        return terminal.paragraph("Set: " + named + "."
                + (followed > 0 ? " " + TerminalText.plural(followed, "stated figure") + " followed by a law." : "")
                + (stay > 0
                        ? " " + TerminalText.plural(stay, "stated figure")
                                + " stayed as stated for what was there before."
                        : "")
                + " `mho show` lists them with the same settings.\n");
    }
}
