package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mho.core.quantity.MessageText;
import mho.reports.compare.Comparison;
import mho.reports.compare.ConfigDifference;
import mho.reports.compare.ConfigDifference.Kind;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;

/** The settings that runs or trainings differ in, and who set them. */
final class DifferenceTable {
    private static final int MOST_SETTINGS = 40;
    private static final int MOST_FOLLOWED = 8;
    private static final int LONGEST_SETTING = 32;

    private DifferenceTable() {}

    static String of(List<ConfigDifference> differences, int runs, Terminal terminal) {
        List<ConfigDifference> settings = ConfigDifference.of(Kind.SETTING, differences);
        String followed = followed(ConfigDifference.of(Kind.FOLLOWED, differences), terminal);
        if (settings.isEmpty()) {
            return "The configurations are the same.\n" + followed;
        }
        boolean told = settings.stream().anyMatch(setting -> !setting.setters().isEmpty());
        List<String> head = new ArrayList<>(List.of("setting"));
        for (int run = 0; run < runs; run++) {
            head.add(Comparison.letter(run));
        }
        if (told) {
            head.add("who set it");
        }
        TextTable table = new TextTable("l".repeat(head.size() - 1) + (told ? "w" : "l"), head.toArray(String[]::new));
        settings.stream().limit(MOST_SETTINGS).forEach(setting -> {
            List<String> cells = new ArrayList<>(List.of(setting.path()));
            setting.texts().forEach(text -> cells.add(setting(text)));
            if (told) {
                cells.add(setting.setters());
            }
            table.row(cells.toArray(String[]::new));
        });
        int left = settings.size() - MOST_SETTINGS;
        return table.on(terminal)
                + (left > 0 ? "… and " + left + " more settings; --json and --csv list them all.\n" : "")
                + followed;
    }

    /** What nobody set is told apart. */
    private static String followed(List<ConfigDifference> followed, Terminal terminal) {
        return followed.isEmpty()
                ? ""
                : terminal.paragraph(TerminalText.plural(followed.size(), "stated figure")
                        + " followed what was set: "
                        + followed.stream()
                                .limit(MOST_FOLLOWED)
                                .map(ConfigDifference::path)
                                .collect(Collectors.joining(", "))
                        + (followed.size() > MOST_FOLLOWED ? " and " + (followed.size() - MOST_FOLLOWED) + " more" : "")
                        + ".\n");
    }

    private static String setting(@Nullable String text) {
        return text == null ? "–" : MessageText.plain(text, LONGEST_SETTING);
    }
}
