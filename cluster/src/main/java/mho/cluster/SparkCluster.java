package mho.cluster;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mho.core.quantity.MessageText;
import mho.core.yaml.BadInput;
import mho.core.yaml.GivenPath;
import mho.reports.cli.Main;
import mho.reports.sweep.PointCluster;
import mho.reports.sweep.PointWorkers;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark cluster by the address of its master: {@code spark://host:port[,host:port]}, {@code local-cluster[workers,cores,megabytes]} for
 * executors that are processes of this machine, {@code local[threads]} for threads of this process.
 */
public final class SparkCluster implements PointCluster {
    private static final Pattern STANDALONE = Pattern.compile("spark://[^:,/]+:\\d{1,5}(,[^:,/]+:\\d{1,5})*");
    private static final Pattern MASTER = Pattern.compile("([^:,/]+):(\\d{1,5})");
    private static final Pattern HERE = Pattern.compile("local(\\[(\\d+|\\*)])?|local-cluster\\[\\d+,\\d+,\\d+]");
    /** Executors that a group may take with it before it is thought to be the reason. */
    private static final int MOST_LOSSES = 8;

    private static final int PATIENCE_MS = 5_000;

    @Override
    public PointWorkers workers(String address, String name) {
        check(address);
        Path spark = Path.of(located(SparkCluster.class)).resolveSibling("spark");
        SparkConf conf = new SparkConf()
                .setMaster(address)
                .setAppName("mho sweep " + name)
                .setSparkHome(spark.toString())
                .setJars(List.of(located(Main.class), located(SparkCluster.class))
                        .toArray(String[]::new))
                .set("spark.ui.enabled", "false")
                .set("spark.task.maxFailures", String.valueOf(MOST_LOSSES))
                .set("spark.log.level", "ERROR")
                .set("spark.executor.extraJavaOptions", executorOptions());
        try {
            return new SparkWorkers(new JavaSparkContext(conf), address);
        } catch (Exception e) { // Scala throws what it does not declare
            throw new BadInput(
                    "--on " + MessageText.plain(address) + ": the cluster takes nothing (" + e.getMessage() + ")");
        }
    }

    /** Workers look for files where the command was given, and use what this process uses of the processor. */
    private static String executorOptions() {
        String home = System.getProperty(GivenPath.HOME, "");
        return "-ea:mho... --add-exports=java.base/jdk.internal.module=ALL-UNNAMED"
                + quoted(GivenPath.WRITTEN_IN, Path.of("").toAbsolutePath().toString())
                + (home.isEmpty() ? "" : quoted(GivenPath.HOME, home));
    }

    private static String quoted(String property, String value) {
        return " \"-D" + property + "=" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static void check(String address) {
        if (STANDALONE.matcher(address).matches()) {
            Matcher masters = MASTER.matcher(address.substring("spark://".length()));
            boolean answered =
                    masters.results().anyMatch(master -> answers(master.group(1), Integer.parseInt(master.group(2))));
            if (!answered) {
                throw new BadInput("--on " + MessageText.plain(address)
                        + ": no master answers there; start one (cluster/README.md), or give its address");
            }
        } else if (!HERE.matcher(address).matches()) {
            throw new BadInput(
                    "--on " + MessageText.plain(address)
                            + ": expected the address of a master, as in spark://host:7077, or local-cluster[2,1,1024] for a try on this machine");
        }
    }

    /** Spark itself would try for a minute. */
    private static boolean answers(String host, int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(host, port), PATIENCE_MS);
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false; // nobody is there, or no port has such a number
        }
    }

    private static String located(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
