package mho.reports.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mho.reports.config.TrainingConfig;
import mho.reports.figures.EpochFigures;
import mho.reports.figures.Place;
import mho.reports.figures.TrainingFigures;
import mho.reports.medium.PageText;
import mho.reports.sheet.ChipSheet;
import mho.reports.training.EpochCost;
import mho.reports.training.LearntDistribution;
import mho.reports.training.LostSteps;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;

/** {@code training.html}: one training, to look at. */
public final class TrainingPage {
    private static final String EPOCH_TABLE = "epoch-table";
    private static final String PHASE_TABLE = "phase-table";
    private static final String LAYER_TABLE = "layer-table";
    private static final String SPREAD_TABLE = "distribution-table";

    private final Training training;
    private final ChipSheet sheet;

    private TrainingPage(Training training, ChipSheet sheet) {
        this.training = training;
        this.sheet = sheet;
    }

    /**
     * The page as a file that stands alone.
     *
     * @param sheet of the chip that was trained, for sources and assumptions
     */
    public static String of(Training training, ChipSheet sheet) {
        return new TrainingPage(training, sheet).page().html();
    }

    private Page page() {
        List<Section> sections = new ArrayList<>();
        List<Block> summary = new ArrayList<>();
        training.last().layers().stream()
                .map(LostSteps::note)
                .filter(Objects::nonNull)
                .forEach(note -> summary.add(new Block.Prose("Note: " + note + ".")));
        summary.add(new Block.Facts(FigureColumns.facts(TrainingFigures.TABLE.in(Place.PAGE), training)));
        summary.add(new Block.Prose("What keeps examples from following faster: "
                + training.last().cost().limit() + "."));
        sections.add(new Section("summary", "Summary", summary));
        sections.add(learning());
        sections.add(cost());
        sections.add(distributions());
        if (!training.isIdeal()) {
            sections.add(arrays());
        }
        sections.add(ChipSources.section(training.chip(), sheet));
        sections.add(Reproduce.training(training.configSha256(), training.yaml()));
        return new Page(
                training.network() + " learns on " + training.chip(),
                lead(),
                sections,
                List.of("training.js"),
                ChartData.of(json -> TrainingFigures.TABLE.write(json, training, Place.CHART)));
    }

    private String lead() {
        TrainingConfig asked = training.config().config();
        return PageText.plural(training.epochs().size(), "epoch") + " of "
                + PageText.plural(training.last().examples(), "example") + " of "
                + asked.data().data() + ", batch " + asked.training().batch() + ", "
                + (training.isIdeal() ? "weights in floating point" : "weights in the chip's cells")
                + ". Simulated by mho " + asked.version() + ", seed " + training.seed() + ".";
    }

    private Section learning() {
        return Section.of(
                "learning",
                "Learning",
                new Block.Pair(
                        new Block.Chart(
                                "accuracy",
                                "Accuracy",
                                "Of the training set as its examples were met, each before its update; of the test set behind each epoch.",
                                EPOCH_TABLE),
                        new Block.Chart(
                                "loss", "Loss", "Mean over the training set as its examples were met.", EPOCH_TABLE)),
                new Block.Table(FigureColumns.table(
                        EPOCH_TABLE,
                        "Epoch by epoch",
                        EpochFigures.TABLE.in(Place.PAGE),
                        Place.PAGE,
                        training.epochs())));
    }

    private Section cost() {
        return Section.of(
                "cost",
                "Time and energy",
                new Block.Pair(
                        new Block.Chart(
                                "energy",
                                "Energy of each epoch by phase",
                                "Of all examples, with pulses and repeated reads as they happened; (static) is what leaks meanwhile.",
                                PHASE_TABLE),
                        new Block.Chart(
                                "spans",
                                "Phases of one example",
                                "From the first layer that begins with the phase to the last one that ends, of the first example; phases of different layers overlap.",
                                PHASE_TABLE)),
                Block.folded(phases()));
    }

    private DataTable phases() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (TrainedEpoch epoch : training.epochs()) {
            for (EpochCost.Phase phase : epoch.cost().phases()) {
                rows.add(DataTable.Row.of(
                        DataTable.Cell.text(phase.name()),
                        LayerTables.count(epoch.learnt().epoch()),
                        LayerTables.figure(phase.spanS(), "s"),
                        LayerTables.figure(phase.energyJ(), "J"),
                        LayerTables.figure(
                                ReportPage.part(phase.energyJ(), epoch.cost().energyJ()), "%")));
            }
        }
        return new DataTable(
                PHASE_TABLE,
                "Phases, epoch by epoch",
                List.of(
                        DataTable.Column.text("phase", ""),
                        DataTable.Column.number("epoch", "", ""),
                        DataTable.Column.number("span", "", "of the first example"),
                        DataTable.Column.number("energy", "", "of all examples of the epoch"),
                        DataTable.Column.number("share", "", "of the epoch's energy")),
                rows);
    }

    private Section distributions() {
        List<Block.Choice> layers = List.of(new Block.Choice(
                "layer",
                "Layer",
                training.distributions().stream().map(LearntDistribution::layer).toList(),
                0));
        Block.Chart weights = new Block.Chart(
                "weights",
                "Weights",
                "As they are read, before training and behind the last epoch.",
                layers,
                SPREAD_TABLE);
        Block.Chart cells = new Block.Chart(
                "cells",
                "Cells",
                "Conductances in the window of the mean device, all cells of the layer; those beyond it count to its ends.",
                layers,
                SPREAD_TABLE);
        return Section.of(
                "distributions",
                "Weights and conductances",
                training.isIdeal() ? weights : new Block.Pair(weights, cells),
                Block.folded(spread()));
    }

    private DataTable spread() {
        List<DataTable.Row> rows = new ArrayList<>();
        for (LearntDistribution layer : training.distributions()) {
            double step = (layer.to() - layer.from()) / LearntDistribution.BINS;
            for (int bin = 0; bin < LearntDistribution.BINS; bin++) {
                rows.add(DataTable.Row.of(
                        DataTable.Cell.text(layer.layer()),
                        LayerTables.figure(layer.from() + (bin + 0.5) * step, ""),
                        count(layer.weightsBefore(), bin),
                        count(layer.weightsAfter(), bin),
                        LayerTables.figure((bin + 0.5) / LearntDistribution.BINS, "%"),
                        count(layer.cellsBefore(), bin),
                        count(layer.cellsAfter(), bin)));
            }
        }
        return new DataTable(
                SPREAD_TABLE,
                "Weights and cells in equal parts",
                List.of(
                        DataTable.Column.text("layer", ""),
                        DataTable.Column.number("weight", "", "middle of the part"),
                        DataTable.Column.number("weights before", "", ""),
                        DataTable.Column.number("weights behind", "", ""),
                        DataTable.Column.number("conductance", "", "middle of the part, over the window"),
                        DataTable.Column.number("cells before", "", ""),
                        DataTable.Column.number("cells behind", "", "")),
                rows);
    }

    private static DataTable.Cell count(List<Long> counts, int bin) {
        return bin < counts.size() ? LayerTables.count(counts.get(bin)) : DataTable.Cell.none();
    }

    private Section arrays() {
        return Section.of(
                "arrays",
                "Pulses and wear",
                new Block.Pair(
                        new Block.Chart("pulses", "Pulses on cells", "Of all epochs, layer by layer.", LAYER_TABLE),
                        new Block.Chart(
                                "wear",
                                "The most worn cell",
                                "Pulses on it since the training began, layer by layer.",
                                LAYER_TABLE)),
                new Block.Table(FigureColumns.table(
                        LAYER_TABLE,
                        "Layers in the last epoch",
                        EpochFigures.LAYER.in(Place.PAGE),
                        Place.PAGE,
                        training.last().layers())));
    }
}
