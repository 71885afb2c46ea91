package mho.reports.form.comparison;

import java.util.ArrayList;
import java.util.List;
import mho.core.quantity.MessageText;
import mho.reports.compare.Comparison;
import mho.reports.compare.FigureOfRuns;
import mho.reports.compare.SavedTraining;
import mho.reports.compare.TrainingComparison;
import mho.reports.figures.EpochFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.figures.TrainingFigures;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;

/** Trainings side by side, for people: what was configured differently, what came out in the end, and epoch by epoch. */
public final class TrainingComparisonTable {
    private static final int MOST_WITH_FIGURES = 3;
    private static final int MOST_EPOCHS = 12;

    private static final String NOTES =
            """
            B/A is a figure of B over that of the base A; "=" where they are the same. Loss and training accuracy: of each example as it
            was met, before its update. Time and energy: of all examples.
            """;

    private TrainingComparisonTable() {}

    public static String of(TrainingComparison comparison, Terminal terminal) {
        return trainings(comparison, terminal)
                + "\n"
                + DifferenceTable.of(
                        comparison.configuration(), comparison.trainings().size(), terminal)
                + "\n"
                + totals(comparison, terminal)
                + "\n"
                + epochs(comparison, terminal)
                + terminal.paragraph(NOTES);
    }

    private static String trainings(TrainingComparison comparison, Terminal terminal) {
        TextTable table = new TextTable("lllll", "training", "directory", "network", "chip", "limited by");
        for (int run = 0; run < comparison.trainings().size(); run++) {
            SavedTraining saved = comparison.trainings().get(run);
            table.row(
                    Comparison.letter(run) + (run == 0 ? " (base)" : ""),
                    MessageText.plain(saved.name()),
                    saved.network() + ", " + TerminalText.plural(saved.epochs().size(), "epoch"),
                    saved.chip() + (saved.ideal() ? " (ideal)" : ""),
                    saved.limit());
        }
        return table.on(terminal);
    }

    private static String totals(TrainingComparison comparison, Terminal terminal) {
        TextTable table = table(comparison, "in the end");
        for (Figure<Training> metric : TrainingFigures.JUDGED.metrics()) {
            FigureOfRuns of = comparison.totals(metric);
            if (of.isSomething()) {
                table.row(cells(comparison, metric.label(), metric, of));
            }
        }
        return table.on(terminal);
    }

    /** A table for each figure; of many epochs the first, the last and evenly some between. */
    private static String epochs(TrainingComparison comparison, Terminal terminal) {
        StringBuilder text = new StringBuilder();
        for (Figure<TrainedEpoch> figure : EpochFigures.TABLE.in(Place.COMPARED)) {
            TextTable table = table(comparison, figure.label() + " of epoch");
            boolean something = false;
            for (int epoch : shown(comparison.epochs())) {
                FigureOfRuns of = comparison.of(epoch, figure);
                something |= of.isSomething();
                table.row(cells(comparison, Integer.toString(epoch), figure, of));
            }
            text.append(something ? table.on(terminal) + "\n" : "");
        }
        return text.toString();
    }

    private static List<Integer> shown(int epochs) {
        List<Integer> shown = new ArrayList<>();
        int few = Math.min(epochs, MOST_EPOCHS);
        for (int i = 0; i < few; i++) {
            shown.add(few == 1 ? 1 : 1 + (int) Math.round(i * (epochs - 1.0) / (few - 1)));
        }
        return shown;
    }

    private static TextTable table(TrainingComparison comparison, String first) {
        int runs = comparison.trainings().size();
        List<String> head = new ArrayList<>(List.of(first, Comparison.letter(0)));
        for (int run = 1; run < runs; run++) {
            if (runs <= MOST_WITH_FIGURES) {
                head.add(Comparison.letter(run));
            }
            head.add(Comparison.over(run));
        }
        return new TextTable("l" + "r".repeat(head.size() - 1), head.toArray(String[]::new));
    }

    private static String[] cells(TrainingComparison comparison, String first, Figure<?> figure, FigureOfRuns of) {
        int runs = comparison.trainings().size();
        List<String> cells = new ArrayList<>(List.of(first, RatioText.figure(figure, of.of(0))));
        for (int run = 1; run < runs; run++) {
            if (runs <= MOST_WITH_FIGURES) {
                cells.add(RatioText.figure(figure, of.of(run)));
            }
            cells.add(RatioText.overBase(figure, of, run));
        }
        return cells.toArray(String[]::new);
    }
}
