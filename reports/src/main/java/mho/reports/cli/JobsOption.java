package mho.reports.cli;

import mho.core.yaml.BadInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On how many threads points are computed. */
final class JobsOption {
    /** Threads; each takes memory of its own. */
    private static final int MOST = 1024;

    @Option(names = "--jobs", paramLabel = "N", description = "Threads. Default: all cores")
    private @Nullable Integer jobs;

    /** Throws {@link BadInput} for what no machine has. */
    int threads() {
        if (jobs != null && jobs < 1) {
            throw new BadInput("--jobs " + jobs + ": at least 1 thread has to compute");
        }
        if (jobs != null && jobs > MOST) {
            throw new BadInput(
                    "--jobs " + jobs + ": at most " + MOST + " threads; more than the cores there are help nobody");
        }
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }

    /** Throws {@link BadInput} where it is given. */
    void refuseOnCluster() {
        if (jobs != null) {
            throw new BadInput("--jobs " + jobs
                    + ": how many points are computed at once on a cluster is the cluster's matter; leave --jobs out");
        }
    }
}
