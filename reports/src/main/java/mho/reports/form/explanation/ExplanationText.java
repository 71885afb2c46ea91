package mho.reports.form.explanation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import mho.core.engine.CriticalPath;
import mho.reports.explain.CausedLoss;
import mho.reports.explain.Explanation;
import mho.reports.explain.FigureTree;
import mho.reports.explain.PathStretch;
import mho.reports.figures.Unit;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;

/** An explanation for a terminal: a tree, the path where there is one, the sources by number. */
public final class ExplanationText {
    /** Parts smaller than this share of what they are parts of are told together. */
    private static final double SMALL = 0.01;

    private static final int STRETCHES = 24;
    private static final String ASSUMED = "assumed";

    private final Explanation explanation;
    private final Terminal terminal;
    private final double small;
    private final List<String> sources = new ArrayList<>();
    private final TextTable table;

    private ExplanationText(Explanation explanation, Terminal terminal, boolean all) {
        this.explanation = explanation;
        this.terminal = terminal;
        this.small = all || !explanation.causes().isEmpty() ? 0 : SMALL;
        table = new TextTable("lrrll", explanation.figure(), "", "share", "made of", "source");
    }

    /** @param all whether small parts are told one by one */
    public static String of(Explanation explanation, Terminal terminal, boolean all) {
        return new ExplanationText(explanation, terminal, all).text();
    }

    private String text() {
        FigureTree root = explanation.tree();
        row("", root.label(), root, null);
        parts("", root, root);
        StringBuilder text = new StringBuilder();
        text.append(explanation.figure())
                .append(" = ")
                .append(shown(root))
                .append(", ")
                .append(explanation.of())
                .append("\n\n")
                .append(table.on(terminal));
        equation(text, root);
        if (root.adds() && root.unit() != Unit.SHARE && root.value() > 0) {
            double assumed = root.assumed() / root.value();
            text.append(terminal.paragraph(
                    assumed == 0
                            ? "Nothing of it rests on an assumption.\n"
                            : TerminalText.percent(assumed)
                                    + " of it rests on what is assumed, in whole or in part (marked so).\n"));
        }
        for (String remark : explanation.remarks()) {
            text.append(terminal.paragraph(remark + "\n"));
        }
        path(text);
        causes(text);
        if (!sources.isEmpty()) {
            text.append("\nsources\n");
            for (int i = 0; i < sources.size(); i++) {
                text.append(terminal.paragraph("[%d] %s\n".formatted(i + 1, sources.get(i))));
            }
        }
        return text.toString();
    }

    private void equation(StringBuilder text, FigureTree node) {
        if (!node.equation().isEmpty()) {
            text.append(terminal.paragraph(
                    upper(node.label()) + " = " + node.equation() + " (reports/README.md, Definitions).\n"));
        }
        node.parts().forEach(part -> equation(text, part));
    }

    private static String upper(String label) {
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
    }

    private void parts(String indent, FigureTree node, FigureTree whole) {
        FigureTree.Told parts = node.told(small, whole);
        List<FigureTree> told = parts.each();
        List<FigureTree> rest = parts.together();
        if (told.isEmpty()) {
            return; // --all tells each
        }
        for (int i = 0; i < told.size(); i++) {
            boolean last = i == told.size() - 1 && rest.isEmpty();
            part(indent, told.get(i), last, whole);
        }
        if (!rest.isEmpty()) {
            double sum = rest.stream().mapToDouble(FigureTree::value).sum();
            table.row(
                    indent + "└ " + rest.size() + " others",
                    node.unit().text(sum),
                    TerminalText.percent(whole.value() == 0 ? 0 : sum / whole.value()),
                    "--all tells each",
                    "");
        }
    }

    /** What has one part alone shares its line with it. */
    private void part(String indent, FigureTree part, boolean last, FigureTree whole) {
        FigureTree shown = part;
        String label = part.label();
        while (shown.leaf() == null
                && shown.formula() == FigureTree.Formula.SUM
                && shown.parts().size() == 1) {
            shown = shown.parts().get(0);
            label += " " + shown.label();
        }
        // a quotient's or product's parts are wholes of their own
        FigureTree of = whole.formula() == FigureTree.Formula.SUM ? whole : part;
        row(indent + (last ? "└ " : "├ "), label, shown, of == part ? null : of);
        parts(indent + (last ? "  " : "│ "), shown, of);
    }

    private void row(String indent, String label, FigureTree node, @Nullable FigureTree whole) {
        Double share = whole == null || node.unit() == Unit.SHARE ? null : node.shareOf(whole); // causes take away
        table.row(
                indent + label,
                shown(node),
                share == null ? "" : TerminalText.percent(share),
                madeOf(node),
                source(node.leaf()));
    }

    private static String madeOf(FigureTree node) {
        FigureTree.Leaf leaf = node.leaf();
        if (leaf == null) {
            return switch (node.formula()) {
                case PRODUCT -> "product of";
                case QUOTIENT -> "the first over the second";
                case LEAF, SUM -> "";
            };
        }
        if (leaf.counted() == Unit.SECOND) {
            return "%s x %s".formatted(Unit.SECOND.text(leaf.count()), Unit.WATT.text(leaf.price()));
        }
        return leaf.count() == 1 || leaf.price() == 1
                ? ""
                : "%s x %s".formatted(count(leaf.count()), node.unit().text(leaf.price()));
    }

    private static String count(double count) {
        return count == Math.rint(count) && Math.abs(count) < 1e15
                ? String.format(Locale.ROOT, "%,.0f", count)
                : String.format(Locale.ROOT, "%.4g", count);
    }

    private String source(FigureTree.@Nullable Leaf leaf) {
        if (leaf == null) {
            return "";
        }
        String said = leaf.source().isBlank() ? "nobody says" : leaf.source();
        if (!sources.contains(said)) {
            sources.add(said);
        }
        return "[%d]%s".formatted(sources.indexOf(said) + 1, leaf.assumed() ? " " + ASSUMED : "");
    }

    private static String shown(FigureTree node) {
        return node.unit().text(node.value());
    }

    private void path(StringBuilder text) {
        List<PathStretch> path = explanation.path();
        if (path.isEmpty()) {
            return;
        }
        TextTable stretches = new TextTable("rrlrrl", "from", "to", "layer", "windows", "waits", "began when");
        int told = path.size() <= STRETCHES ? path.size() : STRETCHES / 2;
        for (int i = 0; i < path.size(); i++) {
            if (i == told && told < path.size()) {
                stretches.row("", "", "… " + (path.size() - 2 * told) + " more (--json tells all)", "", "", "");
                i = path.size() - told;
            }
            PathStretch each = path.get(i);
            stretches.row(
                    TerminalText.of(each.fromS(), "s"),
                    TerminalText.of(each.toS(), "s"),
                    each.layer().isEmpty() ? "(input)" : each.layer(),
                    each.firstWindow() + (each.lastWindow() == each.firstWindow() ? "" : " … " + each.lastWindow()),
                    each.waitedS() == 0 ? "" : TerminalText.of(each.waitedS(), "s"),
                    because(each));
        }
        text.append("\nCritical path of the first input; windows by rank, waits for resources that others had\n\n")
                .append(stretches.on(terminal));
    }

    private void causes(StringBuilder text) {
        if (explanation.causes().isEmpty()) {
            return;
        }
        TextTable causes = new TextTable("lrrl", "cause", "alone on", "alone off", "switched off by");
        for (CausedLoss each : explanation.causes()) {
            causes.row(
                    each.cause(),
                    TerminalText.percent(each.aloneOn()),
                    TerminalText.percent(each.aloneOff()),
                    String.join(" ", each.off()));
        }
        text.append("\nAccuracy with each cause alone, and without it alone\n\n")
                .append(causes.on(terminal));
    }

    private static String because(PathStretch stretch) {
        CriticalPath.Reason reason = stretch.reason();
        if (reason == null) {
            return "";
        }
        return switch (reason) {
            case INPUT -> "the input was there";
            case PREDECESSOR -> stretch.by() + " had made what it needs";
            case ROOM -> stretch.by() + " had made room in the buffer between";
            case SLOT -> "an earlier window was done";
            case TURN -> stretch.by() + " had made what an earlier window of it needs";
        };
    }
}
