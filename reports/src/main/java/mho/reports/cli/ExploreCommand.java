package mho.reports.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.reports.explore.AskedDesign;
import mho.reports.explore.ExploreServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code mho explore}. */
@Command(
        name = "explore",
        description =
                "Serves a page, to this machine alone, on which a design is changed and answers while it is: figures, charts, the chip drawn. Network to begin with, where none is named: lenet5.",
        footer = {
            "",
            "Open the address that it prints in a browser of this machine; Ctrl-C ends it.",
            "",
            "Examples:",
            "  ./mho explore --chip analog-256 --network lenet5"
        },
        mixinStandardHelpOptions = true,
        versionProvider = Main.VersionLine.class)
final class ExploreCommand implements Callable<Integer> {
    private static final int LAST_PORT = 65_535;
    private static final String USUAL_NETWORK = "lenet5";

    @Mixin
    private final RunOptions options = new RunOptions();

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of 127.0.0.1 to serve on. Default: one that is free")
    private int port;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it in
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (port < 0 || port > LAST_PORT) {
            throw new BadInput("--port " + port + ": expected 1 to " + LAST_PORT + ", or none for one that is free");
        }
        MapNode asked = options.over(MapNode.empty(Mark.of("mho explore")));
        asked = asked.get("set") == null ? asked : asked.without("set");
        asked = asked.get("network") == null ? SharedOptions.put(asked, "network", USUAL_NETWORK) : asked;
        asked = asked.get("chip") == null ? SharedOptions.put(asked, "chip", "analog-256") : asked;
        ExploreServer server = ExploreServer.start(new AskedDesign(asked, options.settings()), port);
        Thread end = new Thread(server::close, "explore-end");
        Runtime.getRuntime().addShutdownHook(end);
        PrintWriter out = spec.commandLine().getOut();
        out.println(server.address());
        out.println("Open it in a browser of this machine; Ctrl-C ends it.");
        out.flush();
        new CountDownLatch(1).await(); // until the process is told to end
        return Main.OK;
    }
}
