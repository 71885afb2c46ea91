package mho.periphery.memory;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import mho.periphery.model.Circuit;
import mho.periphery.model.CostModel;
import mho.periphery.model.Estimate;
import mho.periphery.model.LogLogCurve;
import mho.periphery.model.PublishedTable;
import org.jspecify.annotations.Nullable;

/**
 * Published memories of one family by size: exact at the published sizes, log-log between them, refused outside. Where the table is of single-ported macros, a memory of n banks is n macros of an n-th
 * of its size.
 */
final class SizeTable implements CostModel<MemoryQuery> {

    private final String name;
    private final double metres;
    private final boolean macros;
    private final Circuit circuit;
    private final List<PublishedTable.Row> rows;
    private final long widthBits;
    private final LogLogCurve readJ;
    private final LogLogCurve writeJ;
    private final LogLogCurve areaM2;
    private final @Nullable LogLogCurve leakageW;

    SizeTable(String name, double metres, boolean macros, Circuit circuit) {
        this.name = name;
        this.metres = metres;
        this.macros = macros;
        this.circuit = circuit;
        rows = PublishedTable.beside(SizeTable.class, "memories.csv").rows().stream()
                .filter(row -> row.text("model").equals(name))
                .toList();
        widthBits = (long) rows.get(0).number("width_bits");
        readJ = curve(row -> row.number("read_pj") * 1e-12);
        writeJ = curve(row -> row.number("write_pj") * 1e-12);
        areaM2 = curve(row -> row.number("area_um2") * 1e-12);
        boolean leaks = rows.get(0).number("leakage_mw") > 0;
        leakageW = leaks ? curve(row -> row.number("leakage_mw") * 1e-3) : null;
    }

    private double[] column(ToDoubleFunction<PublishedTable.Row> figure) {
        return rows.stream().mapToDouble(figure).toArray();
    }

    private LogLogCurve curve(ToDoubleFunction<PublishedTable.Row> figure) {
        return new LogLogCurve(column(row -> row.number("bytes")), column(figure));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String action() {
        return "access of " + widthBits + " b";
    }

    @Override
    public String parameters() {
        return "size" + (macros ? ", banks" : "") + (leakageW == null ? "; no leakage" : "");
    }

    @Override
    public String validRange() {
        String first = kib(rows.get(0));
        String last = kib(rows.get(rows.size() - 1));
        String sizes = first.equals(last) ? first : first + " to " + last;
        return sizes + (macros ? " a bank, " : ", ") + widthBits + " b wide, " + Math.round(metres * 1e9)
                + " nm figures";
    }

    @Override
    public String source() {
        return rows.get(0).text("source");
    }

    @Override
    public OptionalDouble nodeM() {
        return OptionalDouble.of(metres);
    }

    @Override
    public Circuit circuit() {
        return circuit;
    }

    @Override
    public Optional<String> outside(MemoryQuery query) {
        if (query.widthBits() != widthBits) {
            return Optional.of("an access of " + query.widthBits() + " b");
        }
        if (!readJ.covers(macroBytes(query))) {
            return Optional.of(
                    macros && query.banks() > 1
                            ? query.bytes() + " B in " + query.banks() + " banks"
                            : query.bytes() + " B");
        }
        return Optional.empty();
    }

    @Override
    public Estimate estimate(MemoryQuery query) {
        double bytes = macroBytes(query);
        int copies = macros ? query.banks() : 1;
        LogLogCurve energy = query.write() ? writeJ : readJ;
        double leakage = leakageW == null ? 0 : leakageW.at(bytes);
        return new Estimate(energy.at(bytes), copies * leakage, copies * areaM2.at(bytes), source());
    }

    private double macroBytes(MemoryQuery query) {
        return macros ? (double) query.bytes() / query.banks() : query.bytes();
    }

    private static String kib(PublishedTable.Row row) {
        long bytes = (long) row.number("bytes");
        return bytes < 1024 ? bytes + " B" : bytes / 1024 + " KiB";
    }
}
