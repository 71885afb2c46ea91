package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import mho.reports.compare.Comparison;
import mho.reports.compare.EnergyShift;
import mho.reports.medium.LargestRemainders;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import org.jspecify.annotations.Nullable;

/** Where a difference in energy comes from: by component and by layer, the largest first; of more than two runs, a line each. */
final class EnergyShiftTable {
    private static final int LARGEST = 10;
    private static final int LARGEST_OF_MANY = 4;

    private EnergyShiftTable() {}

    static String of(Comparison comparison, Terminal terminal) {
        if (comparison.runs().size() > 2) {
            return lines(comparison, terminal);
        }
        return table("energy by component", comparison.byComponent().get(0), terminal) + "\n"
                + table("energy by layer", comparison.byLayer().get(0), terminal);
    }

    private static String table(String title, EnergyShift shift, Terminal terminal) {
        List<EnergyShift.Part> changed = changed(shift);
        if (changed.isEmpty()) {
            return "No difference in " + title + ".\n";
        }
        List<EnergyShift.Part> rows = new ArrayList<>(changed);
        if (changed.size() > LARGEST + 1) {
            List<EnergyShift.Part> rest = changed.subList(LARGEST, changed.size());
            rows = new ArrayList<>(changed.subList(0, LARGEST));
            rows.add(together(rest.size() + " others", rest));
        }
        TextTable table = new TextTable("lrrrr", title, "A", "B", "B - A", "share");
        String[] shares = shares(rows);
        for (int i = 0; i < rows.size(); i++) {
            row(table, rows.get(i), shares[i]);
        }
        List<EnergyShift.Part> same = shift.parts().stream()
                .filter(part -> part.differenceJ() == 0 && part.isSomething())
                .toList();
        if (!same.isEmpty()) {
            row(table, together(same.size() + " unchanged", same), "");
        }
        table.rule();
        row(table, together("total", shift.parts()), shift.isNone() ? "–" : "100.0 %");
        return table.on(terminal);
    }

    private static List<EnergyShift.Part> changed(EnergyShift shift) {
        return shift.parts().stream().filter(part -> part.differenceJ() != 0).toList();
    }

    private static EnergyShift.Part together(String name, List<EnergyShift.Part> parts) {
        double base = 0;
        double other = 0;
        double share = 0;
        boolean any = false;
        for (EnergyShift.Part part : parts) {
            base += part.baseJ();
            other += part.otherJ();
            Double own = part.share();
            any |= own != null;
            share += own == null ? 0 : own;
        }
        return new EnergyShift.Part(name, base, other, any ? share : null);
    }

    /** Rounded so that what is printed sums to 100.0 %. */
    private static String[] shares(List<EnergyShift.Part> rows) {
        double[] percent =
                rows.stream().mapToDouble(part -> 100 * orZero(part.share())).toArray();
        LargestRemainders rounded = LargestRemainders.of(percent, 1);
        String[] shares = new String[percent.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = rows.get(i).share() == null ? "–" : rounded.part(i) + " %";
        }
        return shares;
    }

    private static double orZero(@Nullable Double share) {
        return share == null ? 0 : share;
    }

    private static void row(TextTable table, EnergyShift.Part part, String share) {
        table.row(
                part.name(),
                TerminalText.of(part.baseJ(), "J"),
                TerminalText.of(part.otherJ(), "J"),
                signed(part.differenceJ()),
                share);
    }

    private static String lines(Comparison comparison, Terminal terminal) {
        TextTable table = new TextTable("lrw", "energy", "over A", "shares of that, by component");
        for (int run = 1; run < comparison.runs().size(); run++) {
            EnergyShift shift = comparison.byComponent().get(run - 1);
            List<EnergyShift.Part> changed = changed(shift);
            List<String> largest = new ArrayList<>();
            changed.stream()
                    .limit(LARGEST_OF_MANY)
                    .forEach(part -> largest.add(part.name() + " "
                            + (part.share() == null
                                    ? signed(part.differenceJ())
                                    : TerminalText.percent(part.share()))));
            int left = changed.size() - LARGEST_OF_MANY;
            if (left > 0) {
                largest.add(left + (left == 1 ? " other" : " others"));
            }
            table.row(Comparison.letter(run), signed(shift.totalJ()), String.join(", ", largest));
        }
        return table.on(terminal);
    }

    private static String signed(double joules) {
        return joules > 0 ? "+" + TerminalText.of(joules, "J") : TerminalText.of(joules, "J");
    }
}
