package mho.reports.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mho.arch.numerics.AnalogNetwork;
import mho.arch.numerics.Evaluation;
import mho.arch.numerics.Values;
import mho.arch.run.Run;
import mho.arch.run.RunResult;
import mho.arch.spec.Chips;
import mho.reports.config.DataChoice;
import mho.reports.config.RunConfig;
import mho.reports.form.ReportCsv;
import mho.reports.form.ReportJson;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;

/** A run, from its configuration to its files. */
record Simulation(RunConfig config, Report report, Host host) {
    private static final int HASH_DIGITS = 8;

    static Simulation of(RunConfig config, int threads, Progress progress) {
        Host host = new Host();
        Chips.Loaded chip = config.loadChip();
        Network network = config.network().load();
        DataChoice choice = config.data();
        DataChoice.Loaded data = choice == null ? null : choice.load(InputShape.of(network));
        host.phaseDone("read");
        RunResult run = Run.run(chip.spec(), network, config.images(), progress, host::phaseDone);
        if (choice != null && data != null) {
            run = run.with(values(run, choice, data, config.seed(), threads, progress, host));
        }
        progress.done();
        Report report = Metrics.of(run, chip.tree(), facts(config, chip, network));
        host.phaseDone("report");
        return new Simulation(config, report, host.events(run.timeline().events()));
    }

    private static Values values(
            RunResult run,
            DataChoice choice,
            DataChoice.Loaded data,
            long seed,
            int threads,
            Progress progress,
            Host host) {
        List<Batch> calibration = List.of(data.calibration().batch(0, choice.calibration()));
        AnalogNetwork analog = AnalogNetwork.of(run.chip(), run.network(), calibration, choice.readTime(), seed);
        host.phaseDone("program");
        Values values = Evaluation.of(
                analog,
                data.images(),
                choice.calibration(),
                threads,
                done -> progress.images(done, data.images().size()));
        host.phaseDone("values");
        return values;
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
