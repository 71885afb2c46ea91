package mho.workloads.foreign;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import mho.core.yaml.BadInput;
import mho.core.yaml.MapNode;
import mho.core.yaml.Mark;
import mho.core.yaml.YamlNode;
import mho.workloads.foreign.NeuroSimRow.Extent;
import org.jspecify.annotations.Nullable;

/**
 * A {@code NetWork.csv} of NeuroSim as a network file. The rows say neither padding nor size of a pool: both are those by which a row
 * gives what the next one reads. Padding is that of an equally large map if that does, else the least. A pool halves, and takes the largest
 * value, or the mean of the whole map where one value a channel is left. A row that reads what an earlier one read, and gives what the row
 * before it gives, is a shortcut: both are added. All layers but the last end in a relu.
 */
public final class NeuroSimTable {
    private static final String ABOUT =
            "as NeuroSim lists it; padding and pools from what the rows read, a relu behind every layer but the last";

    private final List<NeuroSimRow> rows;
    private final List<YamlNode> layers = new ArrayList<>();
    /** The layer that gives what a row reads, by the row; nothing of the network's input. */
    private final List<String> sources = new ArrayList<>();

    private String last = "input";

    private NeuroSimTable(List<NeuroSimRow> rows) {
        this.rows = rows;
    }

    /** Reads a file; throws {@link BadInput} that tells file, line and remedy. */
    public static MapNode read(Path file) {
        List<NeuroSimRow> rows = new ArrayList<>();
        List<String> lines = ForeignText.lines(file);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).replace("\uFEFF", "");
            if (!line.isBlank()) {
                rows.add(NeuroSimRow.of(new Mark(file.toString(), i + 1, 1), line));
            }
        }
        if (rows.isEmpty()) {
            throw BadInput.at(Mark.of(file.toString()), "holds no layer; give NeuroSim's NetWork.csv, a row each");
        }
        return new NeuroSimTable(rows).network(file);
    }

    private MapNode network(Path file) {
        for (int i = 0; i < rows.size(); i++) {
            int next = isShortcut(i + 1) ? i + 2 : i + 1;
            if (!isShortcut(i)) {
                row(i, next < rows.size() ? rows.get(next) : null);
            }
        }
        NeuroSimRow first = rows.get(0);
        PlacedNodes at = new PlacedNodes(first.mark());
        return at.empty()
                .put("network", at.text(ForeignText.stem(file)))
                .put("about", at.text(ABOUT))
                .put("input", at.numbers(first.channels(), first.height(), first.width()))
                .put("layers", at.list(layers));
    }

    /** Whether a row stands beside the ones before it, from the map that one of them read to the map that the last of them gives. */
    private boolean isShortcut(int index) {
        if (index < 2 || index >= rows.size() - 1) {
            return false;
        }
        NeuroSimRow row = rows.get(index);
        Extent next = rows.get(index + 1).reads();
        return !row.isDense()
                && row.kernelHeight() == 1
                && row.kernelWidth() == 1
                && !row.pooled()
                && row.gives(0).equals(next)
                && padding(rows.get(index - 1), next) != null
                && !rows.get(index - 1).pooled()
                && padding(rows.get(index - 1), row.reads()) == null
                && readBefore(index) >= 0;
    }

    /** The last row before the one in front of this that reads the same map; -1 if none does. */
    private int readBefore(int index) {
        return IntStream.iterate(index - 2, i -> i >= 0, i -> i - 1)
                .filter(i -> rows.get(i).reads().equals(rows.get(index).reads()))
                .findFirst()
                .orElse(-1);
    }

    private void row(int index, @Nullable NeuroSimRow next) {
        NeuroSimRow row = rows.get(index);
        boolean joined = isShortcut(index + 1);
        while (sources.size() < index) {
            sources.add(last); // of a shortcut
        }
        sources.add(last);
        Integer pad = padding(row, next == null ? null : next.reads());
        if (pad == null) {
            throw BadInput.at(
                    row.mark(),
                    "reads " + row.reads() + " and gives " + row.gives(0) + " or, padded, " + row.gives(same(row))
                            + (row.pooled() ? ", pooled after that" : "") + "; the next row reads "
                            + (next == null ? "nothing" : next.reads())
                            + "; a network with branches other than shortcuts is written as a .yaml file");
        }
        String name = "layer" + (index + 1);
        add(name, row, pad, next == null || joined, last);
        if (joined) {
            NeuroSimRow shortcut = rows.get(index + 1);
            String beside = "layer" + (index + 2);
            add(beside, shortcut, 0, true, sources.get(readBefore(index + 1)));
            PlacedNodes at = new PlacedNodes(shortcut.mark());
            last = "sum" + (index + 2);
            layers.add(at.layer(
                    "add",
                    at.empty()
                            .put("name", at.text(last))
                            .put("from", at.list(List.of(at.text(name), at.text(beside))))
                            .put("activation", at.word("relu"))));
        }
        if (row.pooled()) {
            pool(index, row.gives(pad), next);
        }
    }

    private void add(String name, NeuroSimRow row, int pad, boolean plain, String from) {
        PlacedNodes at = new PlacedNodes(row.mark());
        MapNode says = at.empty()
                .put("name", at.text(name))
                .put("from", at.list(List.of(at.text(from))))
                .put("out", at.number(row.out()));
        if (!row.isDense()) {
            says = says.put("kernel", at.sides(row.kernelHeight(), row.kernelWidth()));
            if (row.stride() > 1) {
                says = says.put("stride", at.number(row.stride()));
            }
            if (pad > 0) {
                says = says.put("pad", at.number(pad));
            }
        }
        if (!plain) {
            says = says.put("activation", at.word("relu"));
        }
        layers.add(at.layer(row.isDense() ? "dense" : "conv", says));
        last = name;
    }

    private void pool(int index, Extent given, @Nullable NeuroSimRow next) {
        PlacedNodes at = new PlacedNodes(rows.get(index).mark());
        boolean halves = next == null || given.halved().isReadAs(next.reads());
        MapNode says = at.empty().put("name", at.text("pool" + (index + 1)));
        layers.add(halves ? at.layer("pool", says.put("kernel", at.number(2))) : at.layer("global-pool", says));
        last = "pool" + (index + 1);
    }

    /** The padding with which a row gives what is read next; nothing if none does. */
    private static @Nullable Integer padding(NeuroSimRow row, @Nullable Extent next) {
        int most = Math.max(row.kernelHeight(), row.kernelWidth()) - 1;
        return IntStream.concat(IntStream.of(same(row)), IntStream.rangeClosed(0, most))
                .filter(pad -> leadsTo(row, pad, next))
                .boxed()
                .findFirst()
                .orElse(null);
    }

    private static int same(NeuroSimRow row) {
        return (Math.max(row.kernelHeight(), row.kernelWidth()) - 1) / 2;
    }

    private static boolean leadsTo(NeuroSimRow row, int pad, @Nullable Extent next) {
        Extent given = row.gives(pad);
        if (given.height() < 1 || given.width() < 1) {
            return false;
        }
        if (next == null) {
            return true;
        }
        return row.pooled()
                ? given.halved().isReadAs(next) || given.pooledWhole().equals(next)
                : given.isReadAs(next);
    }
}
