package mho.reports.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.arch.spec.Chips;
import mho.reports.config.RunConfig;
import mho.reports.form.ReportCsv;
import mho.reports.form.ReportJson;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.workloads.network.Network;

/** A run, from its configuration to its files. */
record Simulation(RunConfig config, Report report, Host host) {
    private static final int HASH_DIGITS = 8;

    static Simulation of(RunConfig config, Progress progress) {
        Host host = new Host();
        Chips.Loaded chip = config.loadChip();
        Network network = config.network().load();
        host.phaseDone("read");
        RunResult run = Run.run(chip.spec(), network, config.images(), progress, host::phaseDone);
        progress.done();
        Report report = Metrics.of(run, chip.tree(), facts(config, chip, network));
        host.phaseDone("report");
        return new Simulation(config, report, host.events(run.timeline().events()));
    }

    private static Report.RunFacts facts(RunConfig config, Chips.Loaded chip, Network network) {
        return new Report.RunFacts(
                chip.spec().chip(),
                network.name(),
                config.images(),
                config.seed(),
                String.valueOf(config.version()),
                config.sha256());
    }

    /** By name; all but {@code host.json} are the same whenever the configuration is. */
    Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.yaml", config.yaml());
        files.put("report.json", ReportJson.of(report));
        files.put("layers.csv", ReportCsv.layers(report));
        files.put("components.csv", ReportCsv.components(report));
        host.phaseDone("write");
        files.put("host.json", host.facts().json());
        return files;
    }

    Path defaultDirectory() {
        return Path.of(
                "runs",
                name(report.run().chip()) + "-" + name(report.run().network()) + "-"
                        + report.run().configSha256().substring(0, HASH_DIGITS));
    }

    /** Names come from files and may hold anything; directories are kept plain. */
    private static String name(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "-");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
