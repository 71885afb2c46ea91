package mho.periphery.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mho.core.quantity.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * What warmth does to the leakage of transistors: their off current at 300 to 400 K over that at 300 K, by node ({@code leakage.csv}:
 * NMOS, high-performance, of the Predictive Technology Models from 7 to 130 nm, as tabled in MLP_NeuroSim, Technology.cpp). It doubles
 * about every 20 K where gates are fins, every 45 K where they are planar. Between rows and between nodes: straight on logarithmic axes.
 */
public final class Leakage {
    static final String SOURCE = "off current of PTM transistors, MLP_NeuroSim";

    private static final Map<Double, LogLogCurve> BY_NODE = read();
    private static final double[] NM =
            BY_NODE.keySet().stream().mapToDouble(nm -> nm).toArray();
    private static final LogLogCurve ANY = BY_NODE.values().iterator().next();

    private Leakage() {}

    private static Map<Double, LogLogCurve> read() {
        Map<Double, List<PublishedTable.Row>> rows = new LinkedHashMap<>();
        PublishedTable.beside(Leakage.class, "leakage.csv")
                .rows()
                .forEach(row -> rows.merge(row.number("node_nm"), List.of(row), Leakage::joined));
        Map<Double, LogLogCurve> curves = new LinkedHashMap<>();
        rows.forEach((nm, of) -> curves.put(
                nm,
                new LogLogCurve(
                        of.stream().mapToDouble(row -> row.number("kelvin")).toArray(),
                        of.stream()
                                .mapToDouble(row ->
                                        row.number("off_nA_per_um") / of.get(0).number("off_nA_per_um"))
                                .toArray())));
        return curves;
    }

    private static List<PublishedTable.Row> joined(List<PublishedTable.Row> some, List<PublishedTable.Row> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** What of a node and two temperatures the table does not reach; null where it reaches all. */
    public static @Nullable String outside(double nodeM, double fromK, double toK) {
        double nm = NodeLaw.nm(nodeM);
        if (!ANY.covers(fromK) || !ANY.covers(toK)) {
            return SOURCE + ", reaches from 300 K to 400 K, and not to "
                    + Quantity.format(ANY.covers(fromK) ? toK : fromK, "K");
        }
        return nm < NM[0] * (1 - 1e-6) || nm > NM[NM.length - 1] * (1 + 1e-6)
                ? SOURCE + ", reaches from 7 nm to 130 nm, and not to " + NodeLaw.shown(nodeM)
                : null;
    }

    /** The factor on leakage at one temperature that makes it that at another, within reach. */
    public static double factor(double nodeM, double fromK, double toK) {
        return fromK == toK ? 1 : over300(nodeM, toK) / over300(nodeM, fromK);
    }

    private static double over300(double nodeM, double kelvin) {
        double[] of =
                BY_NODE.values().stream().mapToDouble(curve -> curve.at(kelvin)).toArray();
        double nm = Math.min(Math.max(NodeLaw.nm(nodeM), NM[0]), NM[NM.length - 1]);
        return new LogLogCurve(NM, of).at(nm);
    }
}
