package mho.reports.cli;

import mho.reports.sweep.PointCluster;
import mho.reports.sweep.PointWorkers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** On which machines points are computed. */
final class ClusterOption {
    @Option(
            names = "--on",
            paramLabel = "ADDRESS",
            description =
                    "Computes points on a Spark cluster, as in spark://host:7077 (cluster/README.md); the same bytes as here")
    private @Nullable String on;

    /**
     * Null where this process computes.
     *
     * @param name of what is to be done
     * @throws mho.core.yaml.BadInput if nobody answers there, or threads of this machine are asked for as well
     */
    @Nullable
    PointWorkers workers(String name, JobsOption jobs) {
        if (on == null) {
            return null;
        }
        jobs.refuseOnCluster();
        return PointCluster.found(on).workers(on, name);
    }
}
