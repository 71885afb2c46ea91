package mho.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/** Pages as mho makes them, each with the command that made it. */
final class Gallery {
    /**
     * @param commands as one types them, one after the other
     * @param page that the last one writes
     * @param name of the page on the site
     */
    private record Shown(String title, String about, List<String> commands, String page, String name) {
        Shown(String title, String about, String command, String page, String name) {
            this(title, about, List.of(command), page, name);
        }
    }

    private static final List<Shown> SHOWN = List.of(
            new Shown(
                    "A run",
                    "Totals and what limits the chip, energy by layer and component, latency and interval, the first input as a Gantt chart, the"
                            + " roofline, where every figure comes from. A click on an energy opens what it is made of.",
                    "mho run --chip isaac-ce --network lenet5 --out RUN",
                    "run/report.html",
                    "run"),
            new Shown(
                    "A run with values",
                    "The same where a network computes: accuracy, and what each layer's circuits did to its values.",
                    "mho run --network fmnist-lenet --data fashion-mnist-1000 --images 100 --out RUN",
                    "run/report.html",
                    "values"),
            new Shown(
                    "A chip",
                    "Its tile drawn to scale, power and area by part.",
                    "mho show hermes-64-1phase --html RUN/chip.html",
                    "run/chip.html",
                    "chip"),
            new Shown(
                    "A sweep",
                    "Points along parallel axes, the front of the best, one figure over another.",
                    "mho sweep --network lenet5 --vary tile.core.array.rows=64,128,256 --vary tile.core.adc.bits=6..8 --pareto"
                            + " \"energy_j min\" --pareto \"interval_s min\" --out RUN",
                    "run/sweep.html",
                    "sweep"),
            new Shown(
                    "A comparison",
                    "Chips beside one another for one network, with ratios.",
                    List.of(
                            "mho run --network lenet5 --chip isaac-ce --out RUN/isaac",
                            "mho run --network lenet5 --chip puma --out RUN/puma",
                            "mho run --network lenet5 --chip hermes-64-1phase --out RUN/hermes",
                            "mho compare RUN/isaac RUN/puma RUN/hermes --html RUN/compare.html"),
                    "run/compare.html",
                    "comparison"),
            new Shown(
                    "A training",
                    "Accuracy over epochs, what updates did to the cells, what it took.",
                    "mho train --network mlp --data fashion-mnist-1000 --images 200 --tests 50 --epochs 2 --out RUN",
                    "run/training.html",
                    "training"),
            new Shown(
                    "A validation",
                    "Published figures beside simulated ones.",
                    "mho validate --chip puma --html RUN/validation.html",
                    "run/validation.html",
                    "validation"));

    private final Mho mho;
    private final SiteDirectory to;

    Gallery(Mho mho, SiteDirectory to) {
        this.mho = mho;
        this.to = to;
    }

    void write() throws IOException {
        Markdown page = new Markdown()
                .heading(1, "Gallery")
                .paragraph("Pages that mho wrote while this site was built. They need no server: each is one file.");
        for (Shown shown : SHOWN) {
            String target = "gallery/" + shown.name() + ".html";
            make(shown, to.asItIs(target));
            page.heading(2, shown.title())
                    .paragraph(shown.about() + " " + Markdown.link("Open it", target) + ".")
                    .listing(shown.commands().stream()
                            .map(command -> "./" + command.replace("RUN", "runs/" + shown.name()))
                            .collect(Collectors.joining("\n")));
        }
        to.page("gallery", page.toString());
    }

    private void make(Shown shown, Path page) throws IOException {
        Path run = Files.createTempDirectory("mho-gallery").resolve("run");
        for (String command : shown.commands()) {
            mho.said(words(command, run));
        }
        Files.copy(run.resolveSibling(shown.page()), page, StandardCopyOption.REPLACE_EXISTING);
        PathUtils.deleteDirectory(run.getParent());
    }

    /** Words between quotes are one. */
    private static String[] words(String command, Path run) {
        return Stream.of(command.split(" (?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)"))
                .skip(1)
                .map(word -> word.replace("\"", "").replace("RUN", run.toString()))
                .toArray(String[]::new);
    }
}
