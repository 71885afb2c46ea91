package mho.reports.validate;

import java.util.List;
import java.util.Set;
import mho.reports.metrics.LayerRow;
import mho.reports.metrics.Report;
import mho.workloads.network.Network;
import mho.workloads.network.Node;
import mho.workloads.zoo.Zoo;

/** A chip of digital and analog tiles against its two parts, each run by itself: nothing is published of such a chip. */
final class HybridRows {
    private static final String CHIP = "hybrid-256";
    private static final String NETWORK = "alexnet";
    private static final String COMPOSITION = "its parts in two runs of their own";

    private HybridRows() {}

    static List<ValidationRow> rows() {
        Network network = Zoo.load(NETWORK);
        int cut = firstDense(network);
        Report whole = ReferenceRuns.report(CHIP, List.of(), network);
        Report digital = ReferenceRuns.report(CHIP, List.of(), part(network, 0, cut));
        Report analog = ReferenceRuns.report(
                CHIP, List.of(), part(network, cut, network.nodes().size()));
        Set<String> dense = Set.of("dense1", "dense2", "dense3");
        double slower = Math.max(
                digital.totals().times().intervalS(), analog.totals().times().intervalS());
        return List.of(
                macs("digital tiles", 665.8e6, whole, dense, false),
                macs("analog tiles", 58.6e6, whole, dense, true),
                ValidationRow.within(
                        0.01,
                        "AlexNet on digital and analog tiles, interval: the slower part's",
                        "s",
                        slower,
                        whole.totals().times().intervalS(),
                        COMPOSITION),
                ValidationRow.within(
                        0.01,
                        "AlexNet on digital and analog tiles, energy: the sum",
                        "J",
                        digital.totals().energy().totalJ()
                                + analog.totals().energy().totalJ(),
                        whole.totals().energy().totalJ(),
                        COMPOSITION));
    }

    private static ValidationRow macs(String where, double expected, Report report, Set<String> dense, boolean analog) {
        double ops = report.layers().stream()
                .filter(row -> dense.contains(row.name()) == analog)
                .mapToDouble(HybridRows::ops)
                .sum();
        return ValidationRow.within(
                0.001,
                "AlexNet, multiply-accumulates in " + where,
                "count",
                expected,
                ops / 2,
                "Krizhevsky et al., 2012, derived");
    }

    private static double ops(LayerRow row) {
        return row.work().ops();
    }

    private static int firstDense(Network network) {
        return network.nodes().stream()
                .filter(node -> node.kind().equals("dense"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    /** Layers of a chain, with an input in front where the first is not one. */
    private static Network part(Network chain, int from, int to) {
        var builder = Network.builder(chain.name(), "", "");
        int last = from == 0
                ? -1
                : builder.input("input", chain.nodes().get(from - 1).output());
        for (Node node : chain.nodes().subList(from, to)) {
            last = node.isInput()
                    ? builder.input(node.name(), node.output())
                    : builder.add(node.name(), node.layer(), List.of(last), node.function(), node.copies(), null);
        }
        return builder.build();
    }
}
