package mho.reports.form.chip;

import java.util.List;
import java.util.stream.Collectors;
import mho.reports.medium.Terminal;

/** What nobody builds, a line each. */
public final class WarningText {
    private WarningText() {}

    /** What is to be known before figures of a run are believed. */
    public static String ofRun(List<String> warnings, Terminal terminal) {
        return warnings.stream()
                .map(warning -> terminal.paragraph("Warning: " + warning + ".\n"))
                .collect(Collectors.joining());
    }

    public static String of(List<String> warnings, Terminal terminal) {
        return warnings.stream()
                .map(warning -> terminal.paragraph("Unusual: " + warning + ".\n"))
                .collect(Collectors.joining());
    }
}
