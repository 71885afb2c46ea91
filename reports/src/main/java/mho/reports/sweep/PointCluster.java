package mho.reports.sweep;

import java.util.Iterator;
import java.util.ServiceLoader;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;

/** A way to the workers of a cluster. A jar beside mho's own provides it ({@link ServiceLoader}). */
public interface PointCluster {

    /**
     * Finds the workers.
     *
     * @param address as given on the command line
     * @param name of what is to be done, for those who look at the cluster
     * @throws BadInput if nobody answers there, or it is no address
     */
    PointWorkers workers(String address, String name);

    /** The one there is; throws {@link BadInput} where there is none. */
    static PointCluster found(String address) {
        Iterator<PointCluster> all = ServiceLoader.load(PointCluster.class).iterator();
        if (!all.hasNext()) {
            throw new BadInput("--on " + MessageText.plain(address)
                    + ": points go to a cluster by the module cluster, which has not been built; from the project's directory:"
                    + " mvn -q -Pcluster -Dmho.run package -pl cluster -am");
        }
        return all.next();
    }
}
