package mho.reports.form.training;

import java.util.ArrayList;
import java.util.List;
import mho.reports.figures.EpochFigures;
import mho.reports.figures.Figure;
import mho.reports.figures.Place;
import mho.reports.medium.Csv;
import mho.reports.training.TrainedEpoch;
import mho.reports.training.Training;

/** {@code epochs.csv}: a line for each epoch, in SI base units. */
public final class TrainingCsv {
    private TrainingCsv() {}

    public static String of(Training training) {
        List<Figure<TrainedEpoch>> figures = EpochFigures.TABLE.in(Place.CSV);
        List<List<String>> lines = new ArrayList<>();
        for (TrainedEpoch epoch : training.epochs()) {
            lines.add(figures.stream().map(figure -> figure.csv(epoch)).toList());
        }
        return Csv.of(
                figures.stream()
                        .map(figure -> figure.column(Place.CSV).heading())
                        .toList(),
                lines);
    }
}
