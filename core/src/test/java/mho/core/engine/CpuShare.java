package mho.core.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * Tells how much of a core the benchmark got: on a machine that is busy otherwise, divide the throughput by it. JMH
 * loads it by {@code -prof mho.core.engine.CpuShare}.
 */
public final class CpuShare implements InternalProfiler {
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private long wall;
    private long cpu;

    @Override
    public String getDescription() {
        return "CPU seconds of the process per second";
    }

    @Override
    public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
        wall = System.nanoTime();
        cpu = system.getProcessCpuTime();
    }

    @Override
    public Collection<? extends Result<?>> afterIteration(
            BenchmarkParams benchmark, IterationParams iteration, IterationResult result) {
        double share = (double) (system.getProcessCpuTime() - cpu) / (System.nanoTime() - wall);
        return List.of(new ScalarResult("cpu", share, "cores", AggregationPolicy.AVG));
    }
}
