package mho.cluster;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A master and workers with a core each, from the libraries that the build has put together. */
final class LocalCluster implements AutoCloseable {
    static final Path HOME = Path.of("").toAbsolutePath();
    private static final Path SPARK = HOME.resolve("target/spark");
    private static final String HOST = "127.0.0.1";
    private static final long PATIENCE_MS = 60_000;
    private static final long LOOK_MS = 100;

    private final Path logs;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    LocalCluster(Path logs, int workers) throws IOException, InterruptedException {
        this.logs = logs;
        this.port = freePort();
        this.master = start(
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                "" + port,
                "--webui-port",
                "0");
        awaitMaster();
        for (int i = 0; i < workers; i++) {
            this.workers.add(start(
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HOST,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    logs.resolve("work-" + i).toString(),
                    address()));
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        }
    }

    String address() {
        return "spark://" + HOST + ":" + port;
    }

    private Process start(String name, String... words) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(java(), "@" + HOME.resolve("java-options"), "-Xmx512m", "-cp", SPARK + "/jars/*"));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command);
        environment(builder);
        File log = logs.resolve(name + ".log").toFile();
        return builder.redirectErrorStream(true).redirectOutput(log).start();
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    static void environment(ProcessBuilder builder) {
        builder.environment().put("SPARK_HOME", SPARK.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    }

    private void awaitMaster() throws InterruptedException {
        for (long waited = 0; waited < PATIENCE_MS; waited += LOOK_MS) {
            try (Socket socket = new Socket(HOST, port)) {
                if (socket.isConnected()) {
                    return;
                }
            } catch (IOException e) {
                Thread.sleep(LOOK_MS); // not yet
            }
        }
        throw new IllegalStateException("no master came; see " + logs);
    }

    /** Kills a worker with all that it has begun, as a machine that loses its power. */
    void kill(int worker) throws InterruptedException {
        stop(workers.get(worker));
        workers.get(worker).waitFor();
    }

    private static void stop(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    @Override
    public void close() {
        workers.forEach(LocalCluster::stop);
        stop(master);
    }
}
