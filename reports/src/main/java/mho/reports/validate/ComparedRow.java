package mho.reports.validate;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.core.yaml.Setting;
import mho.reports.metrics.Report;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * A row that a file states: what a machine does with a network, or how many times what another does.
 *
 * @param of what is compared
 * @param a a machine, by name or file
 * @param b another; null where the published figure is a's own
 * @param network a name of the zoo, or of a network that the file brings
 * @param tolerance a factor, "x1.5", or a part, "5 %"
 * @param fitted whether a figure of a machine was chosen so that the row comes out
 */
record ComparedRow(
        @Doc("what the row is called") String row,
        @Doc("interval: inputs a second; energy: inputs a joule") Of of,
        @Doc("a machine, by name or file") String a,
        @Doc("settings of it") @Default("{}") Map<String, String> setA,
        @Doc("another machine: the published figure is a over b; without it, a's own") @Nullable String b,
        @Doc("settings of it") @Default("{}") Map<String, String> setB,
        @Doc("a network of the zoo, or of networks of this file") String network,
        @Doc("published figure: inputs a second or a joule, or a's over b's") double published,
        @Doc("a factor, x1.5, or a part, 5 %") String tolerance,
        @Doc("whether a machine's figures were chosen so that it comes out") @Default("false") boolean fitted,
        @Doc("of the published figure") String source) {

    ComparedRow {
        RowTolerance.parse(tolerance);
    }

    /** What is compared: the more, the better. */
    enum Of {
        INTERVAL("inputs/s", report -> 1 / report.totals().times().intervalS()),
        ENERGY("inputs/J", report -> 1 / report.totals().energy().totalJ());

        private final String unit;
        private final Function<Report, Double> figure;

        Of(String unit, Function<Report, Double> figure) {
            this.unit = unit;
            this.figure = figure;
        }
    }

    /** @throws mho.core.yaml.BadInput if a machine cannot be read */
    ValidationRow compared(Function<String, Network> networks) {
        Network asked = networks.apply(network);
        double own = figure(a, setA, asked);
        double simulated = b == null ? own : own / figure(b, setB, asked);
        ValidationRow made =
                RowTolerance.parse(tolerance).row(row, b == null ? of.unit : "1", published, simulated, source);
        return fitted ? made.asFitted() : made;
    }

    private double figure(String machine, Map<String, String> set, Network asked) {
        List<Setting> settings = set.entrySet().stream()
                .map(entry -> Setting.parse(entry.getKey() + "=" + entry.getValue()))
                .toList();
        return of.figure.apply(ReferenceRuns.report(machine, settings, asked));
    }
}
