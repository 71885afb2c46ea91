package mho.reports.form;

import java.util.List;
import java.util.stream.Collectors;

/** What nobody builds, a line each. */
final class Warned {
    private Warned() {}

    /** What is to be known before figures of a run are believed. */
    static String ofRun(List<String> warnings, Terminal terminal) {
        return warnings.stream()
                .map(warning -> terminal.paragraph("Warning: " + warning + ".\n"))
                .collect(Collectors.joining());
    }

    static String of(List<String> warnings, Terminal terminal) {
        return warnings.stream()
                .map(warning -> terminal.paragraph("Unusual: " + warning + ".\n"))
                .collect(Collectors.joining());
    }
}
