package mho.reports.validate;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import mho.core.yaml.Default;
import mho.core.yaml.Doc;
import mho.reports.tornado.TornadoQuestion;
import mho.reports.tornado.TornadoSide;
import mho.workloads.network.Network;
import org.jspecify.annotations.Nullable;

/**
 * A row that a file states: a figure of a machine, of a network, or of a network on a machine, or how many times that of
 * another.
 *
 * @param of what is held against what was published
 * @param a a machine, by name or file; of a network's figure, the one it is a benchmark of
 * @param b another; null where the published figure is a's own
 * @param part which part, layer or field
 * @param network a name of the zoo, or of a network that the file brings
 * @param published with its unit
 * @param tolerance see {@link RowTolerance}
 * @param fitted whether a figure of a machine was chosen so that the row comes out
 */
record ComparedRow(
        @Doc("what the row is called") String row,
        @Doc("the figure") RowFigure of,
        @Doc("a machine, by name or file") @Nullable String a,
        @Doc("settings of it") @Default("{}") Map<String, String> setA,
        @Doc("another machine: the published figure is a over b; without it, a's own") @Nullable String b,
        @Doc("settings of it") @Default("{}") Map<String, String> setB,
        @Doc("path of a part, name of a layer, field of the computing element") @Nullable String part,
        @Doc("a network of the zoo, or of networks of this file") @Nullable String network,
        @Doc("published figure, or a's over b's; without a unit, in SI") String published,
        @Doc("a factor, x1.5; a part, 5 %; exact, never above, never below, report") String tolerance,
        @Doc("whether a machine's figures were chosen so that it comes out") @Default("false") boolean fitted,
        @Doc("of the published figure") String source) {

    ComparedRow {
        RowTolerance.parse(tolerance);
        if (of.asksForMachine() && a == null) {
            throw new IllegalArgumentException("of: " + of.key() + " is the figure of a machine: add a");
        }
        asked("a network: add network", of.asksForNetwork(), network, of);
        asked("a part: add part", of.asksForPart(), part, of);
        published(published, b == null ? of.unit() : "1");
    }

    private static void asked(String what, boolean needed, @Nullable String given, RowFigure of) {
        if (needed && given == null) {
            throw new IllegalArgumentException("of: " + of.key() + " is the figure of " + what);
        }
        if (!needed && given != null) {
            throw new IllegalArgumentException(
                    "of: " + of.key() + " has no need of " + what.replace(": add", ": leave out"));
        }
    }

    private static double published(String text, String unit) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException notPlain) {
            try {
                return Quantity.parse(text, Dimension.of(unit));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("published: " + e.getMessage());
            }
        }
    }

    /** Machines by their names. */
    List<String> machines() {
        return Stream.of(a, b).filter(Objects::nonNull).toList();
    }

    /** @throws mho.core.yaml.BadInput if a machine cannot be read */
    ValidationRow compared(Function<String, Network> networks) {
        Network asked = network == null ? null : networks.apply(network);
        double own = a == null
                ? of.of(new RowSubject(null, asked, part))
                : side(a, setA, asked).measured();
        double simulated = b == null ? own : own / side(b, setB, asked).measured();
        String unit = unit();
        ValidationRow made = RowTolerance.parse(tolerance)
                .row(row, unit, published(published, unit), simulated, source)
                .of(a == null ? "" : a)
                .over(b == null ? "" : b, "");
        return fitted ? made.asFitted() : made;
    }

    /** What assumptions are held against; null where no machine is asked. */
    @Nullable
    TornadoQuestion question(Function<String, Network> networks) {
        if (a == null) {
            return null;
        }
        Network asked = network == null ? null : networks.apply(network);
        return new TornadoQuestion(row, unit(), side(a, setA, asked), b == null ? null : side(b, setB, asked));
    }

    private TornadoSide side(String machine, Map<String, String> set, @Nullable Network asked) {
        return new TornadoSide(machine, set, measured -> of.of(new RowSubject(measured, asked, part)));
    }

    private String unit() {
        return b == null ? of.unit() : "1";
    }
}
