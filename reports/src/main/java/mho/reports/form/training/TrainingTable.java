package mho.reports.form.training;

import java.util.Locale;
import mho.arch.element.LearntArrays;
import mho.reports.medium.Terminal;
import mho.reports.medium.TerminalText;
import mho.reports.medium.TextTable;
import mho.reports.training.EpochCost;
import mho.reports.training.LostSteps;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;
import mho.workloads.training.LayerMeans;

/** A training for people: epoch by epoch, where time and energy of the last one went, what happened in the arrays. */
public final class TrainingTable {
    private static final String FOOT =
            """
            Loss and training accuracy: of each example as it was met, before its update. Time: of all examples of the epoch at the
            chip's steady interval. Energy: with what leaks meanwhile. Pulses: on cells, transfers included. At a bound: part of
            the cells. Worn: pulses on the most worn cell since the training began. Span: of one input, from the first layer that
            begins with it to the last one that ends.
            """;

    private TrainingTable() {}

    public static String of(Training training, Terminal terminal) {
        StringBuilder text = new StringBuilder();
        boolean ideal = training.isIdeal();
        text.append("%s learns on %s%s: %s of %,d examples, seed %d\n\n"
                .formatted(
                        training.network(),
                        training.chip(),
                        ideal ? " (weights in floating point)" : "",
                        TerminalText.plural(training.epochs().size(), "epoch"),
                        training.last().examples(),
                        training.seed()));
        text.append(epochs(training, ideal).on(terminal)).append('\n');
        text.append(phases(training.last().cost()).on(terminal)).append('\n');
        if (!ideal) {
            text.append(layers(training.last()).on(terminal)).append('\n');
        }
        text.append("all epochs      %s, %s\n"
                .formatted(TerminalText.of(training.timeS(), "s"), TerminalText.of(training.energyJ(), "J")));
        for (TrainedEpoch.Layer layer : training.last().layers()) {
            String lost = LostSteps.note(layer);
            if (lost != null) {
                text.append(terminal.paragraph("note: " + lost + "\n"));
            }
        }
        text.append("What limits it: %s\n".formatted(training.last().cost().limit()));
        return text.append(terminal.paragraph(FOOT)).toString();
    }

    private static TextTable epochs(Training training, boolean ideal) {
        TextTable table = ideal
                ? new TextTable("llllllr", "epoch", "rate", "loss", "training", "test", "time", "energy")
                : new TextTable(
                        "llllllllll",
                        "epoch",
                        "rate",
                        "loss",
                        "training",
                        "test",
                        "time",
                        "energy",
                        "pulses",
                        "at a bound",
                        "worn");
        for (TrainedEpoch epoch : training.epochs()) {
            String[] cells = {
                Integer.toString(epoch.learnt().epoch()),
                String.format(Locale.ROOT, "%.4g", epoch.learnt().rate()),
                String.format(Locale.ROOT, "%.4f", epoch.learnt().loss()),
                percent(epoch.learnt().trainAccuracy()),
                percent(epoch.learnt().testAccuracy()),
                TerminalText.of(epoch.cost().timeS(), "s"),
                TerminalText.of(epoch.cost().energyJ(), "J"),
                String.format(Locale.ROOT, "%,d", epoch.cellPulses()),
                TerminalText.percent(epoch.saturated()),
                String.format(Locale.ROOT, "%,d", epoch.worn())
            };
            table.row(ideal ? java.util.Arrays.copyOf(cells, 7) : cells);
        }
        return table;
    }

    /** Two digits behind the point: a test set has thousands of inputs. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", 100 * share);
    }

    private static TextTable phases(EpochCost cost) {
        TextTable table = new TextTable("lrrr", "phase", "span", "energy", "share");
        for (EpochCost.Phase phase : cost.phases()) {
            table.row(
                    phase.name(),
                    TerminalText.of(phase.spanS(), "s"),
                    TerminalText.of(phase.energyJ(), "J"),
                    TerminalText.percent(phase.energyJ() / cost.energyJ()));
        }
        return table;
    }

    private static TextTable layers(TrainedEpoch epoch) {
        TextTable table = new TextTable(
                "lrrrrrrr", "layer", "mean |x|", "mean |d|", "updates", "slots", "cell pulses", "at a bound", "worn");
        for (int l = 0; l < epoch.arrays().size(); l++) {
            LearntArrays arrays = epoch.arrays().get(l);
            LayerMeans means = epoch.learnt().layers().get(l);
            table.row(
                    means.layer(),
                    String.format(Locale.ROOT, "%.3g", means.meanInput()),
                    String.format(Locale.ROOT, "%.3g", means.meanError()),
                    String.format(Locale.ROOT, "%,d", arrays.updates()),
                    String.format(
                            Locale.ROOT,
                            "%.3g",
                            arrays.updates() == 0 ? 0 : (double) arrays.slots() / arrays.updates()),
                    String.format(Locale.ROOT, "%,d", arrays.cellPulses() + arrays.transferPulses()),
                    TerminalText.percent((double) arrays.saturated() / arrays.cells()),
                    String.format(Locale.ROOT, "%,d", arrays.worn()));
        }
        return table;
    }
}
