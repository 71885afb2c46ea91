package mho.reports.run;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import java.util.function.Supplier;
import mho.arch.machine.Values;
import mho.arch.run.TimedRun;
import mho.core.engine.CriticalPaths;
import mho.reports.config.RunConfig;
import mho.reports.form.report.ReportCsv;
import mho.reports.form.report.ReportJson;
import mho.reports.metrics.Report;

/**
 * A run, from its configuration to its files.
 *
 * @param timed when everything happened
 * @param paths why one input alone was not done earlier
 */
public record Simulation(
        RunConfig config, TimedRun timed, Supplier<CriticalPaths> paths, Report report, HostMeter host) {
    /** Where runs go that are not told where. */
    public static final Path RUNS = Path.of("runs");

    private static final int HASH_DIGITS = 8;

    public static Simulation of(RunConfig config, int threads, Progress progress) {
        HostMeter host = new HostMeter();
        PreparedRun run = PreparedRun.of(config).withData();
        host.phaseDone("read");
        Values values = run.values(threads, progress, host::phaseDone);
        PathsBeside beside = new PathsBeside(progress, run.comes());
        TimedRun timed = run.time(beside, host::phaseDone);
        Report report = run.report(timed, values);
        host.phaseDone("report");
        return new Simulation(config, timed, beside::paths, report, host.events(timed.events()));
    }

    /**
     * By name; all but {@code host.json} are the same whenever the configuration is.
     *
     * @param page writes report.html, beside the other files
     */
    public Map<String, String> files(Function<Simulation, String> page) {
        CompletableFuture<String> beside = CompletableFuture.supplyAsync(() -> page.apply(this));
        Map<String, String> files = files(config, report);
        files.put("report.html", written(beside));
        host.phaseDone("write");
        files.put("host.json", host.facts().json());
        return files;
    }

    private static String written(CompletableFuture<String> page) {
        try {
            return page.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw e;
        }
    }

    /** The same without the page, and without what the machine had to do with it. */
    public static Map<String, String> files(RunConfig config, Report report) {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("config.yaml", config.yaml());
        files.put("report.json", ReportJson.of(report));
        files.put("layers.csv", ReportCsv.layers(report));
        files.put("components.csv", ReportCsv.components(report));
        return files;
    }

    public Path defaultDirectory() {
        return RUNS.resolve(name(report.run().chip()) + "-" + name(report.run().network()) + "-"
                + report.run().configSha256().substring(0, HASH_DIGITS));
    }

    /** Names come from files and may hold anything; directories are kept plain. */
    private static String name(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9_.-]+", "-");
        return plain.length() > 60 ? plain.substring(0, 60) : plain;
    }
}
