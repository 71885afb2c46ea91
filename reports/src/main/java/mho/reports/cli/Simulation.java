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
import mho.arch.spec.ChipSpec;
import mho.arch.spec.Chips;
import mho.reports.config.DataChoice;
import mho.reports.config.RunConfig;
import mho.reports.form.ReportCsv;
import mho.reports.form.ReportJson;
import mho.reports.metrics.Metrics;
import mho.reports.metrics.Report;
import mho.workloads.network.Network;
import mho.workloads.values.Batch;
import org.jspecify.annotations.Nullable;

/** A run, from its configuration to its files. */
record Simulation(RunConfig config, Report report, Host host) {
    private static final int HASH_DIGITS = 8;

    static Simulation of(RunConfig config, int threads, Progress progress) {
        Host host = new Host();
        Chips.Loaded chip = config.loadChip();
        Network network = config.network().load();
        host.phaseDone("read");
        Values values = values(config, chip.spec(), network, threads, progress, host);
        RunResult run = Run.run(chip.spec(), network, config.images(), progress, host::phaseDone);
        progress.done();
        Report report = Metrics.of(values == null ? run : run.with(values), chip.tree(), facts(config, chip, network));
        host.phaseDone("report");
        return new Simulation(config, report, host.events(run.timeline().events()));
    }

    /** What the network computes; null where no data were given. */
    private static @Nullable Values values(
            RunConfig config, ChipSpec chip, Network network, int threads, Progress progress, Host host) {
        DataChoice choice = config.data();
        if (choice == null) {
            return null;
        }
        DataChoice.Loaded data = choice.load(InputShape.of(network));
        Network folded = network.folded();
        if (data.images().labelled()) {
            data.images().checkClasses((int) folded.outputs().get(0).output().size());
        }
        List<Batch> calibration = List.of(data.calibration().batch(0, choice.calibration()));
        AnalogNetwork analog = AnalogNetwork.of(chip, folded, calibration, choice.readTime(), config.seed());
        host.phaseDone("program");
        int all = data.images().size();
        Values values =
                Evaluation.of(analog, data.images(), choice.calibration(), threads, done -> progress.images(done, all));
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
