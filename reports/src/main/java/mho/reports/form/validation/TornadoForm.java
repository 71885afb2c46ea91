package mho.reports.form.validation;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.core.quantity.Dimension;
import mho.core.quantity.Quantity;
import mho.reports.figures.FigureText;
import mho.reports.figures.Place;
import mho.reports.figures.TornadoFigures;
import mho.reports.figures.TornadoLine;
import mho.reports.medium.Json;
import mho.reports.medium.Terminal;
import mho.reports.medium.TextTable;
import mho.reports.tornado.Tornado;
import mho.reports.tornado.TornadoBar;
import mho.reports.tornado.TornadoTrial;

/** What rows hang on, for people and as JSON and CSV. */
public final class TornadoForm {
    private static final String SCHEMA = "mho.tornado/1";
    private static final int NAMED = 3;

    /** Characters of a bar, to either side. */
    private static final int HALF = 12;

    private static final char LESS = '░';
    private static final char MORE = '█';

    private TornadoForm() {}

    /** @param top bars of each figure that are told, the most moving first */
    public static String text(List<Tornado> tornados, int top, Terminal terminal) {
        if (tornados.isEmpty()) {
            return "No row rests on what is assumed.\n";
        }
        StringBuilder text = new StringBuilder(
                terminal.paragraph(
                        "Each number that a machine assumes, a fifth less (" + LESS + ") and a fifth more (" + MORE
                                + ") by itself, whole numbers by the nearest that can be; all else that is stated stays as stated.\n"));
        for (Tornado one : tornados) {
            text.append('\n').append(terminal.paragraph(headline(one) + "\n"));
            List<TornadoBar> moving = one.moving();
            if (!moving.isEmpty()) {
                text.append(table(
                        moving.subList(0, Math.min(top, moving.size())),
                        moving.get(0).swing(),
                        terminal));
            }
            text.append(terminal.paragraph(rest(one, top) + "\n"));
        }
        return text.toString();
    }

    public static String json(List<Tornado> tornados) {
        return Json.object(json -> TornadoFigures.TABLE.write(json.put("schema", SCHEMA), tornados));
    }

    /** A line for each figure and each of its bars, down to so many. */
    public static String csv(List<Tornado> tornados, int top) {
        return FigureText.csv(TornadoFigures.LINE.in(Place.CSV), TornadoLine.of(tornados, top));
    }

    private static String headline(Tornado one) {
        boolean plain = java.util.Arrays.stream(Dimension.values())
                .noneMatch(dimension -> dimension.symbol().equals(one.unit()));
        String figure = plain
                ? Quantity.format(one.figure(), "1") + " " + one.unit()
                : Quantity.format(one.figure(), one.unit());
        return one.row() + ": " + figure + " (" + String.join(" over ", one.machines()) + ")";
    }

    private static String table(List<TornadoBar> bars, double longest, Terminal terminal) {
        TextTable table = new TextTable("llrrrb", "assumed", "of", "value", "less", "more", "").leavesOut("", "of");
        for (TornadoBar bar : bars) {
            table.row(
                    bar.path(),
                    bar.machine(),
                    bar.value(),
                    change(bar.low(), 1 - TornadoBar.PART),
                    change(bar.high(), 1 + TornadoBar.PART),
                    drawn(bar, longest));
        }
        return table.on(terminal);
    }

    /** Where more than a fifth was tried, with what. */
    private static String change(TornadoTrial trial, double asked) {
        String text = Objects.requireNonNullElse(TornadoBar.percent(trial.change()), "–");
        return trial.change() == null || trial.isExact(asked) ? text : text + " at " + trial.value();
    }

    /** Both moves from the middle, downwards to the left. */
    private static String drawn(TornadoBar bar, double longest) {
        char[] line = " ".repeat(2 * HALF + 1).toCharArray();
        fill(line, bar.low(), longest, LESS);
        fill(line, bar.high(), longest, MORE);
        line[HALF] = '│';
        return new String(line).stripTrailing();
    }

    private static void fill(char[] line, TornadoTrial trial, double longest, char mark) {
        Double change = trial.change();
        if (change == null) {
            return;
        }
        double moved = Math.log(Math.max(Double.MIN_NORMAL, 1 + change));
        int cells = (int) Math.min(HALF, Math.round(HALF * Math.abs(moved) / longest));
        for (int i = 1; i <= cells; i++) {
            int at = HALF + (moved < 0 ? -i : i);
            line[at] = line[at] == ' ' ? mark : '▒';
        }
    }

    private static String rest(Tornado one, int top) {
        List<String> said = new ArrayList<>();
        int moving = one.moving().size();
        if (moving > top) {
            said.add((moving - top) + " more move it less (--top " + moving + ")");
        }
        List<TornadoBar> refused =
                one.bars().stream().filter(TornadoBar::isRefused).toList();
        int still = one.bars().size() - moving - refused.size();
        if (still > 0) {
            said.add(
                    still + (moving == 0 ? " numbers are assumed, and none moves it" : " others leave it where it is"));
        }
        if (!refused.isEmpty()) {
            said.add(refused.size() + " cannot be moved: "
                    + named(refused.stream().map(TornadoBar::path).toList()) + " (--json says why)");
        }
        if (!one.fixed().isEmpty()) {
            said.add(one.fixed().size() + " are names or zero: "
                    + named(one.fixed().stream().map(each -> each.path()).toList()));
        }
        if (said.isEmpty()) {
            return one.bars().isEmpty() ? "Nothing is assumed." : "Nothing else is assumed.";
        }
        String all = String.join("; ", said);
        return Character.toUpperCase(all.charAt(0)) + all.substring(1) + ".";
    }

    private static String named(List<String> paths) {
        List<String> distinct = paths.stream().distinct().toList();
        return String.join(", ", distinct.subList(0, Math.min(NAMED, distinct.size())))
                + (distinct.size() > NAMED ? ", …" : "");
    }
}
