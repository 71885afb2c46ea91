package mho.reports.page;

import mho.reports.metrics.Report;

/** The command and the configuration that give the same bytes again. */
final class Reproduce {
    private Reproduce() {}

    static Section run(Report.RunFacts run, String yaml) {
        return Section.of(
                "reproduce",
                "Reproduce",
                new Block.Listing(
                        "command",
                        "In the directory of this file, which holds config.yaml; or save the configuration below under that name:",
                        "mho run --config config.yaml",
                        false),
                new Block.Listing("configuration", "config.yaml, SHA-256 " + run.configSha256(), yaml, true));
    }

    static Section training(String sha256, String yaml) {
        return Section.of(
                "reproduce",
                "Reproduce",
                new Block.Listing(
                        "command",
                        "In the directory of this file, which holds config.yaml; or save the configuration below under that name:",
                        "mho train --config config.yaml",
                        false),
                new Block.Listing("configuration", "config.yaml, SHA-256 " + sha256, yaml, true));
    }

    static Section sweep(String command, String yaml) {
        return points(command, "The sweep's file", yaml);
    }

    static Section search(String command, String yaml) {
        return points(command, "The search's file", yaml);
    }

    private static Section points(String command, String file, String yaml) {
        return Section.of(
                "reproduce",
                "Reproduce",
                new Block.Listing("command", "The command:", command, false),
                new Block.Listing("configuration", file, yaml, true));
    }
}
