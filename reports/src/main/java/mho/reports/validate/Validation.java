package mho.reports.validate;

import java.util.List;
import java.util.function.Supplier;
import mho.core.engine.ModelSaysNo;
import mho.core.yaml.BadInput;
import mho.periphery.readout.AccelergyGrid;

/** Every published figure that mho is held to. */
public final class Validation {
    private Validation() {}

    /** Some rows about one thing. */
    private record Part(String about, Supplier<List<Row>> rows) {}

    private static final List<Part> PARTS = List.of(
            new Part("ISAAC, Table I", IsaacTable::rows),
            new Part("ISAAC, one array", IsaacRuns::pipeline),
            new Part("VGG-16 on balanced ISAAC", IsaacRuns::balancedVgg),
            new Part("VGG-16 on 16 chips", IsaacRuns::fullVgg),
            new Part("HERMES, 1-phase", Hermes::onePhase),
            new Part("HERMES, 4-phase", Hermes::fourPhases),
            new Part("Accelergy", Validation::accelergy),
            new Part("Other nodes", OtherNodes::rows),
            new Part("Other temperatures", Warmth::rows),
            new Part("Writing", Writes::rows));

    /** Computes all of them, several at once; what cannot be computed is a row that does not hold. */
    public static List<Row> rows() {
        return PARTS.parallelStream().map(Validation::rowsOf).toList().stream()
                .flatMap(List::stream)
                .toList();
    }

    /** Those that need no simulation: the chips' own tables. */
    public static List<Row> tables() {
        return IsaacTable.rows();
    }

    private static List<Row> rowsOf(Part part) {
        try {
            return part.rows.get();
        } catch (BadInput | ModelSaysNo e) {
            return List.of(Row.failed(part.about, String.valueOf(e.getMessage()), ""));
        }
    }

    private static List<Row> accelergy() {
        List<AccelergyGrid.Point> points = AccelergyGrid.points();
        double worst = points.stream()
                .mapToDouble(AccelergyGrid.Point::relativeError)
                .max()
                .orElseThrow();
        String name = "Accelergy ADC regression, worst of " + points.size() + " grid points";
        return List.of(new Row(
                name,
                "its own figures",
                String.format(java.util.Locale.ROOT, "within %.1e", worst),
                null,
                null,
                "",
                worst,
                "± 0.01 %",
                worst <= 1e-4 && points.size() == 210,
                false,
                Published.ACCELERGY));
    }
}
