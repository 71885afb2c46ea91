package mho.reports.form.anneal;

import java.util.List;
import mho.reports.anneal.Annealing;
import mho.reports.medium.Csv;

/** {@code sweeps.csv}: a line for each sweep, in SI base units. */
public final class SweepsCsv {
    private SweepsCsv() {}

    public static String of(Annealing annealing) {
        return Csv.of(
                List.of("sweep", "temperature", "energy", annealing.measure().replace(' ', '_'), "time_s", "energy_j"),
                annealing.sweeps().stream()
                        .map(sweep -> List.of(
                                Integer.toString(sweep.sweep()),
                                Csv.exact(sweep.temperature()),
                                Csv.exact(sweep.energy()),
                                Csv.exact(sweep.measured()),
                                Csv.exact(sweep.seconds()),
                                Csv.exact(sweep.joules())))
                        .toList());
    }
}
