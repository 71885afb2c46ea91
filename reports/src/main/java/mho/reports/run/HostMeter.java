package mho.reports.run;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import mho.core.arithmetic.FusedMultiplyAdd;
import mho.reports.form.report.HostFacts;

/** What a run costs the machine: a stopwatch of phases. */
public final class HostMeter {
    private final Map<String, Double> phaseS = new LinkedHashMap<>();
    private long since = System.nanoTime();
    private long events;

    void phaseDone(String phase) {
        long now = System.nanoTime();
        phaseS.merge(phase, (now - since) / 1e9, Double::sum);
        since = now;
    }

    HostMeter events(long count) {
        events = count;
        return this;
    }

    HostFacts facts() {
        double simulatedS = phaseS.getOrDefault("simulate", 0.0);
        return new HostFacts(
                phaseS,
                events,
                simulatedS > 0 ? events / simulatedS : 0,
                peakMemoryBytes(),
                java(),
                FusedMultiplyAdd.how());
    }

    public static String java() {
        return System.getProperty("java.vm.name") + " " + System.getProperty("java.version");
    }

    /** Resident memory as Linux counts it; elsewhere the peaks of the machine's own pools. */
    public static long peakMemoryBytes() {
        try {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("VmHWM:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException | NumberFormatException e) {
            // not Linux
        }
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getPeakUsage)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
